package app.regrip.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** By the formula of WCAG 2.1: 4.5 to 1 for text, 3 to 1 for the edges of what can be used. */
class ContrastTest {

  private static final double TEXT = 4.5;
  static final double EDGE = 3;

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK", "CONTRAST"})
  void everyTextCanBeRead(ThemeChoice theme) throws Exception {
    wear(theme);
    for (String ground : new String[] {"Panel.background", "Regrip.card", "Regrip.notice"}) {
      assertContrast(theme, "Label.foreground", ground, TEXT);
      assertContrast(theme, "TextArea.foreground", ground, TEXT);
      assertContrast(theme, "Regrip.muted", ground, TEXT);
    }
    assertContrast(theme, "Regrip.muted", "Regrip.bar", TEXT);
    assertContrast(theme, "Regrip.muted", "Regrip.nav", TEXT);
    assertContrast(theme, "ToggleButton.foreground", "Regrip.nav", TEXT);
    assertContrast(theme, "Regrip.selectedText", "Regrip.selected", TEXT);
    assertContrast(theme, "Button.foreground", "Button.background", TEXT);
    assertContrast(theme, "Regrip.muted", "Button.background", TEXT);
    assertContrast(theme, "Button.default.foreground", "Button.default.background", TEXT);
    assertContrast(theme, "Button.default.foreground", "Button.default.hoverBackground", TEXT);
  }

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK", "CONTRAST"})
  void everyEdgeCanBeSeen(ThemeChoice theme) throws Exception {
    wear(theme);
    for (String ground : new String[] {"Panel.background", "Regrip.card"}) {
      assertContrast(theme, "Button.borderColor", ground, EDGE);
      assertContrast(theme, "CheckBox.icon.borderColor", ground, EDGE);
      assertContrast(theme, "Component.borderColor", ground, EDGE);
      assertContrast(theme, "ScrollBar.thumb", ground, EDGE);
      assertContrast(theme, "Component.focusColor", ground, EDGE);
      assertContrast(theme, "ProgressBar.foreground", ground, EDGE);
      assertContrast(theme, "Regrip.failure", ground, EDGE);
      assertContrast(theme, "Regrip.repair", ground, EDGE);
      assertContrast(theme, "Regrip.proof", ground, EDGE);
      assertContrast(theme, "Button.default.background", ground, EDGE);
      assertContrast(theme, "Button.default.focusColor", ground, EDGE);
    }
    assertContrast(theme, "Component.focusColor", "Regrip.notice", EDGE);
    assertContrast(theme, "Component.focusColor", "Regrip.nav", EDGE);
    assertContrast(theme, "ProgressBar.foreground", "ProgressBar.background", EDGE);
  }

  /** A ring in the colour of the button is none. */
  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void theRingAroundTheFirstButtonStandsOutFromIt(ThemeChoice theme) throws Exception {
    wear(theme);
    assertContrast(theme, "Button.default.focusColor", "Button.default.background", EDGE);
    assertContrast(theme, "Button.default.focusedBorderColor", "Button.default.background", EDGE);
  }

  @Test
  void theFormulaIsTheOneOfTheGuidelines() {
    assertThat(contrast(Color.BLACK, Color.WHITE)).isEqualTo(21);
    assertThat(contrast(new Color(0x767676), Color.WHITE)).isBetween(4.54, 4.55);
  }

  private static void wear(ThemeChoice theme) throws Exception {
    SwingUtilities.invokeAndWait(() -> new Theme(() -> theme, () -> false).apply());
  }

  private static void assertContrast(ThemeChoice theme, String one, String other, double least) {
    assertThat(contrast(UIManager.getColor(one), UIManager.getColor(other)))
        .as("%s: %s on %s", theme, one, other)
        .isGreaterThanOrEqualTo(least);
  }

  static double contrast(Color one, Color other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
