package app.regrip.windows.services;

import app.regrip.pc.PcException;
import app.regrip.text.Message;
import app.regrip.windows.win32.Win32;
import com.sun.jna.Native;
import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.Winsvc;
import com.sun.jna.platform.win32.Winsvc.SC_HANDLE;
import com.sun.jna.platform.win32.Winsvc.SERVICE_STATUS_PROCESS;
import com.sun.jna.ptr.IntByReference;
import java.util.Optional;

/** One service of the SCM, opened with the least rights the work needs. */
final class ServiceHandle implements AutoCloseable {

  private static final int ERROR_SERVICE_DOES_NOT_EXIST = 1060;
  private static final int ERROR_INVALID_NAME = 123;
  private static final int LONGEST_NAME = 256;
  private static final int SC_STATUS_PROCESS_INFO = 0;

  private final SC_HANDLE manager;
  private final SC_HANDLE service;

  private ServiceHandle(SC_HANDLE manager, SC_HANDLE service) {
    this.manager = manager;
    this.service = service;
  }

  /** Fails with Win32 1060 where there is no such service. */
  static ServiceHandle open(String name, int rights, Message tried) throws PcException {
    SC_HANDLE manager = Advapi32.INSTANCE.OpenSCManager(null, null, Winsvc.SC_MANAGER_CONNECT);
    if (manager == null) {
      throw Win32.lastFailure(tried);
    }
    SC_HANDLE service = Advapi32.INSTANCE.OpenService(manager, name, rights);
    if (service == null) {
      PcException failure = Win32.lastFailure(tried);
      Advapi32.INSTANCE.CloseServiceHandle(manager);
      throw failure.isWin32(ERROR_INVALID_NAME)
          ? Win32.failure(tried, ERROR_SERVICE_DOES_NOT_EXIST)
          : failure;
    }
    return new ServiceHandle(manager, service);
  }

  /** Empty where there is no such service. */
  static Optional<ServiceHandle> find(String name, int rights, Message tried) throws PcException {
    try {
      return Optional.of(open(name, rights, tried));
    } catch (PcException e) {
      if (e.isWin32(ERROR_SERVICE_DOES_NOT_EXIST)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  SC_HANDLE handle() {
    return service;
  }

  SERVICE_STATUS_PROCESS status(Message tried) throws PcException {
    SERVICE_STATUS_PROCESS status = new SERVICE_STATUS_PROCESS();
    if (!Advapi32.INSTANCE.QueryServiceStatusEx(
        service, SC_STATUS_PROCESS_INFO, status, status.size(), new IntByReference())) {
      throw Win32.lastFailure(tried);
    }
    return status;
  }

  /** The name in Windows' own spelling, which only the way over the display name gives. */
  String spelled(String name) {
    char[] buffer = new char[LONGEST_NAME + 1];
    Advapi32Services scm = Advapi32Services.INSTANCE;
    if (!scm.GetServiceDisplayName(manager, name, buffer, new IntByReference(buffer.length))) {
      return name;
    }
    String display = Native.toString(buffer);
    if (!scm.GetServiceKeyName(manager, display, buffer, new IntByReference(buffer.length))) {
      return name;
    }
    String key = Native.toString(buffer);
    return key.equalsIgnoreCase(name) ? key : name;
  }

  @Override
  public void close() {
    Advapi32.INSTANCE.CloseServiceHandle(service);
    Advapi32.INSTANCE.CloseServiceHandle(manager);
  }
}
