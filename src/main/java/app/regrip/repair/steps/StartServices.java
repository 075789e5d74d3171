package app.regrip.repair.steps;

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
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Starts the services again that ran before {@link StopServices}. */
public final class StartServices implements Step {

  static final String ID = "start-services";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public boolean isCancellable() {
    return false;
  }

  @Override
  public StepResult apply(Work work, Before before) throws PcException {
    startThoseThatRan(work, work.beforeOf(StopServices.ID));
    return StepResult.done(Message.of("repair.done.services-back"));
  }

  @Override
  public void verify(Work work, Before before) throws PcException, StepFailedException {
    List<Message> missing = new ArrayList<>();
    for (String service : StopServices.ran(work.beforeOf(StopServices.ID))) {
      boolean back =
          work.pc()
              .services()
              .query(service)
              .map(s -> s.isRunning() || s.hasTriggers() || s.startType() == StartType.MANUAL)
              .orElse(true);
      if (!back) {
        missing.add(ServiceNames.of(service));
      }
    }
    if (!missing.isEmpty()) {
      throw Failures.didNotStick(Message.of("repair.not-kept.start", Message.list(missing)));
    }
  }

  /**
   * Stops them again, so that the folders can be put back; {@link StopServices#undo} starts them
   * then.
   */
  @Override
  public void undo(Work work, Before before) throws PcException {
    stopAll(work);
  }

  /**
   * Windows Installer is left alone while it installs; Cryptographic Services and dependents may
   * refuse. Those that come back are held off, until {@link #startThoseThatRan}.
   */
  static void stopAll(Work work) throws PcException {
    stopEach(work);
    List<String> back = StopServices.stillRunning(work);
    if (!back.isEmpty()) {
      HeldOff.disable(work, work.beforeOf(StopServices.ID), back);
      stopEach(work);
    }
  }

  private static void stopEach(Work work) throws PcException {
    boolean installing = work.pc().facts().isInstallingMsi();
    for (String service : ServiceNames.STOP_ORDER) {
      boolean leftAlone = installing && service.equals(ServiceNames.INSTALLER);
      if (!leftAlone
          && PendingService.arrived(work, service).map(ServiceStatus::isRunning).orElse(false)) {
        stopUnlessItRefuses(work, service);
      }
    }
  }

  /** Those that others need come first; one that can't be started doesn't keep the rest waiting. */
  static void startThoseThatRan(Work work, Before before) throws PcException {
    Set<String> wanted = StopServices.ran(before);
    Set<String> ordered = new LinkedHashSet<>(ServiceNames.START_ORDER);
    ordered.retainAll(wanted);
    ordered.addAll(wanted);
    HeldOff.letGo(work, before);
    PcException first = null;
    for (String service : ordered) {
      try {
        if (PendingService.arrived(work, service).map(s -> !s.isRunning()).orElse(false)) {
          start(work, service);
        }
        if (StopServices.wereDisabled(before).contains(service)) {
          disable(work, service);
        }
      } catch (PcException e) {
        work.said(
            Message.of(
                "repair.said.not-started", ServiceNames.of(service), e.what(), e.code().hex()));
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }

  /**
   * A service may have run although it was disabled meanwhile: it can only be started if it is not,
   * for a moment.
   */
  private static void start(Work work, String service) throws PcException {
    Services services = work.pc().services();
    if (services.query(service).map(s -> s.startType() == StartType.DISABLED).orElse(false)) {
      services.setStartType(service, StartType.MANUAL);
    }
    services.start(service);
  }

  private static void disable(Work work, String service) throws PcException {
    if (work.pc()
        .services()
        .query(service)
        .map(s -> s.startType() != StartType.DISABLED)
        .orElse(false)) {
      work.pc().services().setStartType(service, StartType.DISABLED);
    }
  }

  private static void stopUnlessItRefuses(Work work, String service) throws PcException {
    try {
      for (String dependent : work.pc().services().runningDependents(service)) {
        PatientStop.whilePuttingBack(work, dependent);
      }
      PatientStop.whilePuttingBack(work, service);
    } catch (PcException e) {
      if (ServiceNames.HOLD_THE_FOLDERS.contains(service)) {
        throw e;
      }
    }
  }
}
