package app.regrip.session;

import app.regrip.helper.FolderRunStore;
import app.regrip.helper.RepairLock;
import app.regrip.pc.PcException;
import app.regrip.pc.PcFacts;
import app.regrip.repair.FixText;
import app.regrip.repair.RunState;
import app.regrip.repair.RunState.PlanState;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Finds the repair that was cut off, if there is one: a run with no end whose helper is gone. */
final class OpenRuns {

  private final FolderRunStore runs;
  private final PcFacts facts;

  OpenRuns(FolderRunStore runs, PcFacts facts) {
    this.runs = runs;
    this.facts = facts;
  }

  /** The run a living helper is at work on. */
  Optional<String> running() {
    return RepairLock.holder(runs.folder()).map(RepairLock.Holder::runId);
  }

  /** The newest one that was cut off. */
  Optional<InterruptedRepair> newestInterrupted() throws IOException {
    Optional<String> running = running();
    List<String> ids = runs.runIds();
    for (int i = ids.size() - 1; i >= 0; i--) {
      String id = ids.get(i);
      if (!running.equals(Optional.of(id))) {
        Optional<RunState> state = RunState.read(runs.journal(id)).filter(s -> s.ended().isEmpty());
        if (state.isPresent()) {
          return state.map(this::describe);
        }
      }
    }
    return Optional.empty();
  }

  private InterruptedRepair describe(RunState state) {
    boolean waits = state.awaitsRestart().isPresent();
    boolean notRestartedYet =
        state.awaitsRestart().map(w -> w.bootId().equals(bootId())).orElse(false);
    Optional<PlanState> plan = state.openPlan();
    int step = plan.map(PlanState::currentStep).orElse(0);
    int steps = plan.map(p -> p.steps().size()).orElse(0);
    String fix = FixText.of(plan.map(PlanState::fix).orElse(state.begun().fix())).title();
    String words;
    if (waits && notRestartedYet) {
      words =
          "The repair waits for a restart of the PC. "
              + state.awaitsRestart().get().words()
              + " After the restart it can go on.";
    } else if (waits) {
      words = "The PC has been restarted, and the repair can go on where it was.";
    } else if (plan.isPresent()) {
      words =
          "The last repair ("
              + fix
              + ") was interrupted at step "
              + step
              + " of "
              + steps
              + ". Nothing is lost: Finish does the rest, Undo puts everything back.";
    } else {
      words =
          "The last repair ("
              + fix
              + ") was interrupted before its end. Nothing is lost: Finish does the rest, Undo puts everything back.";
    }
    return new InterruptedRepair(
        state.begun().runId(),
        state.begun().fix(),
        state.begun().at(),
        step,
        steps,
        words,
        waits && notRestartedYet);
  }

  private String bootId() {
    try {
      return facts.bootId();
    } catch (PcException e) {
      return "";
    }
  }
}
