package app.regrip.repair.steps;

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
  public StepResult apply(StepContext context, UndoData before) throws PcException {
    startThoseThatRan(context, context.beforeOf(StopServices.ID));
    return StepResult.done(Message.of("repair.done.services-back"));
  }

  @Override
  public void verify(StepContext context, UndoData before) throws PcException, StepFailedException {
    List<Message> missing = new ArrayList<>();
    for (String service : StopServices.ran(context.beforeOf(StopServices.ID))) {
      boolean back =
          context
              .pc()
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
  public void undo(StepContext context, UndoData before) throws PcException {
    stopAll(context);
  }

  /**
   * Windows Installer is left alone while it installs; Cryptographic Services and dependents may
   * refuse. Those that come back are held off, until {@link #startThoseThatRan}.
   */
  static void stopAll(StepContext context) throws PcException {
    stopEach(context);
    List<String> back = StopServices.stillRunning(context);
    if (!back.isEmpty()) {
      HeldOff.disable(context, context.beforeOf(StopServices.ID), back);
      stopEach(context);
    }
  }

  private static void stopEach(StepContext context) throws PcException {
    boolean installing = context.pc().facts().isInstallingMsi();
    for (String service : ServiceNames.STOP_ORDER) {
      boolean leftAlone = installing && service.equals(ServiceNames.INSTALLER);
      if (!leftAlone
          && PendingService.arrived(context, service).map(ServiceStatus::isRunning).orElse(false)) {
        stopUnlessItRefuses(context, service);
      }
    }
  }

  /** Those that others need come first; one that can't be started doesn't keep the rest waiting. */
  static void startThoseThatRan(StepContext context, UndoData before) throws PcException {
    Set<String> wanted = StopServices.ran(before);
    Set<String> ordered = new LinkedHashSet<>(ServiceNames.START_ORDER);
    ordered.retainAll(wanted);
    ordered.addAll(wanted);
    HeldOff.letGo(context, before);
    PcException first = null;
    for (String service : ordered) {
      try {
        if (PendingService.arrived(context, service).map(s -> !s.isRunning()).orElse(false)) {
          start(context, service);
        }
        if (StopServices.wereDisabled(before).contains(service)) {
          disable(context, service);
        }
      } catch (PcException e) {
        context.said(
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
  private static void start(StepContext context, String service) throws PcException {
    Services services = context.pc().services();
    if (services.query(service).map(s -> s.startType() == StartType.DISABLED).orElse(false)) {
      services.setStartType(service, StartType.MANUAL);
    }
    services.start(service);
  }

  private static void disable(StepContext context, String service) throws PcException {
    if (context
        .pc()
        .services()
        .query(service)
        .map(s -> s.startType() != StartType.DISABLED)
        .orElse(false)) {
      context.pc().services().setStartType(service, StartType.DISABLED);
    }
  }

  private static void stopUnlessItRefuses(StepContext context, String service) throws PcException {
    try {
      for (String dependent : context.pc().services().runningDependents(service)) {
        PatientStop.whilePuttingBack(context, dependent);
      }
      PatientStop.whilePuttingBack(context, service);
    } catch (PcException e) {
      if (ServiceNames.HOLD_THE_FOLDERS.contains(service)) {
        throw e;
      }
    }
  }
}
