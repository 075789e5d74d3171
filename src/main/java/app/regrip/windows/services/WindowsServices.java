package app.regrip.windows.services;

import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import app.regrip.pc.ProcessType;
import app.regrip.pc.ServiceStatus;
import app.regrip.pc.ServiceStatus.RunState;
import app.regrip.pc.Services;
import app.regrip.pc.StartType;
import app.regrip.text.Message;
import app.regrip.windows.win32.Registry;
import app.regrip.windows.win32.Win32;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.Winsvc;
import com.sun.jna.platform.win32.Winsvc.ENUM_SERVICE_STATUS;
import com.sun.jna.platform.win32.Winsvc.SERVICE_STATUS;
import com.sun.jna.platform.win32.Winsvc.SERVICE_STATUS_PROCESS;
import com.sun.jna.ptr.IntByReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The services of this PC, through the service control manager. Looking needs no administrator;
 * each call asks for the least rights it needs.
 */
public final class WindowsServices implements Services {

  private static final int READ = Winsvc.SERVICE_QUERY_STATUS | Winsvc.SERVICE_QUERY_CONFIG;

  private static final int ERROR_SERVICE_REQUEST_TIMEOUT = 1053;
  private static final int ERROR_SERVICE_ALREADY_RUNNING = 1056;
  private static final int ERROR_SERVICE_CANNOT_ACCEPT_CTRL = 1061;
  private static final int ERROR_SERVICE_NOT_ACTIVE = 1062;
  private static final int ERROR_SERVICE_SPECIFIC_ERROR = 1066;
  private static final int ERROR_SERVICE_NEVER_STARTED = 1077;

  /** The SCM gives a service process as long to report. */
  private static final Duration START_PATIENCE = Duration.ofSeconds(30);

  static final String KEY = "SYSTEM\\CurrentControlSet\\Services\\";

  private final Registry registry = Registry.machine();

  @Override
  public Optional<ServiceStatus> query(String name) throws PcException {
    Message tried = Message.of("pc.service.query", name);
    Optional<ServiceHandle> found = ServiceHandle.find(name, READ, tried);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try (ServiceHandle service = found.get()) {
      ServiceConfig config = new ServiceConfig(service, name, tried);
      return Optional.of(
          new ServiceStatus(
              service.spelled(name),
              runState(service.status(tried)),
              config.startType(),
              config.processType(),
              registry.hasSubkeys(KEY + name + "\\TriggerInfo")));
    }
  }

  /** Waits until it has started; one that ends at once with an error failed with that error. */
  @Override
  public void start(String name) throws PcException {
    Message tried = Message.of("pc.service.start", name);
    int rights = Winsvc.SERVICE_START | Winsvc.SERVICE_QUERY_STATUS;
    try (ServiceHandle service = ServiceHandle.open(name, rights, tried)) {
      Patience patience = new Patience(START_PATIENCE, tried);
      while (service.status(tried).dwCurrentState == Winsvc.SERVICE_STOP_PENDING) {
        patience.pause(service.status(tried).dwWaitHint);
      }
      if (!Advapi32.INSTANCE.StartService(service.handle(), 0, null)) {
        int error = Native.getLastError();
        if (error == ERROR_SERVICE_ALREADY_RUNNING) {
          return;
        }
        throw Win32.failure(tried, error);
      }
      SERVICE_STATUS_PROCESS status = service.status(tried);
      while (status.dwCurrentState == Winsvc.SERVICE_START_PENDING) {
        patience.pause(status.dwWaitHint);
        status = service.status(tried);
      }
      failIfItDied(status, tried);
    }
  }

  @Override
  public void stop(String name, Duration atMost) throws PcException {
    Message tried = Message.of("pc.service.stop", name);
    int rights = Winsvc.SERVICE_STOP | Winsvc.SERVICE_QUERY_STATUS;
    try (ServiceHandle service = ServiceHandle.open(name, rights, tried)) {
      Patience patience = new Patience(atMost, tried);
      SERVICE_STATUS_PROCESS status = service.status(tried);
      while (status.dwCurrentState != Winsvc.SERVICE_STOPPED) {
        if (!isPending(status) && isStopped(service, tried)) {
          return;
        }
        patience.pause(status.dwWaitHint);
        status = service.status(tried);
      }
    }
  }

  @Override
  public List<String> runningDependents(String name) throws PcException {
    Message tried = Message.of("pc.service.dependents", name);
    try (ServiceHandle service =
        ServiceHandle.open(name, Winsvc.SERVICE_ENUMERATE_DEPENDENTS, tried)) {
      IntByReference needed = new IntByReference();
      IntByReference count = new IntByReference();
      int size = new ENUM_SERVICE_STATUS().size();
      Memory buffer = new Memory(size);
      while (!Advapi32.INSTANCE.EnumDependentServices(
          service.handle(), Winsvc.SERVICE_ACTIVE, buffer, (int) buffer.size(), needed, count)) {
        int error = Native.getLastError();
        if (error != Win32.MORE_DATA || needed.getValue() <= buffer.size()) {
          throw Win32.failure(tried, error);
        }
        buffer = new Memory(needed.getValue());
      }
      List<String> names = new ArrayList<>();
      for (int i = 0; i < count.getValue(); i++) {
        names.add(buffer.getPointer((long) i * size).getWideString(0));
      }
      return List.copyOf(names);
    }
  }

  @Override
  public void setStartType(String name, StartType type) throws PcException {
    Message tried = Message.of("pc.service.change-start-type", name);
    try (ServiceHandle service = openToChange(name, tried)) {
      new ServiceConfig(service, name, tried).set(type);
    }
  }

  @Override
  public void setProcessType(String name, ProcessType type) throws PcException {
    Message tried = Message.of("pc.service.change-process-type", name);
    if (type == ProcessType.OTHER) {
      throw Win32.failure(tried, Win32.INVALID_PARAMETER);
    }
    try (ServiceHandle service = openToChange(name, tried)) {
      new ServiceConfig(service, name, tried).set(type);
    }
  }

  private static ServiceHandle openToChange(String name, Message tried) throws PcException {
    return ServiceHandle.open(
        name, Winsvc.SERVICE_CHANGE_CONFIG | Winsvc.SERVICE_QUERY_CONFIG, tried);
  }

  /** Asks it once; false where it is to be asked again or waited for. */
  private static boolean isStopped(ServiceHandle service, Message tried) throws PcException {
    if (Advapi32.INSTANCE.ControlService(
        service.handle(), Winsvc.SERVICE_CONTROL_STOP, new SERVICE_STATUS())) {
      return false;
    }
    return switch (Native.getLastError()) {
      case ERROR_SERVICE_NOT_ACTIVE -> true;
      case ERROR_SERVICE_CANNOT_ACCEPT_CTRL -> false;
      default -> throw Win32.lastFailure(tried);
    };
  }

  private static boolean isPending(SERVICE_STATUS_PROCESS status) {
    return status.dwCurrentState == Winsvc.SERVICE_START_PENDING
        || status.dwCurrentState == Winsvc.SERVICE_STOP_PENDING;
  }

  private static void failIfItDied(SERVICE_STATUS_PROCESS status, Message tried)
      throws PcException {
    int error = status.dwWin32ExitCode;
    if (status.dwCurrentState != Winsvc.SERVICE_STOPPED
        || error == 0
        || error == ERROR_SERVICE_NEVER_STARTED) {
      return;
    }
    if (error == ERROR_SERVICE_SPECIFIC_ERROR && status.dwServiceSpecificExitCode < 0) {
      throw new PcException(
          Message.of("pc.failed", tried), new HResult(status.dwServiceSpecificExitCode));
    }
    throw Win32.failure(tried, error);
  }

  private static RunState runState(SERVICE_STATUS_PROCESS status) {
    return switch (status.dwCurrentState) {
      case Winsvc.SERVICE_STOPPED -> RunState.STOPPED;
      case Winsvc.SERVICE_START_PENDING, Winsvc.SERVICE_CONTINUE_PENDING -> RunState.START_PENDING;
      case Winsvc.SERVICE_STOP_PENDING -> RunState.STOP_PENDING;
      case Winsvc.SERVICE_PAUSED, Winsvc.SERVICE_PAUSE_PENDING -> RunState.PAUSED;
      default -> RunState.RUNNING;
    };
  }

  /** Waits as winsvc.h advises: a tenth of the service's own hint at a time. */
  private static final class Patience {
    private static final long SHORTEST_MILLIS = 100;
    private static final long LONGEST_MILLIS = 1000;

    private final long end;
    private final Message tried;

    Patience(Duration atMost, Message tried) {
      this.end = System.nanoTime() + atMost.toNanos();
      this.tried = tried;
    }

    void pause(int waitHint) throws PcException {
      if (System.nanoTime() - end >= 0) {
        throw Win32.failure(tried, ERROR_SERVICE_REQUEST_TIMEOUT);
      }
      try {
        Thread.sleep(Math.max(SHORTEST_MILLIS, Math.min(LONGEST_MILLIS, waitHint / 10)));
      } catch (InterruptedException e) {
        throw Win32.interrupted(tried, e);
      }
    }
  }
}
