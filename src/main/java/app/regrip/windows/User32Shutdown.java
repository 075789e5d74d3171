package app.regrip.windows;

import com.sun.jna.Native;
import com.sun.jna.platform.win32.WinDef.HWND;
import com.sun.jna.win32.StdCallLibrary;
import com.sun.jna.win32.W32APIOptions;

/** What user32.dll offers to ask for patience at shutdown (winuser.h). */
interface User32Shutdown extends StdCallLibrary {

  User32Shutdown INSTANCE =
      Native.load("user32", User32Shutdown.class, W32APIOptions.UNICODE_OPTIONS);

  int WM_QUERYENDSESSION = 0x0011;

  boolean ShutdownBlockReasonCreate(HWND window, String reason);

  boolean ShutdownBlockReasonDestroy(HWND window);
}
