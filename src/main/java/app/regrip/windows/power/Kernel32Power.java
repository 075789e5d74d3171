package app.regrip.windows.power;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.win32.StdCallLibrary;
import com.sun.jna.win32.W32APIOptions;

/** Power requests and the state of the battery, kernel32.dll (winbase.h, minwinbase.h). */
public interface Kernel32Power extends StdCallLibrary {

  Kernel32Power INSTANCE =
      Native.load("kernel32", Kernel32Power.class, W32APIOptions.UNICODE_OPTIONS);

  /** POWER_REQUEST_TYPE. */
  int POWER_REQUEST_SYSTEM_REQUIRED = 1;

  int POWER_REQUEST_EXECUTION_REQUIRED = 3;

  int POWER_REQUEST_CONTEXT_VERSION = 0;
  int POWER_REQUEST_CONTEXT_SIMPLE_STRING = 1;

  HANDLE PowerCreateRequest(Pointer context);

  boolean PowerSetRequest(HANDLE request, int type);

  boolean PowerClearRequest(HANDLE request, int type);

  boolean GetSystemPowerStatus(Pointer status);

  /**
   * REASON_CONTEXT with a simple string: ULONG version; DWORD flags; LPWSTR reason, in a union as
   * large as three pointers. The text lies behind it.
   */
  static Memory reasonContext(String reason) {
    long text = 2L * Integer.BYTES + 3L * Native.POINTER_SIZE;
    Memory context = new Memory(text + (reason.length() + 1L) * Character.BYTES);
    context.clear();
    context.setInt(0, POWER_REQUEST_CONTEXT_VERSION);
    context.setInt(4, POWER_REQUEST_CONTEXT_SIMPLE_STRING);
    context.setPointer(8, context.share(text));
    context.setWideString(text, reason);
    return context;
  }

  /** SYSTEM_POWER_STATUS: four bytes (line, flag, percent, reserved) and two DWORDs. */
  static Memory powerStatus() {
    return new Memory(12);
  }
}
