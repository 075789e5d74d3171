package app.regrip.repair.steps;

import app.regrip.pc.PcException;
import app.regrip.pc.ProcessType;
import app.regrip.pc.ServiceStatus;
import app.regrip.repair.Before;
import app.regrip.repair.Step;
import app.regrip.repair.StepFailedException;
import app.regrip.repair.StepResult;
import app.regrip.repair.Work;
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
  public Before capture(Work work) throws PcException {
    ServiceStatus now = ServiceNames.require(work, service);
    return new Before(Map.of(TYPE, now.processType().name()));
  }

  @Override
  public StepResult apply(Work work, Before before) throws PcException {
    if (ServiceNames.require(work, service).processType() == wanted) {
      return StepResult.skipped(Message.of("repair.done.shares-already"));
    }
    work.pc().services().setProcessType(service, wanted);
    return StepResult.done(Message.of("repair.done.shares-again", ServiceNames.atStart(service)));
  }

  @Override
  public void verify(Work work, Before before) throws PcException, StepFailedException {
    if (ServiceNames.require(work, service).processType() != wanted) {
      throw Failures.didNotStick(title());
    }
  }

  @Override
  public void undo(Work work, Before before) throws PcException {
    ProcessType was = ProcessType.valueOf(before.fact(TYPE).orElse(wanted.name()));
    if (ServiceNames.require(work, service).processType() != was) {
      work.pc().services().setProcessType(service, was);
    }
  }
}
