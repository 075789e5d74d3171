package app.regrip.windows.shell;

import com.sun.jna.Native;
import com.sun.jna.WString;
import com.sun.jna.platform.win32.WinDef.HWND;
import com.sun.jna.win32.StdCallLibrary;

/** What user32.dll has beside JNA's binding: holding up a shutdown. */
public interface User32Shutdown extends StdCallLibrary {

  User32Shutdown INSTANCE = Native.load("user32", User32Shutdown.class);

  int WM_QUERYENDSESSION = 0x0011;

  /** On the thread that made the window. */
  boolean ShutdownBlockReasonCreate(HWND window, WString reason);

  boolean ShutdownBlockReasonDestroy(HWND window);

  /** {@code length} in characters, with the zero at the end. */
  boolean ShutdownBlockReasonQuery(HWND window, char[] reason, int[] length);
}
