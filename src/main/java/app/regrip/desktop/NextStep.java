package app.regrip.desktop;

import static app.regrip.desktop.Texts.text;

import app.regrip.repair.Fix;
import app.regrip.repair.FixText;
import app.regrip.repair.RecoveryChoice;
import app.regrip.session.Snapshot;
import app.regrip.update.UpdateStatus;
import java.util.Optional;
import javax.swing.JButton;

/** Buttons that lead on. */
final class NextStep {

  private NextStep() {}

  /** What the overview wants done first at this moment; empty where nothing is to be done. */
  static Optional<JButton> first(Snapshot snapshot, Actions actions, DesktopOptions options) {
    if (snapshot.isRepairing()) {
      return Optional.of(Ui.button("status.running.show", () -> actions.go(new Route.Repair())));
    }
    if (snapshot.interrupted().filter(cut -> !cut.waitsForRestart()).isPresent()) {
      return Optional.of(finish(actions));
    }
    if (snapshot.interrupted().isPresent() || snapshot.restartDue()) {
      return restart(options);
    }
    return snapshot.status() instanceof UpdateStatus.Failing
        ? Optional.of(Ui.button("status.repair", () -> actions.preview(Fix.ALL)))
        : Optional.empty();
  }

  /** Of a repair that was interrupted. */
  static JButton finish(Actions actions) {
    return Ui.button("interrupted.finish", () -> actions.recover(RecoveryChoice.FINISH));
  }

  /** A real PC is restarted by nobody but its user. */
  static Optional<JButton> restart(DesktopOptions options) {
    return options
        .restartPretendPc()
        .map(restart -> Ui.plainButton(text("restart.pretend"), restart));
  }

  static JButton check(Actions actions) {
    return Ui.plainButton(
        text("status.check"),
        () -> {
          actions.checkNow();
          actions.go(new Route.Status());
        });
  }

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
