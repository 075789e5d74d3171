package app.regrip.windows.win32;

import app.regrip.pc.PcException;
import app.regrip.text.Message;
import com.sun.jna.Native;
import com.sun.jna.win32.StdCallLibrary;
import com.sun.jna.win32.W32APIOptions;
import java.nio.file.Path;

/**
 * Where Windows lies. Asked of Windows itself: environment variables belong to whoever started us.
 */
public final class SystemPaths {

  private static final int LONGEST = 260;

  private SystemPaths() {}

  /** The two calls of kernel32.dll (sysinfoapi.h). */
  private interface Kernel32Directories extends StdCallLibrary {
    Kernel32Directories INSTANCE =
        Native.load("kernel32", Kernel32Directories.class, W32APIOptions.UNICODE_OPTIONS);

    int GetSystemWindowsDirectory(char[] buffer, int size);

    int GetSystemDirectory(char[] buffer, int size);
  }

  /** Usually {@code C:\Windows}. */
  public static Path windows() throws PcException {
    char[] buffer = new char[LONGEST];
    return path(buffer, Kernel32Directories.INSTANCE.GetSystemWindowsDirectory(buffer, LONGEST));
  }

  /** Usually {@code C:\Windows\System32}. */
  public static Path system32() throws PcException {
    char[] buffer = new char[LONGEST];
    return path(buffer, Kernel32Directories.INSTANCE.GetSystemDirectory(buffer, LONGEST));
  }

  private static Path path(char[] buffer, int length) throws PcException {
    if (length == 0 || length >= buffer.length) {
      throw Win32.lastFailure(Message.of("windows.facts.windows-folder"));
    }
    return Path.of(new String(buffer, 0, length));
  }
}
