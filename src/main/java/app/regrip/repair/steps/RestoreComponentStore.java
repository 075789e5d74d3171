package app.regrip.repair.steps;

import app.regrip.console.DismOutcome;
import app.regrip.console.DismVerdict;
import app.regrip.pc.PcException;
import app.regrip.pc.Program;
import app.regrip.pc.RepairSource;
import app.regrip.repair.Before;
import app.regrip.repair.Step;
import app.regrip.repair.StepFailedException;
import app.regrip.repair.StepResult;
import app.regrip.repair.Work;
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
    return Message.asIs(
        "Repair the component store (DISM RestoreHealth"
            + source.map(s -> ", with files from drive " + s.drive() + ":").orElse("")
            + ")");
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
  public StepResult apply(Work work, Before before) throws PcException, StepFailedException {
    String store = work.resultOf(LookAtComponentStore.ID).facts().get(LookAtComponentStore.STORE);
    if (LookAtComponentStore.HEALTHY.equals(store)) {
      return StepResult.skipped("Not needed: the component store is healthy.");
    }
    Optional<RepairSource> used = CheckRepairMedia.chosen(work).or(() -> source);
    DismOutcome outcome = RestoreHealth.run(work, new Program.DismRestoreHealth(used));
    if (used.isEmpty() && RestoreHealth.lacksFiles(outcome)) {
      used = RestoreHealth.attached(work);
      if (used.isPresent()) {
        work.waits(
            Message.asIs(
                "Windows Update had no intact files, so they are taken from the installation media in drive "
                    + used.get().drive()
                    + ":."));
        outcome = RestoreHealth.run(work, new Program.DismRestoreHealth(used));
      }
    }
    RestoreHealth.stopOnTrouble(work, outcome, used);
    return switch (outcome.verdict()) {
      case REPAIRED, HEALTHY -> result("The component store is repaired.", outcome);
      case NOT_REPAIRABLE -> throw RestoreHealth.cannotBeRepaired(work);
      case RESTART_NEEDED ->
          result("The component store is repaired once the PC has been restarted.", outcome);
      case SUCCEEDED, REPAIRABLE, FAILED, INCOMPLETE ->
          throw Failures.tryNext(
              "DISM ended without saying that it repaired the component store.",
              "Try it once more. If it stays so, check the system files next.",
              outcome.error());
    };
  }

  private static StepResult result(String words, DismOutcome outcome) {
    StepResult done = StepResult.done(words);
    return outcome.restartNeeded() || outcome.verdict() == DismVerdict.RESTART_NEEDED
        ? done.afterRestart()
        : done;
  }
}
