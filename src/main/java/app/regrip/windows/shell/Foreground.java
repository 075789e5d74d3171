package app.regrip.windows.shell;

import com.sun.jna.Native;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.User32;
import com.sun.jna.platform.win32.WinDef.HWND;
import com.sun.jna.ptr.IntByReference;
import java.util.Optional;

/**
 * Who may come to the front. Windows lets only the program the user is working with do that; the
 * windows of all others just flash in the task bar, and so does its question for permission.
 */
public final class Foreground {

  private static final System.Logger LOG = System.getLogger(Foreground.class.getName());

  private Foreground() {}

  /** The window the user is working with, if it is one of this process. */
  public static Optional<HWND> ownWindow() {
    HWND window = User32.INSTANCE.GetForegroundWindow();
    if (window == null) {
      return Optional.empty();
    }
    IntByReference process = new IntByReference();
    User32.INSTANCE.GetWindowThreadProcessId(window, process);
    return process.getValue() == Kernel32.INSTANCE.GetCurrentProcessId()
        ? Optional.of(window)
        : Optional.empty();
  }

  /** Lets that process come to the front too; without the right to it, nothing happens. */
  public static void passTo(long process) {
    if (!Native.load("user32", User32Foreground.class).AllowSetForegroundWindow((int) process)) {
      LOG.log(
          System.Logger.Level.INFO,
          "the window of the running Regrip may only flash ({0})",
          Native.getLastError());
    }
  }
}
