package app.regrip.windows.elevation;

import app.regrip.pc.PcException;
import app.regrip.text.Message;
import app.regrip.windows.win32.Win32;
import com.sun.jna.Native;
import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinDef.DWORD;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;
import com.sun.jna.platform.win32.WinNT.LUID;
import com.sun.jna.platform.win32.WinNT.TOKEN_PRIVILEGES;
import java.util.List;

/** The privileges of this process. */
final class Privileges {

  /** Opens processes of other users. */
  static final String DEBUG = "SeDebugPrivilege";

  /**
   * What neither a repair nor DISM and SFC, which inherit the rest, ever need. It is a list of what
   * goes and not of what stays: what servicing needs is not documented.
   */
  private static final List<String> NEVER_NEEDED =
      List.of(
          DEBUG,
          "SeProfileSingleProcessPrivilege",
          "SeRemoteShutdownPrivilege",
          "SeSystemProfilePrivilege",
          "SeSystemtimePrivilege",
          "SeTimeZonePrivilege",
          "SeUndockPrivilege");

  private static final int NOT_ALL_ASSIGNED = 1300;
  private static final int NO_SUCH_PRIVILEGE = 1313;

  private Privileges() {}

  /** One that the token does not have stays away without a word. */
  static void enable(String name) throws PcException {
    adjust(name, WinNT.SE_PRIVILEGE_ENABLED);
  }

  /** They can't come back in this process or its children. */
  static void removeThoseNeverNeeded() throws PcException {
    for (String name : NEVER_NEEDED) {
      adjust(name, Advapi32Security.SE_PRIVILEGE_REMOVED);
    }
  }

  private static void adjust(String name, int attributes) throws PcException {
    LUID luid = new LUID();
    if (!Advapi32.INSTANCE.LookupPrivilegeValue(null, name, luid)) {
      int error = Native.getLastError();
      if (error == NO_SUCH_PRIVILEGE) {
        return;
      }
      throw Win32.failure(Message.of("windows.elevation.privilege", name), error);
    }
    HANDLEByReference token = new HANDLEByReference();
    Win32.check(
        Advapi32.INSTANCE.OpenProcessToken(
            Kernel32.INSTANCE.GetCurrentProcess(),
            WinNT.TOKEN_ADJUST_PRIVILEGES | WinNT.TOKEN_QUERY,
            token),
        Message.of("windows.elevation.own-token"));
    try {
      TOKEN_PRIVILEGES change = new TOKEN_PRIVILEGES(1);
      change.Privileges[0] = new WinNT.LUID_AND_ATTRIBUTES(luid, new DWORD(attributes));
      boolean done =
          Advapi32.INSTANCE.AdjustTokenPrivileges(token.getValue(), false, change, 0, null, null);
      int error = Native.getLastError();
      if (!done && error != NOT_ALL_ASSIGNED) {
        throw Win32.failure(Message.of("windows.elevation.change-privilege", name), error);
      }
    } finally {
      Kernel32.INSTANCE.CloseHandle(token.getValue());
    }
  }
}
