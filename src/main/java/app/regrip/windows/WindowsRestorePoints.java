package app.regrip.windows;

import app.regrip.pc.PcException;
import app.regrip.pc.RestorePoints;
import com.sun.jna.Memory;
import com.sun.jna.platform.win32.COM.WbemcliUtil.WmiResult;
import java.util.OptionalLong;

/**
 * System Protection. Windows makes at most one restore point in 24 hours by itself and says
 * "success" without making one; that throttle is Windows' own affair and stays as it is.
 */
public final class WindowsRestorePoints implements RestorePoints {

  private static final int ERROR_SERVICE_DISABLED = 1058;
  private static final int ERROR_NOT_SUPPORTED = 50;

  private static final String SETTINGS =
      "SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\SystemRestore";
  private static final String POLICY = "SOFTWARE\\Policies\\Microsoft\\Windows NT\\SystemRestore";

  private final Registry registry = Registry.machine();

  /** The one property asked of the WMI class SystemRestore. */
  private enum Property {
    SequenceNumber
  }

  @Override
  public boolean isEnabled() throws PcException {
    boolean forbidden =
        registry.number(POLICY, "DisableSR").orElse(0) == 1
            || registry.number(SETTINGS, "DisableSR").orElse(0) == 1;
    return !forbidden && registry.number(SETTINGS, "RPSessionInterval").orElse(0) != 0;
  }

  @Override
  public OptionalLong newest() throws PcException {
    WmiResult<Property> points =
        Wmi.ask("root\\default", "SystemRestore", Property.class, "Listing the restore points");
    OptionalLong newest = OptionalLong.empty();
    for (int i = 0; i < points.getResultCount(); i++) {
      if (points.getValue(Property.SequenceNumber, i) instanceof Number number
          && number.longValue() > newest.orElse(-1)) {
        newest = OptionalLong.of(number.longValue());
      }
    }
    return newest;
  }

  @Override
  public void create(String description) throws PcException {
    String tried = "Making a restore point";
    Memory point =
        SrClient.restorePoint(SrClient.BEGIN_SYSTEM_CHANGE, SrClient.MODIFY_SETTINGS, description);
    Memory status = SrClient.status();
    try {
      if (!SrClient.load().SRSetRestorePointW(point, status)) {
        int error = status.getInt(0);
        throw Win32.failure(tried, error == 0 ? ERROR_SERVICE_DISABLED : error);
      }
    } catch (UnsatisfiedLinkError notOnThisEdition) {
      throw Win32.failure(tried, ERROR_NOT_SUPPORTED);
    }
  }
}
