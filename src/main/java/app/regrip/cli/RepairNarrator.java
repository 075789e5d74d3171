package app.regrip.cli;

import app.regrip.repair.RepairEvent.StepState;
import app.regrip.session.RepairProgress;
import app.regrip.session.RepairProgress.Rung;
import app.regrip.session.RepairProgress.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells a repair as it goes. It is given sums ({@link RepairProgress}), of which some may be
 * missed, and tells what is new in each of them once.
 */
final class RepairNarrator {

  private final Narration narration;
  private final List<ToldRung> told = new ArrayList<>();
  private boolean proving;
  private boolean stopping;

  RepairNarrator(Narration narration) {
    this.narration = narration;
  }

  void tell(RepairProgress progress) {
    for (int i = 0; i < progress.rungs().size(); i++) {
      tell(progress.rungs().get(i), i);
    }
    if (progress.proving() && !proving) {
      narration.proofBegan();
    }
    proving = progress.proving();
    if (progress.cancelRequested() && !stopping) {
      stopping = true;
      narration.stopping(progress.cancellable());
    }
    narration.running(progress);
  }

  private void tell(Rung rung, int index) {
    if (index == told.size()) {
      narration.fixBegan(rung);
      told.add(new ToldRung());
    }
    ToldRung before = told.get(index);
    for (int i = 0; i < rung.steps().size(); i++) {
      Step step = rung.steps().get(i);
      if (before.isNews(i, step.state())) {
        narration.stepEnded(rung, i + 1, step);
      }
    }
    if (!before.ended && !rung.conclusion().isEmpty()) {
      before.ended = true;
      narration.fixEnded(rung);
    }
  }

  /** What has been told of one rung. */
  private static final class ToldRung {
    private final List<StepState> steps = new ArrayList<>();
    private boolean ended;

    /**
     * Whether the step has ended, and that was not told. It may end twice, done and later put back;
     * that it runs again can only come from a sum that was overtaken on its way.
     */
    boolean isNews(int index, StepState state) {
      boolean ended = state != StepState.WAITING && state != StepState.RUNNING;
      while (steps.size() <= index) {
        steps.add(StepState.WAITING);
      }
      return ended && steps.set(index, state) != state;
    }
  }
}
