package app.regrip.repair.steps;

import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import app.regrip.pc.ServiceStatus;
import app.regrip.pc.Services;
import app.regrip.pc.StartType;
import app.regrip.repair.Step;
import app.regrip.repair.StepContext;
import app.regrip.repair.StepFailedException;
import app.regrip.repair.StepResult;
import app.regrip.repair.UndoData;
import app.regrip.text.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Stops the services of Windows Update through the SCM, with their dependents, and looks again at
 * the end whether they have stayed stopped: a service can come back while a later one is being
 * stopped, with Update Orchestrator, a trigger or an open Settings page the usual cause; such a one
 * is held off. Cryptographic Services may refuse (Win32 1052 or 5 on newer builds); Windows
 * Installer is left alone while it installs something.
 */
public final class StopServices implements Step {

  static final String ID = "stop-services";

  private static final String RAN = "ran";
  private static final String DISABLED = "disabled";
  private static final int PASSES = 3;
  private static final Duration A_MOMENT = Duration.ofSeconds(2);

  @Override
  public String id() {
    return ID;
  }

  @Override
  public UndoData capture(StepContext context) throws PcException {
    Set<String> ran = new LinkedHashSet<>();
    for (String service : ServiceNames.STOP_ORDER) {
      if (isRunning(context, service)) {
        ran.add(service);
      }
      ran.addAll(
          context.pc().services().query(service).isPresent()
              ? context.pc().services().runningDependents(service)
              : List.of());
    }
    Set<String> disabled = new LinkedHashSet<>();
    for (String service : ran) {
      if (context
          .pc()
          .services()
          .query(service)
          .map(s -> s.startType() == StartType.DISABLED)
          .orElse(false)) {
        disabled.add(service);
      }
    }
    return new UndoData(
        Map.ofEntries(
            Map.entry(RAN, String.join(",", ran)),
            Map.entry(DISABLED, String.join(",", disabled)),
            HeldOff.startTypes(context)));
  }

  @Override
  public StepResult apply(StepContext context, UndoData before)
      throws PcException, StepFailedException {
    boolean installing = context.pc().facts().isInstallingMsi();
    Map<String, PcException> refused = new LinkedHashMap<>();
    List<String> running = List.of();
    for (int pass = 1; pass <= PASSES; pass++) {
      refused.clear();
      for (String service : ServiceNames.STOP_ORDER) {
        if (!service.equals(ServiceNames.INSTALLER) || !installing) {
          context.stopIfAsked();
          stop(context, service, refused);
        }
      }
      running = runningAfterAMoment(context);
      if (running.isEmpty()) {
        return StepResult.done(words(refused, installing));
      }
      holdOffThoseThatCameBack(context, before, running, refused);
    }
    throw wouldNotStop(running, refused);
  }

  /** A trigger, or a program that wants its service, needs a moment to start it again. */
  private static List<String> runningAfterAMoment(StepContext context) throws PcException {
    List<String> running = stillRunning(context);
    if (running.isEmpty()) {
      context.settle(A_MOMENT);
      running = stillRunning(context);
    }
    return running;
  }

  /** One that refuses to stop would not be stopped by being disabled. */
  private static void holdOffThoseThatCameBack(
      StepContext context,
      UndoData before,
      List<String> running,
      Map<String, PcException> refused) {
    HeldOff.disable(
        context,
        before,
        running.stream().filter(service -> !refused.containsKey(service)).toList());
  }

  /**
   * Stops once more what has come back since, right before a folder is touched.
   *
   * @return those that run all the same
   */
  static List<String> stopThoseThatCameBack(StepContext context)
      throws PcException, StepFailedException {
    List<String> running = stillRunning(context);
    for (int pass = 1; pass <= PASSES && !running.isEmpty(); pass++) {
      Map<String, PcException> refused = new LinkedHashMap<>();
      HeldOff.disable(context, context.beforeOf(ID), running);
      for (String service : running) {
        context.stopIfAsked();
        stop(context, service, refused);
      }
      running = stillRunning(context);
    }
    return running;
  }

  @Override
  public void verify(StepContext context, UndoData before) throws PcException, StepFailedException {
    List<String> running = stillRunning(context);
    if (!running.isEmpty()) {
      throw wouldNotStop(running, Map.of());
    }
  }

  @Override
  public Optional<String> holdsUntil() {
    return Optional.of(StartServices.ID);
  }

  @Override
  public void undo(StepContext context, UndoData before) throws PcException {
    StartServices.startThoseThatRan(context, before);
  }

  /** Starts what a plan that was cut off has stopped, if it has. */
  public static void startAgainMeanwhile(StepContext context, Map<String, UndoData> begun)
      throws PcException {
    if (begun.containsKey(ID)) {
      StartServices.startThoseThatRan(context, begun.get(ID));
    }
  }

  /** The services that ran before, dependents included. */
  static Set<String> ran(UndoData before) {
    return names(before, RAN);
  }

  /** Those of them that were disabled while they ran. */
  static Set<String> wereDisabled(UndoData before) {
    return names(before, DISABLED);
  }

  private static Set<String> names(UndoData before, String fact) {
    Set<String> names = new LinkedHashSet<>(List.of(before.fact(fact).orElse("").split(",")));
    names.remove("");
    return names;
  }

  /** Those that run although no folder may be touched then. */
  static List<String> stillRunning(StepContext context) throws PcException {
    List<String> running = new ArrayList<>();
    for (String service : ServiceNames.HOLD_THE_FOLDERS) {
      if (isRunning(context, service)) {
        running.add(service);
      }
    }
    return running;
  }

  private static void stop(StepContext context, String service, Map<String, PcException> refused)
      throws PcException, StepFailedException {
    Services services = context.pc().services();
    if (PendingService.arrived(context, service).map(ServiceStatus::isStopped).orElse(true)) {
      return;
    }
    try {
      for (String dependent : services.runningDependents(service)) {
        PatientStop.of(context, dependent);
      }
      PatientStop.of(context, service);
      context.said(Message.of("repair.said.stopped", ServiceNames.of(service)));
    } catch (PcException e) {
      refused.put(service, e);
      context.said(
          Message.of(
              "repair.said.not-stopped", ServiceNames.of(service), e.what(), e.code().hex()));
    }
  }

  private static boolean isRunning(StepContext context, String service) throws PcException {
    return context.pc().services().query(service).map(s -> !s.isStopped()).orElse(false);
  }

  private static StepFailedException wouldNotStop(
      List<String> running, Map<String, PcException> refused) {
    Message names = Message.list(running.stream().map(ServiceNames::of).toList());
    Optional<HResult> code =
        running.stream()
            .map(refused::get)
            .filter(e -> e != null)
            .map(PcException::code)
            .findFirst();
    return Failures.wouldNotStop(names, code);
  }

  private static Message words(Map<String, PcException> refused, boolean installing) {
    boolean stays = refused.containsKey(ServiceNames.CRYPTOGRAPHIC);
    return Message.sentences(
        Message.of("repair.done.services-stopped"),
        stays ? Message.of("repair.done.cryptographic-services-stay") : Message.NONE,
        installing ? Message.of("repair.done.installer-left-alone") : Message.NONE);
  }
}
