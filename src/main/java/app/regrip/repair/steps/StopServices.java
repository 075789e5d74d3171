package app.regrip.repair.steps;

import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import app.regrip.pc.ServiceStatus;
import app.regrip.pc.Services;
import app.regrip.pc.StartType;
import app.regrip.repair.Before;
import app.regrip.repair.Step;
import app.regrip.repair.StepFailedException;
import app.regrip.repair.StepResult;
import app.regrip.repair.Work;
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
  public Before capture(Work work) throws PcException {
    Set<String> ran = new LinkedHashSet<>();
    for (String service : ServiceNames.STOP_ORDER) {
      if (isRunning(work, service)) {
        ran.add(service);
      }
      ran.addAll(
          work.pc().services().query(service).isPresent()
              ? work.pc().services().runningDependents(service)
              : List.of());
    }
    Set<String> disabled = new LinkedHashSet<>();
    for (String service : ran) {
      if (work.pc()
          .services()
          .query(service)
          .map(s -> s.startType() == StartType.DISABLED)
          .orElse(false)) {
        disabled.add(service);
      }
    }
    return new Before(
        Map.ofEntries(
            Map.entry(RAN, String.join(",", ran)),
            Map.entry(DISABLED, String.join(",", disabled)),
            HeldOff.startTypes(work)));
  }

  @Override
  public StepResult apply(Work work, Before before) throws PcException, StepFailedException {
    boolean installing = work.pc().facts().isInstallingMsi();
    Map<String, PcException> refused = new LinkedHashMap<>();
    List<String> running = List.of();
    for (int pass = 1; pass <= PASSES; pass++) {
      refused.clear();
      for (String service : ServiceNames.STOP_ORDER) {
        if (!service.equals(ServiceNames.INSTALLER) || !installing) {
          work.stopIfAsked();
          stop(work, service, refused);
        }
      }
      running = runningAfterAMoment(work);
      if (running.isEmpty()) {
        return StepResult.done(words(refused, installing));
      }
      holdOffThoseThatCameBack(work, before, running, refused);
    }
    throw wouldNotStop(running, refused);
  }

  /** A trigger, or a program that wants its service, needs a moment to start it again. */
  private static List<String> runningAfterAMoment(Work work) throws PcException {
    List<String> running = stillRunning(work);
    if (running.isEmpty()) {
      work.settle(A_MOMENT);
      running = stillRunning(work);
    }
    return running;
  }

  /** One that refuses to stop would not be stopped by being disabled. */
  private static void holdOffThoseThatCameBack(
      Work work, Before before, List<String> running, Map<String, PcException> refused) {
    HeldOff.disable(
        work, before, running.stream().filter(service -> !refused.containsKey(service)).toList());
  }

  /**
   * Stops once more what has come back since, right before a folder is touched.
   *
   * @return those that run all the same
   */
  static List<String> stopThoseThatCameBack(Work work) throws PcException, StepFailedException {
    List<String> running = stillRunning(work);
    for (int pass = 1; pass <= PASSES && !running.isEmpty(); pass++) {
      Map<String, PcException> refused = new LinkedHashMap<>();
      HeldOff.disable(work, work.beforeOf(ID), running);
      for (String service : running) {
        work.stopIfAsked();
        stop(work, service, refused);
      }
      running = stillRunning(work);
    }
    return running;
  }

  @Override
  public void verify(Work work, Before before) throws PcException, StepFailedException {
    List<String> running = stillRunning(work);
    if (!running.isEmpty()) {
      throw wouldNotStop(running, Map.of());
    }
  }

  @Override
  public Optional<String> holdsUntil() {
    return Optional.of(StartServices.ID);
  }

  @Override
  public void undo(Work work, Before before) throws PcException {
    StartServices.startThoseThatRan(work, before);
  }

  /** Starts what a plan that was cut off has stopped, if it has. */
  public static void startAgainMeanwhile(Work work, Map<String, Before> begun) throws PcException {
    if (begun.containsKey(ID)) {
      StartServices.startThoseThatRan(work, begun.get(ID));
    }
  }

  /** The services that ran before, dependents included. */
  static Set<String> ran(Before before) {
    return names(before, RAN);
  }

  /** Those of them that were disabled while they ran. */
  static Set<String> wereDisabled(Before before) {
    return names(before, DISABLED);
  }

  private static Set<String> names(Before before, String fact) {
    Set<String> names = new LinkedHashSet<>(List.of(before.fact(fact).orElse("").split(",")));
    names.remove("");
    return names;
  }

  /** Those that run although no folder may be touched then. */
  static List<String> stillRunning(Work work) throws PcException {
    List<String> running = new ArrayList<>();
    for (String service : ServiceNames.HOLD_THE_FOLDERS) {
      if (isRunning(work, service)) {
        running.add(service);
      }
    }
    return running;
  }

  private static void stop(Work work, String service, Map<String, PcException> refused)
      throws PcException, StepFailedException {
    Services services = work.pc().services();
    if (PendingService.arrived(work, service).map(ServiceStatus::isStopped).orElse(true)) {
      return;
    }
    try {
      for (String dependent : services.runningDependents(service)) {
        PatientStop.of(work, dependent);
      }
      PatientStop.of(work, service);
      work.said(Message.of("repair.said.stopped", ServiceNames.of(service)));
    } catch (PcException e) {
      refused.put(service, e);
      work.said(
          Message.of(
              "repair.said.not-stopped", ServiceNames.of(service), e.what(), e.code().hex()));
    }
  }

  private static boolean isRunning(Work work, String service) throws PcException {
    return work.pc().services().query(service).map(s -> !s.isStopped()).orElse(false);
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
