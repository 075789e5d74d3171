package app.regrip.cli;

import app.regrip.repair.RepairEvent.StepState;
import app.regrip.session.RepairProgress;
import app.regrip.session.RepairProgress.Rung;
import app.regrip.text.Message;
import java.util.Optional;

/**
 * The step of a repair that is under way.
 *
 * @param rung its fix, @param number of the step in it, from 1
 */
record RunningStep(Rung rung, int number, Message title) {

  static Optional<RunningStep> of(RepairProgress progress) {
    if (progress.rungs().isEmpty()) {
      return Optional.empty();
    }
    Rung rung = progress.rungs().get(progress.rungs().size() - 1);
    for (int i = 0; i < rung.steps().size(); i++) {
      if (rung.steps().get(i).state() == StepState.RUNNING) {
        return Optional.of(new RunningStep(rung, i + 1, rung.steps().get(i).title()));
      }
    }
    return Optional.empty();
  }
}
