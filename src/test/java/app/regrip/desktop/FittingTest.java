package app.regrip.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import app.regrip.desktop.AccessibilityTest.Scene;
import app.regrip.simulated.Scenario;
import com.formdev.flatlaf.util.UIScale;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Font;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No words are clipped: in the usual window whatever the language, and in the languages there are
 * also in the smallest.
 */
class FittingTest {

  private static final Locale BEFORE = Locale.getDefault();
  private static final Dimension SMALLEST = new Dimension(640 - 172, 480);

  /** What 1366 by 768 at 200 % leave for a page. */
  private static final Dimension NOTEBOOK = new Dimension(683 - 172, 384);

  @AfterEach
  void asBefore() {
    Locale.setDefault(BEFORE);
  }

  static List<Locale> languages() {
    return List.of(Locale.ENGLISH, Locale.GERMAN, PseudoLanguage.learned());
  }

  static Stream<Arguments> scenes() {
    return languages().stream()
        .flatMap(
            language -> {
              Locale.setDefault(language);
              return AccessibilityTest.scenes().map(scene -> arguments(language, scene));
            });
  }

  @ParameterizedTest
  @MethodSource("scenes")
  void pagesHaveRoomForTheirWords(Locale language, Scene scene) throws Exception {
    Locale.setDefault(language);
    assertThat(Fitting.clipped(AccessibilityTest.show(scene, AccessibilityTest.USUAL))).isEmpty();
    if (!language.equals(PseudoLanguage.LOCALE)) {
      assertThat(Fitting.clipped(AccessibilityTest.show(scene, SMALLEST))).isEmpty();
      assertThat(Fitting.clipped(AccessibilityTest.show(scene, NOTEBOOK))).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void theListOfPagesHasRoomForItsWords(Locale language) throws Exception {
    Locale.setDefault(language);
    SwingUtilities.invokeAndWait(
        () -> {
          new Theme(() -> ThemeChoice.LIGHT, () -> false).apply();
          Navigation navigation = new Navigation(new RecordedActions());
          navigation.show(new Route.Repair(), "Pretend PC: source-missing", true);
          assertThat(Fitting.clipped(laidOut(navigation))).isEmpty();
        });
  }

  /** The systems of some users draw larger letters than others. */
  @Test
  void noNameOfAPretendPcIsBrokenWithinAWord() throws Exception {
    SwingUtilities.invokeAndWait(
        () -> {
          new Theme(() -> ThemeChoice.LIGHT, () -> false).apply();
          Font usual = UIManager.getFont("defaultFont");
          UIManager.put("defaultFont", usual.deriveFont(usual.getSize2D() * 1.25f));
          try {
            for (Scenario scenario : Scenario.all()) {
              Navigation navigation = new Navigation(new RecordedActions());
              navigation.show(new Route.Repair(), "Pretend PC: " + scenario.name(), true);
              assertThat(Fitting.clipped(laidOut(navigation))).isEmpty();
            }
          } finally {
            UIManager.put("defaultFont", null);
          }
        });
  }

  private static Container laidOut(Navigation navigation) {
    Container view = navigation.view();
    Layouts.layOut(
        view, new Dimension(view.getPreferredSize().width, UIScale.scale(SMALLEST.height)));
    return view;
  }
}
