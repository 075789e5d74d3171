package app.regrip.repair.steps;

import app.regrip.console.DismOutcome;
import app.regrip.console.DismVerdict;
import app.regrip.pc.PcException;
import app.regrip.pc.Program;
import app.regrip.pc.RepairSource;
import app.regrip.repair.Step;
import app.regrip.repair.StepContext;
import app.regrip.repair.StepFailedException;
import app.regrip.repair.StepResult;
import app.regrip.repair.UndoData;
import app.regrip.text.Message;
import java.util.Optional;

/** DISM RestoreHealth, where the look at the component store found damage or found out nothing. */
public final class RestoreComponentStore implements Step {

  private final Optional<RepairSource> source;

  public RestoreComponentStore(Optional<RepairSource> source) {
    this.source = source;
  }

  @Override
  public String id() {
    return "restore-component-store";
  }

  @Override
  public Message title() {
    return source
        .map(s -> Message.of("repair.step.restore-component-store.from", s.drive() + ":"))
        .orElse(Message.of("repair.step.restore-component-store"));
  }

  @Override
  public boolean isCancellable() {
    return false;
  }

  @Override
  public boolean isPutBack() {
    return false;
  }

  @Override
  public StepResult apply(StepContext context, UndoData before)
      throws PcException, StepFailedException {
    String store =
        context.resultOf(LookAtComponentStore.ID).facts().get(LookAtComponentStore.STORE);
    if (LookAtComponentStore.HEALTHY.equals(store)) {
      return StepResult.skipped(Message.of("repair.done.store-not-needed"));
    }
    Optional<RepairSource> used = CheckRepairMedia.chosen(context).or(() -> source);
    DismOutcome outcome = RestoreHealth.run(context, new Program.DismRestoreHealth(used));
    if (used.isEmpty() && RestoreHealth.lacksFiles(outcome)) {
      used = RestoreHealth.attached(context);
      if (used.isPresent()) {
        context.waits(Message.of("repair.waits.files-from-media", used.get().drive() + ":"));
        outcome = RestoreHealth.run(context, new Program.DismRestoreHealth(used));
      }
    }
    RestoreHealth.stopOnTrouble(context, outcome, used);
    return switch (outcome.verdict()) {
      case REPAIRED, HEALTHY -> result("repair.done.store-repaired", outcome);
      case NOT_REPAIRABLE -> throw RestoreHealth.cannotBeRepaired(context);
      case RESTART_NEEDED -> result("repair.done.store-repaired-after-restart", outcome);
      case SUCCEEDED, REPAIRABLE, FAILED, INCOMPLETE ->
          throw Failures.tryNext(
              Message.of("repair.why.dism-unsaid"),
              Message.of("repair.why.dism-unsaid.next"),
              outcome.error());
    };
  }

  private static StepResult result(String key, DismOutcome outcome) {
    StepResult done = StepResult.done(Message.of(key));
    return outcome.restartNeeded() || outcome.verdict() == DismVerdict.RESTART_NEEDED
        ? done.afterRestart()
        : done;
  }
}
