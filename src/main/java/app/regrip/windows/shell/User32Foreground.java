package app.regrip.windows.shell;

import com.sun.jna.win32.StdCallLibrary;

/** What JNA does not bind of user32.dll (winuser.h). */
interface User32Foreground extends StdCallLibrary {

  boolean AllowSetForegroundWindow(int process);
}
