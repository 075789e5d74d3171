package app.regrip.repair.steps;

import app.regrip.pc.PcException;
import app.regrip.pc.ProcessType;
import app.regrip.pc.ServiceStatus;
import app.regrip.repair.Step;
import app.regrip.repair.StepContext;
import app.regrip.repair.StepFailedException;
import app.regrip.repair.StepResult;
import app.regrip.repair.UndoData;
import app.regrip.text.Message;
import java.util.Map;

/**
 * Lets a service share a process again, the way Windows ships it; its triggers stay as they are.
 */
public final class SetProcessType implements Step {

  private static final String TYPE = "processType";

  private final String service;
  private final ProcessType wanted;

  public SetProcessType(String service, ProcessType wanted) {
    this.service = service;
    this.wanted = wanted;
  }

  @Override
  public String id() {
    return "process-type-" + service;
  }

  @Override
  public Message title() {
    return Message.of("repair.step.share-process", ServiceNames.of(service));
  }

  @Override
  public UndoData capture(StepContext context) throws PcException {
    ServiceStatus now = ServiceNames.require(context, service);
    return new UndoData(Map.of(TYPE, now.processType().name()));
  }

  @Override
  public StepResult apply(StepContext context, UndoData before) throws PcException {
    if (ServiceNames.require(context, service).processType() == wanted) {
      return StepResult.skipped(Message.of("repair.done.shares-already"));
    }
    context.pc().services().setProcessType(service, wanted);
    return StepResult.done(Message.of("repair.done.shares-again", ServiceNames.atStart(service)));
  }

  @Override
  public void verify(StepContext context, UndoData before) throws PcException, StepFailedException {
    if (ServiceNames.require(context, service).processType() != wanted) {
      throw Failures.didNotStick(title());
    }
  }

  @Override
  public void undo(StepContext context, UndoData before) throws PcException {
    ProcessType was = ProcessType.valueOf(before.fact(TYPE).orElse(wanted.name()));
    if (ServiceNames.require(context, service).processType() != was) {
      context.pc().services().setProcessType(service, was);
    }
  }
}
