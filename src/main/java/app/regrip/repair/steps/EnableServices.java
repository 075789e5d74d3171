package app.regrip.repair.steps;

import app.regrip.pc.PcException;
import app.regrip.pc.ServiceStatus;
import app.regrip.pc.StartType;
import app.regrip.repair.Before;
import app.regrip.repair.Step;
import app.regrip.repair.StepFailedException;
import app.regrip.repair.StepResult;
import app.regrip.repair.Work;
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
  public Before capture(Work work) throws PcException {
    Map<String, String> disabled = new TreeMap<>();
    for (String service : USUAL.keySet()) {
      Optional<ServiceStatus> status = work.pc().services().query(service);
      if (status.isPresent() && status.get().startType() == StartType.DISABLED) {
        disabled.put(service, Boolean.toString(status.get().isRunning()));
      }
    }
    return new Before(disabled);
  }

  @Override
  public StepResult apply(Work work, Before before) throws PcException {
    List<Message> names = new ArrayList<>();
    for (String service : before.facts().keySet()) {
      if (is(work, service, StartType.DISABLED)) {
        work.pc().services().setStartType(service, USUAL.get(service));
      }
      boolean startsWithWindows = USUAL.get(service) != StartType.MANUAL;
      if (startsWithWindows
          && PendingService.arrived(work, service).map(s -> !s.isRunning()).orElse(false)) {
        work.pc().services().start(service);
      }
      names.add(ServiceNames.of(service));
    }
    return names.isEmpty()
        ? StepResult.skipped(Message.of("repair.done.none-disabled"))
        : StepResult.done(Message.of("repair.done.enabled-again", Message.list(names)));
  }

  @Override
  public void verify(Work work, Before before) throws PcException, StepFailedException {
    for (String service : before.facts().keySet()) {
      if (is(work, service, StartType.DISABLED)) {
        throw Failures.didNotStick(Message.of("repair.not-kept.enable", ServiceNames.of(service)));
      }
    }
  }

  @Override
  public void undo(Work work, Before before) throws PcException {
    for (Map.Entry<String, String> disabled : before.facts().entrySet()) {
      String service = disabled.getKey();
      boolean ran = Boolean.parseBoolean(disabled.getValue());
      boolean runs =
          PendingService.arrived(work, service).map(ServiceStatus::isRunning).orElse(false);
      if (!ran && runs) {
        PatientStop.whilePuttingBack(work, service);
      }
      if (!is(work, service, StartType.DISABLED)) {
        work.pc().services().setStartType(service, StartType.DISABLED);
      }
    }
  }

  private static boolean is(Work work, String service, StartType type) throws PcException {
    return work.pc().services().query(service).map(s -> s.startType() == type).orElse(true);
  }
}
