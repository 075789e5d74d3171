package app.regrip.windows;

import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import app.regrip.pc.RestorePoints;
import app.regrip.text.Message;
import app.regrip.windows.win32.Registry;
import app.regrip.windows.win32.Wmi;
import com.sun.jna.platform.win32.COM.WbemcliUtil.WmiResult;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;

/**
 * System Protection, by WMI. SRSetRestorePoint would be called back by services of other accounts,
 * for which the security of COM has to be set up before anything else in the process uses it; the
 * provider of WMI has done so in its own process. Windows makes at most one restore point in 24
 * hours by itself and says "success" without making one; that throttle is Windows' own affair and
 * stays as it is.
 */
public final class WindowsRestorePoints implements RestorePoints {

  private static final String NAMESPACE = "root\\default";
  private static final String SYSTEM_RESTORE = "SystemRestore";
  private static final Message TRIED = Message.of("pc.restore-point.create");
  private static final int BEGIN_SYSTEM_CHANGE = 100;
  private static final int MODIFY_SETTINGS = 12;

  /** Windows takes a snapshot of the whole drive. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final String SETTINGS =
      "SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\SystemRestore";
  private static final String POLICY = "SOFTWARE\\Policies\\Microsoft\\Windows NT\\SystemRestore";

  private final Registry registry = Registry.machine();
  private final Method createRestorePoint;

  public WindowsRestorePoints() {
    this(
        arguments ->
            Wmi.call(NAMESPACE, SYSTEM_RESTORE, "CreateRestorePoint", arguments, PATIENCE, TRIED));
  }

  WindowsRestorePoints(Method createRestorePoint) {
    this.createRestorePoint = createRestorePoint;
  }

  /** A method of WMI, with its arguments by name and its return value. */
  interface Method {
    int call(Map<String, Object> arguments) throws PcException;
  }

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
        Wmi.ask(
            NAMESPACE, SYSTEM_RESTORE, Property.class, Message.of("windows.restore-point.list"));
    OptionalLong newest = OptionalLong.empty();
    for (int i = 0; i < points.getResultCount(); i++) {
      if (points.getValue(Property.SequenceNumber, i) instanceof Number number
          && number.longValue() > newest.orElse(-1)) {
        newest = OptionalLong.of(number.longValue());
      }
    }
    return newest;
  }

  /** What Microsoft's Checkpoint-Computer does, with the same method and the same event. */
  @Override
  public void create(String description) throws PcException {
    int result =
        createRestorePoint.call(
            Map.of(
                "Description", description,
                "RestorePointType", MODIFY_SETTINGS,
                "EventType", BEGIN_SYSTEM_CHANGE));
    if (result != 0) {
      throw new PcException(Message.of("pc.failed", TRIED), code(result));
    }
  }

  /** Documented as an HRESULT; where System Protection is off it is the plain Win32 1058. */
  private static HResult code(int result) {
    return result > 0 && result <= 0xFFFF ? HResult.ofWin32(result) : new HResult(result);
  }
}
