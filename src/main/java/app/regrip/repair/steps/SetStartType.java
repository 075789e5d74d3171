package app.regrip.repair.steps;

import app.regrip.pc.PcException;
import app.regrip.pc.ServiceStatus;
import app.regrip.pc.StartType;
import app.regrip.repair.Step;
import app.regrip.repair.StepContext;
import app.regrip.repair.StepFailedException;
import app.regrip.repair.StepResult;
import app.regrip.repair.UndoData;
import app.regrip.text.Message;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Sets how Windows starts a service, where it isn't right already; the old start type is kept for
 * undo.
 */
public final class SetStartType implements Step {

  private static final String START_TYPE = "startType";
  private static final String RAN = "ran";

  private final String service;
  private final StartType wanted;
  private final Predicate<StartType> isRight;

  private SetStartType(String service, StartType wanted, Predicate<StartType> isRight) {
    this.service = service;
    this.wanted = wanted;
    this.isRight = isRight;
  }

  public static SetStartType to(String service, StartType wanted) {
    return new SetStartType(service, wanted, type -> type == wanted);
  }

  /**
   * Touches a disabled service only: every other start type is the user's or Windows' own choice.
   */
  public static SetStartType unlessEnabled(String service, StartType wanted) {
    return new SetStartType(service, wanted, type -> type != StartType.DISABLED);
  }

  @Override
  public String id() {
    return "start-type-" + service;
  }

  @Override
  public Message title() {
    return isRight.test(StartType.MANUAL)
        ? Message.of("repair.step.not-disabled", ServiceNames.of(service))
        : Message.of("repair.step.start-type", ServiceNames.of(service), words(wanted));
  }

  @Override
  public UndoData capture(StepContext context) throws PcException {
    ServiceStatus now = ServiceNames.require(context, service);
    return new UndoData(
        Map.of(START_TYPE, now.startType().name(), RAN, Boolean.toString(now.isRunning())));
  }

  @Override
  public StepResult apply(StepContext context, UndoData before) throws PcException {
    StartType now = ServiceNames.require(context, service).startType();
    if (isRight.test(now)) {
      return StepResult.skipped(Message.of("repair.done.starts-already", words(now)));
    }
    context.pc().services().setStartType(service, wanted);
    return StepResult.done(
        Message.of(
            "repair.done.starts-now", ServiceNames.atStart(service), words(wanted), words(now)));
  }

  @Override
  public void verify(StepContext context, UndoData before) throws PcException, StepFailedException {
    if (!isRight.test(ServiceNames.require(context, service).startType())) {
      throw Failures.didNotStick(title());
    }
  }

  /**
   * A service that runs only because the PC was restarted with the new start type is stopped again.
   */
  @Override
  public void undo(StepContext context, UndoData before) throws PcException {
    StartType was = StartType.valueOf(before.fact(START_TYPE).orElse(wanted.name()));
    ServiceStatus now = ServiceNames.require(context, service);
    if (now.startType() != was) {
      context.pc().services().setStartType(service, was);
    }
    boolean ran = before.fact(RAN).map(Boolean::parseBoolean).orElse(true);
    if (!ran && now.isRunning() && !now.hasTriggers()) {
      PatientStop.whilePuttingBack(context, service);
    }
  }

  private static Message words(StartType type) {
    return switch (type) {
      case BOOT, SYSTEM -> Message.of("repair.start-type.system");
      case AUTOMATIC -> Message.of("repair.start-type.automatic");
      case AUTOMATIC_DELAYED -> Message.of("repair.start-type.delayed");
      case MANUAL -> Message.of("repair.start-type.manual");
      case DISABLED -> Message.of("repair.start-type.disabled");
    };
  }
}
