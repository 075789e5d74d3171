package app.regrip.desktop;

import static app.regrip.desktop.Texts.text;

import app.regrip.repair.Fix;
import app.regrip.repair.FixText;
import javax.swing.JButton;

/** Buttons that lead on from the end of a repair. */
final class NextStep {

  private NextStep() {}

  static JButton professional(Actions actions) {
    return Ui.plainButton(
        text("repair.next.professional"), () -> actions.go(new Route.Help(HelpTopic.PROFESSIONAL)));
  }

  /**
   * @param key of the words, with a place for what the fix is called
   */
  static JButton fix(String key, Fix fix, Actions actions) {
    return Ui.plainButton(text(key, FixText.of(fix).title()), () -> actions.preview(fix));
  }
}
