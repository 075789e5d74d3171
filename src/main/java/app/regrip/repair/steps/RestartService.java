package app.regrip.repair.steps;

import app.regrip.pc.PcException;
import app.regrip.pc.ServiceStatus;
import app.regrip.repair.Before;
import app.regrip.repair.Step;
import app.regrip.repair.StepFailedException;
import app.regrip.repair.StepResult;
import app.regrip.repair.Work;
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
  public Before capture(Work work) throws PcException {
    return new Before(
        Map.of(RAN, Boolean.toString(ServiceNames.require(work, service).isRunning())));
  }

  @Override
  public StepResult apply(Work work, Before before) throws PcException, StepFailedException {
    if (PendingService.arrived(work, service).map(ServiceStatus::isRunning).orElse(false)) {
      PatientStop.of(work, service);
    }
    work.pc().services().start(service);
    return StepResult.done(Message.of("repair.done.restarted", ServiceNames.atStart(service)));
  }

  @Override
  public void verify(Work work, Before before) throws PcException, StepFailedException {
    ServiceStatus now = ServiceNames.require(work, service);
    boolean mayStopWhenIdle = now.hasTriggers();
    if (!now.isRunning() && !mayStopWhenIdle) {
      throw Failures.tryNext(
          Message.of("repair.why.stopped-again", ServiceNames.atStart(service)),
          Message.of("repair.why.stopped-again.next"),
          Optional.empty());
    }
  }

  @Override
  public void undo(Work work, Before before) throws PcException {
    if (ran(before) && !runs(work)) {
      work.pc().services().start(service);
    } else if (!ran(before) && runs(work)) {
      PatientStop.whilePuttingBack(work, service);
    }
  }

  /** Starts what a plan that was cut off between stop and start has left stopped, if it has. */
  public static void startAgainMeanwhile(Work work, Map<String, Before> begun) throws PcException {
    for (Map.Entry<String, Before> step : begun.entrySet()) {
      if (step.getKey().startsWith(RESTART) && ran(step.getValue())) {
        RestartService restart = new RestartService(step.getKey().substring(RESTART.length()));
        if (!restart.runs(work)) {
          work.pc().services().start(restart.service);
        }
      }
    }
  }

  private static boolean ran(Before before) {
    return before.fact(RAN).map(Boolean::parseBoolean).orElse(true);
  }

  private boolean runs(Work work) throws PcException {
    return PendingService.arrived(work, service).map(ServiceStatus::isRunning).orElse(false);
  }
}
