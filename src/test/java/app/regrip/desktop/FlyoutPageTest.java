package app.regrip.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.session.Snapshot;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.JButton;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FlyoutPageTest {

  private static final Locale BEFORE = Locale.getDefault();
  private static final int WIDTH = 380;

  private final RecordedActions actions = new RecordedActions();
  private final DesktopOptions options =
      Scenes.options(new Scenes.Remembered(ThemeChoice.LIGHT), page -> {});
  private FlyoutPage page;

  @BeforeEach
  void colours() throws Exception {
    onEventThread(() -> new Theme(() -> ThemeChoice.LIGHT, () -> false).apply());
  }

  @AfterEach
  void language() {
    Locale.setDefault(BEFORE);
  }

  static List<Locale> languages() {
    return FittingTest.languages();
  }

  static Stream<Snapshot> moments() {
    return Stream.of(
        Scenes.at(Scenes.failing()),
        Scenes.at(Scenes.working()),
        Scenes.at(Scenes.unknown()),
        Scenes.proven(),
        Scenes.interrupted(false),
        Scenes.interrupted(true),
        Scenes.checking(),
        Scenes.afterwards(),
        Scenes.at(Scenes.failing()).with(Scenes.checked().check(), Optional.empty(), true));
  }

  @Test
  void whatFailsIsToldWithTheLastFiveEventsAndWhatToDo() throws Exception {
    FakeSession session = show(Scenes.at(Scenes.failing()));
    assertThat(words())
        .startsWith(Scenes.wording().headline(Scenes.failing()))
        .containsSubsequence(
            "Windows could not install an update: Cumulative Update for Windows 11 (KB5000001)",
            "Windows downloaded an update: Cumulative Update for Windows 11 (KB5000001)",
            "Windows looked for updates",
            "Windows could not look for updates",
            "Windows installed an update: Definition Update (KB2267602)")
        .contains("today at 13:32", "0x80070006 The handle is invalid (ERROR_INVALID_HANDLE)")
        .noneMatch(words -> words.contains("Driver Update"));
    assertThat(buttons()).containsExactly("Repair it for me", "Open Regrip");
    press("Repair it for me");
    press("Open Regrip");
    assertThat(actions.asked).containsExactly("preview ALL", "open");
    assertThat(session.asked).isEmpty();
  }

  @Test
  void whereNothingIsToBeDoneNothingIsOffered() throws Exception {
    show(Scenes.at(Scenes.working()));
    assertThat(buttons()).containsExactly("Open Regrip");
    assertThat(page.sentence()).startsWith("Windows Update works");
  }

  @Test
  void aRepairIsToldAndLedTo() throws Exception {
    show(Scenes.with(Scenes.atDism()));
    assertThat(words()).contains("Repairing: fix 2, DISM, step 3 of 3, 62 %");
    press("Show it");
    assertThat(actions.asked).containsExactly("go " + new Route.Repair());
  }

  @Test
  void aRepairThatWasCutOffIsFinishedFromHere() throws Exception {
    show(Scenes.interrupted(false));
    press("Finish it");
    assertThat(actions.asked).containsExactly("recover FINISH");
  }

  @ParameterizedTest
  @MethodSource("moments")
  void whatIsOfferedFirstIsWhatTheOverviewOffersFirst(Snapshot snapshot) throws Exception {
    onEventThread(
        () -> {
          StatusPage overview = new StatusPage(new FakeSession(snapshot), actions, options);
          overview.show(snapshot);
          Optional<String> there = overview.defaultButton().map(JButton::getText);
          Optional<String> here =
              NextStep.first(snapshot, actions, options)
                  .map(JButton::getText)
                  .filter(words -> !words.equals(Texts.text("restart.pretend")));
          assertThat(here).isEqualTo(there);
        });
  }

  @Test
  void anEmptyRecordIsNotAnUnreadableOne() throws Exception {
    FakeSession session = new FakeSession(Scenes.at(Scenes.working()));
    session.recentEvents = Optional.of(List.of());
    show(session);
    assertThat(words()).contains(Texts.text("flyout.events.none"));
    session.recentEvents = Optional.empty();
    show(session);
    assertThat(words())
        .contains(Texts.text("flyout.events.unreadable"))
        .doesNotContain(Texts.text("flyout.events.none"));
  }

  @Test
  void whatIsNewIsReadAnewAndTheButtonsFollow() throws Exception {
    FakeSession session = show(Scenes.at(Scenes.failing()));
    session.recentEvents = Optional.of(List.of());
    onEventThread(() -> page.show(Scenes.at(Scenes.working())));
    Layouts.settle(page.view());
    assertThat(words()).contains(Texts.text("flyout.events.none"));
    assertThat(buttons()).containsExactly("Open Regrip");
    assertThat(page.defaultButton().map(JButton::getText)).contains("Open Regrip");
  }

  @ParameterizedTest
  @MethodSource("languages")
  void itHasRoomForItsWords(Locale language) throws Exception {
    Locale.setDefault(language);
    for (Snapshot snapshot : moments().toList()) {
      show(snapshot);
      onEventThread(
          () -> {
            Layouts.layOut(page.view(), new Dimension(WIDTH, page.heightFor(WIDTH)));
            Layouts.layOut(page.view(), new Dimension(WIDTH, page.heightFor(WIDTH)));
            assertThat(Fitting.clipped(page.view())).isEmpty();
            assertThat(page.view().getVerticalScrollBar().isVisible())
                .as("it is as high as what it tells")
                .isFalse();
          });
    }
  }

  private FakeSession show(Snapshot snapshot) throws Exception {
    return show(new FakeSession(snapshot));
  }

  private FakeSession show(FakeSession session) throws Exception {
    onEventThread(
        () -> {
          page = new FlyoutPage(session, actions, options);
          page.show(session.now());
        });
    Layouts.settle(page.view());
    return session;
  }

  private List<String> words() throws Exception {
    List<String> words = new ArrayList<>();
    onEventThread(() -> words.addAll(Layouts.texts(page.view())));
    return words;
  }

  private List<String> buttons() throws Exception {
    List<AbstractButton> all = new ArrayList<>();
    onEventThread(() -> collectButtons(page.view(), all));
    return all.stream().map(AbstractButton::getText).toList();
  }

  private void press(String words) throws Exception {
    List<AbstractButton> all = new ArrayList<>();
    onEventThread(
        () -> {
          collectButtons(page.view(), all);
          all.stream()
              .filter(button -> words.equals(button.getText()))
              .findFirst()
              .orElseThrow()
              .doClick(0);
        });
  }

  private static void collectButtons(Container parent, List<AbstractButton> all) {
    for (Component child : parent.getComponents()) {
      if (child instanceof AbstractButton button && button.getText() != null) {
        all.add(button);
      } else if (child instanceof Container container
          && !(child instanceof javax.swing.JScrollBar)) {
        collectButtons(container, all);
      }
    }
  }

  private static void onEventThread(Runnable work) throws Exception {
    SwingUtilities.invokeAndWait(work);
  }
}
