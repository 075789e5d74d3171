package app.regrip.desktop;

import static app.regrip.desktop.Texts.say;
import static app.regrip.desktop.Texts.text;

import app.regrip.repair.Fix;
import app.regrip.repair.FixText;
import app.regrip.repair.RepairEvent.StepState;
import app.regrip.repair.Verdict;
import app.regrip.session.InterruptedRepair;
import app.regrip.session.RepairProgress;
import app.regrip.session.Snapshot;
import app.regrip.update.UpdateStatus;
import java.util.Optional;

/**
 * A snapshot as the tray tells it: one icon and one short line.
 *
 * @param line at most {@link #LONGEST} characters, all that a tooltip of Windows holds
 */
record TrayStatus(StatusIcon icon, String line) {

  static final int LONGEST = 64;

  TrayStatus {
    if (line.length() > LONGEST) {
      line = line.substring(0, LONGEST - 1).stripTrailing() + "…";
    }
  }

  static TrayStatus of(Snapshot snapshot, Wording wording) {
    return ofARepair(snapshot)
        .orElseGet(
            () -> new TrayStatus(iconOf(snapshot.status()), wording.tooltip(snapshot.status())));
  }

  /** The same as a whole sentence, for where there is room for one. */
  static String sentence(Snapshot snapshot, Wording wording) {
    return ofARepair(snapshot)
        .map(TrayStatus::line)
        .orElseGet(() -> wording.headline(snapshot.status()));
  }

  /** A repair that runs, or that waits for something, comes before the health of updates. */
  private static Optional<TrayStatus> ofARepair(Snapshot snapshot) {
    if (snapshot.isRepairing()) {
      RepairProgress repair = snapshot.repair().orElseThrow();
      String key = repair.cancelRequested() ? "glance.stopping" : "glance.repairing";
      return Optional.of(new TrayStatus(StatusIcon.REPAIRING, text(key, whereabouts(repair))));
    }
    if (snapshot.interrupted().isPresent()) {
      InterruptedRepair cut = snapshot.interrupted().get();
      return Optional.of(
          new TrayStatus(
              StatusIcon.ATTENTION,
              cut.waitsForRestart()
                  ? text("glance.restart")
                  : cut.steps() == 0
                      ? text("glance.interrupted.early")
                      : text("glance.interrupted", cut.step(), cut.steps())));
    }
    return snapshot.restartDue() || endedWith(snapshot, Verdict.Kind.RESTART_NEEDED)
        ? Optional.of(new TrayStatus(StatusIcon.ATTENTION, text("glance.restart")))
        : Optional.empty();
  }

  /** The icon that stands for the health of updates alone, whatever else goes on. */
  static StatusIcon iconOf(UpdateStatus status) {
    if (status instanceof UpdateStatus.Failing) {
      return StatusIcon.FAILING;
    } else if (status instanceof UpdateStatus.Unknown) {
      return StatusIcon.UNKNOWN;
    }
    return StatusIcon.OK;
  }

  /** "DISM, step 3 of 7, 62 %"; of a row of fixes also which one it is. */
  private static String whereabouts(RepairProgress repair) {
    if (repair.proving()) {
      return text("glance.proving");
    }
    if (repair.rungs().isEmpty()) {
      return text("glance.starting");
    }
    RepairProgress.Rung rung = repair.rungs().get(repair.rungs().size() - 1);
    int steps = rung.steps().size();
    long begun = rung.steps().stream().filter(step -> step.state() != StepState.WAITING).count();
    long step = Math.max(1, begun);
    String fix = say(FixText.of(rung.fix()).shortName());
    String where =
        repair.percent().isPresent()
            ? text("glance.stepPercent", fix, step, steps, (int) repair.percent().getAsDouble())
            : text("glance.stepOf", fix, step, steps);
    return repair.fix() == Fix.ALL ? text("glance.fix", repair.rungs().size(), where) : where;
  }

  private static boolean endedWith(Snapshot snapshot, Verdict.Kind kind) {
    return snapshot
        .repair()
        .flatMap(RepairProgress::verdict)
        .filter(verdict -> verdict.kind() == kind)
        .isPresent();
  }
}
