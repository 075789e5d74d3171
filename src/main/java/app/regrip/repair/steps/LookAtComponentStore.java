package app.regrip.repair.steps;

import app.regrip.console.DismOutcome;
import app.regrip.console.DismVerdict;
import app.regrip.pc.PcException;
import app.regrip.pc.Program;
import app.regrip.repair.Step;
import app.regrip.repair.StepContext;
import app.regrip.repair.StepFailedException;
import app.regrip.repair.StepResult;
import app.regrip.repair.UndoData;
import app.regrip.text.Message;
import java.util.Optional;

/**
 * DISM CheckHealth, then ScanHealth: CheckHealth only reads what an earlier scan found, so
 * "healthy" from it proves nothing and the scan follows; damage it knows of needs no second look.
 */
public final class LookAtComponentStore implements Step {

  static final String ID = "look-at-component-store";
  static final String STORE = "store";
  static final String HEALTHY = "healthy";

  @Override
  public String id() {
    return ID;
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
    DismOutcome known = RestoreHealth.run(context, new Program.DismCheckHealth());
    DismVerdict verdict = known.verdict();
    if (verdict != DismVerdict.REPAIRABLE && verdict != DismVerdict.NOT_REPAIRABLE) {
      RestoreHealth.stopOnTrouble(context, known, Optional.empty());
      context.stopIfAsked();
      DismOutcome scanned = RestoreHealth.run(context, new Program.DismScanHealth());
      RestoreHealth.stopOnTrouble(context, scanned, Optional.empty());
      verdict = scanned.verdict();
    }
    return switch (verdict) {
      case HEALTHY ->
          StepResult.foundNothing(Message.of("repair.done.store-healthy")).withFact(STORE, HEALTHY);
      case REPAIRABLE ->
          StepResult.done(Message.of("repair.done.store-damaged")).withFact(STORE, "repairable");
      case NOT_REPAIRABLE -> throw RestoreHealth.cannotBeRepaired(context);
      default ->
          StepResult.done(Message.of("repair.done.store-unknown")).withFact(STORE, "unknown");
    };
  }
}
