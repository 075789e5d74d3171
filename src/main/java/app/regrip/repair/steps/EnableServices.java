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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Gives the services that updates need their usual start type back where somebody disabled them;
 * every other start type is left as it is, and so is Delivery Optimization, which updates can do
 * without.
 */
public final class EnableServices implements Step {

  /** How Windows ships them. */
  private static final Map<String, StartType> USUAL =
      Map.of(
          ServiceNames.WINDOWS_UPDATE, StartType.MANUAL,
          ServiceNames.BITS, StartType.MANUAL,
          ServiceNames.INSTALLER, StartType.MANUAL,
          ServiceNames.CRYPTOGRAPHIC, StartType.AUTOMATIC,
          ServiceNames.UPDATE_ORCHESTRATOR, StartType.AUTOMATIC_DELAYED);

  /** The start types of the services that updates need, where nobody changed them. */
  public static Map<String, StartType> usual() {
    return USUAL;
  }

  @Override
  public String id() {
    return "enable-services";
  }

  /** The disabled ones, each with whether it ran all the same. */
  @Override
  public UndoData capture(StepContext context) throws PcException {
    Map<String, String> disabled = new TreeMap<>();
    for (String service : USUAL.keySet()) {
      Optional<ServiceStatus> status = context.pc().services().query(service);
      if (status.isPresent() && status.get().startType() == StartType.DISABLED) {
        disabled.put(service, Boolean.toString(status.get().isRunning()));
      }
    }
    return new UndoData(disabled);
  }

  @Override
  public StepResult apply(StepContext context, UndoData before) throws PcException {
    List<Message> names = new ArrayList<>();
    for (String service : before.facts().keySet()) {
      if (is(context, service, StartType.DISABLED)) {
        context.pc().services().setStartType(service, USUAL.get(service));
      }
      boolean startsWithWindows = USUAL.get(service) != StartType.MANUAL;
      if (startsWithWindows
          && PendingService.arrived(context, service).map(s -> !s.isRunning()).orElse(false)) {
        context.pc().services().start(service);
      }
      names.add(ServiceNames.of(service));
    }
    return names.isEmpty()
        ? StepResult.skipped(Message.of("repair.done.none-disabled"))
        : StepResult.done(Message.of("repair.done.enabled-again", Message.list(names)));
  }

  @Override
  public void verify(StepContext context, UndoData before) throws PcException, StepFailedException {
    for (String service : before.facts().keySet()) {
      if (is(context, service, StartType.DISABLED)) {
        throw Failures.didNotStick(Message.of("repair.not-kept.enable", ServiceNames.of(service)));
      }
    }
  }

  @Override
  public void undo(StepContext context, UndoData before) throws PcException {
    for (Map.Entry<String, String> disabled : before.facts().entrySet()) {
      String service = disabled.getKey();
      boolean ran = Boolean.parseBoolean(disabled.getValue());
      boolean runs =
          PendingService.arrived(context, service).map(ServiceStatus::isRunning).orElse(false);
      if (!ran && runs) {
        PatientStop.whilePuttingBack(context, service);
      }
      if (!is(context, service, StartType.DISABLED)) {
        context.pc().services().setStartType(service, StartType.DISABLED);
      }
    }
  }

  private static boolean is(StepContext context, String service, StartType type)
      throws PcException {
    return context.pc().services().query(service).map(s -> s.startType() == type).orElse(true);
  }
}
