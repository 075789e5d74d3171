package app.regrip.repair.steps;

import app.regrip.pc.PcException;
import app.regrip.pc.ServiceStatus;
import app.regrip.repair.Step;
import app.regrip.repair.StepContext;
import app.regrip.repair.StepFailedException;
import app.regrip.repair.StepResult;
import app.regrip.repair.UndoData;
import app.regrip.text.Message;
import java.util.Map;
import java.util.Optional;

/** Stops a service and starts it afresh, so that it opens its handles anew. */
public final class RestartService implements Step {

  private static final String RAN = "ran";
  private static final String RESTART = "restart-";

  private final String service;

  public RestartService(String service) {
    this.service = service;
  }

  @Override
  public String id() {
    return RESTART + service;
  }

  @Override
  public Message title() {
    return Message.of("repair.step.restart-service", ServiceNames.of(service));
  }

  @Override
  public UndoData capture(StepContext context) throws PcException {
    return new UndoData(
        Map.of(RAN, Boolean.toString(ServiceNames.require(context, service).isRunning())));
  }

  @Override
  public StepResult apply(StepContext context, UndoData before)
      throws PcException, StepFailedException {
    if (PendingService.arrived(context, service).map(ServiceStatus::isRunning).orElse(false)) {
      PatientStop.of(context, service);
    }
    context.pc().services().start(service);
    return StepResult.done(Message.of("repair.done.restarted", ServiceNames.atStart(service)));
  }

  @Override
  public void verify(StepContext context, UndoData before) throws PcException, StepFailedException {
    ServiceStatus now = ServiceNames.require(context, service);
    boolean mayStopWhenIdle = now.hasTriggers();
    if (!now.isRunning() && !mayStopWhenIdle) {
      throw Failures.tryNext(
          Message.of("repair.why.stopped-again", ServiceNames.atStart(service)),
          Message.of("repair.why.stopped-again.next"),
          Optional.empty());
    }
  }

  @Override
  public void undo(StepContext context, UndoData before) throws PcException {
    if (ran(before) && !runs(context)) {
      context.pc().services().start(service);
    } else if (!ran(before) && runs(context)) {
      PatientStop.whilePuttingBack(context, service);
    }
  }

  /** Starts what a plan that was cut off between stop and start has left stopped, if it has. */
  public static void startAgainMeanwhile(StepContext context, Map<String, UndoData> begun)
      throws PcException {
    for (Map.Entry<String, UndoData> step : begun.entrySet()) {
      if (step.getKey().startsWith(RESTART) && ran(step.getValue())) {
        RestartService restart = new RestartService(step.getKey().substring(RESTART.length()));
        if (!restart.runs(context)) {
          context.pc().services().start(restart.service);
        }
      }
    }
  }

  private static boolean ran(UndoData before) {
    return before.fact(RAN).map(Boolean::parseBoolean).orElse(true);
  }

  private boolean runs(StepContext context) throws PcException {
    return PendingService.arrived(context, service).map(ServiceStatus::isRunning).orElse(false);
  }
}
