package app.regrip.windows.services;

import static app.regrip.windows.services.Advapi32Services.SERVICE_CONFIG_DELAYED_AUTO_START_INFO;
import static app.regrip.windows.services.Advapi32Services.SERVICE_NO_CHANGE;

import app.regrip.pc.PcException;
import app.regrip.pc.ProcessType;
import app.regrip.pc.StartType;
import app.regrip.text.Message;
import app.regrip.windows.services.Advapi32Services.QUERY_SERVICE_CONFIG;
import app.regrip.windows.win32.Registry;
import app.regrip.windows.win32.Win32;
import com.sun.jna.Memory;
import com.sun.jna.ptr.IntByReference;

/**
 * How a service is set up: its start type and its process type, read and written through the SCM.
 */
final class ServiceConfig {

  private static final Advapi32Services SCM = Advapi32Services.INSTANCE;

  /** More than this the SCM never answers (QueryServiceConfig). */
  private static final int MOST_BYTES = 8192;

  private static final int AUTO_START = 2;
  private static final int INTERACTIVE = 0x100;

  private final Registry registry = Registry.machine();
  private final ServiceHandle service;
  private final String name;
  private final Message tried;

  ServiceConfig(ServiceHandle service, String name, Message tried) {
    this.service = service;
    this.name = name;
    this.tried = tried;
  }

  StartType startType() throws PcException {
    return switch (read().dwStartType) {
      case 0 -> StartType.BOOT;
      case 1 -> StartType.SYSTEM;
      case AUTO_START -> isDelayed() ? StartType.AUTOMATIC_DELAYED : StartType.AUTOMATIC;
      case 3 -> StartType.MANUAL;
      case 4 -> StartType.DISABLED;
      default -> throw Win32.failure(tried, Win32.INVALID_PARAMETER);
    };
  }

  ProcessType processType() throws PcException {
    return switch (read().dwServiceType & ~INTERACTIVE) {
      case 0x10 -> ProcessType.OWN;
      case 0x20 -> ProcessType.SHARE;
      default -> ProcessType.OTHER;
    };
  }

  void set(StartType type) throws PcException {
    change(SERVICE_NO_CHANGE, type.registryValue());
    if (type.registryValue() == AUTO_START) {
      setDelayed(type == StartType.AUTOMATIC_DELAYED);
    }
  }

  void set(ProcessType type) throws PcException {
    change(type.registryValue(), SERVICE_NO_CHANGE);
  }

  private QUERY_SERVICE_CONFIG read() throws PcException {
    Memory buffer = new Memory(MOST_BYTES);
    if (!SCM.QueryServiceConfig(service.handle(), buffer, MOST_BYTES, new IntByReference())) {
      throw Win32.lastFailure(tried);
    }
    return new QUERY_SERVICE_CONFIG(buffer);
  }

  /**
   * Everything left out stays: account, path, dependencies; triggers are not touched by this call.
   */
  private void change(int serviceType, int startType) throws PcException {
    if (!SCM.ChangeServiceConfig(
        service.handle(),
        serviceType,
        startType,
        SERVICE_NO_CHANGE,
        null,
        null,
        null,
        null,
        null,
        null,
        null)) {
      throw Win32.lastFailure(tried);
    }
  }

  private boolean isDelayed() throws PcException {
    return registry.number(WindowsServices.KEY + name, "DelayedAutostart").orElse(0) == 1;
  }

  /** SERVICE_DELAYED_AUTO_START_INFO is one BOOL. */
  private void setDelayed(boolean wanted) throws PcException {
    if (isDelayed() == wanted) {
      return;
    }
    Memory delayed = new Memory(Integer.BYTES);
    delayed.setInt(0, wanted ? 1 : 0);
    if (!SCM.ChangeServiceConfig2(
        service.handle(), SERVICE_CONFIG_DELAYED_AUTO_START_INFO, delayed)) {
      throw Win32.lastFailure(tried);
    }
  }
}
