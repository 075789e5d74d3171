package app.regrip.windows.elevation;

import app.regrip.pc.PcException;
import app.regrip.text.Message;
import app.regrip.windows.win32.Win32;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinNT.HANDLE;

/**
 * Where a path really leads: read from an open handle, so without links, short names, dots and
 * other spellings. Only such paths can be compared.
 */
final class FinalPath {

  private static final int LONGEST = 32_768;
  private static final String LONG_FORM = "\\\\?\\";
  private static final String NETWORK_FORM = "\\\\?\\UNC\\";

  private FinalPath() {}

  static String of(String path) throws PcException {
    HANDLE handle =
        Win32.valid(
            Kernel32.INSTANCE.CreateFile(
                path,
                WinNT.FILE_READ_ATTRIBUTES,
                WinNT.FILE_SHARE_READ | WinNT.FILE_SHARE_WRITE | WinNT.FILE_SHARE_DELETE,
                null,
                WinNT.OPEN_EXISTING,
                WinNT.FILE_FLAG_BACKUP_SEMANTICS,
                null),
            Message.of("pc.open", path));
    try {
      return of(handle);
    } finally {
      Kernel32.INSTANCE.CloseHandle(handle);
    }
  }

  static String of(HANDLE file) throws PcException {
    char[] buffer = new char[LONGEST];
    int length = Kernel32Pipes.INSTANCE.GetFinalPathNameByHandle(file, buffer, buffer.length, 0);
    Win32.check(length > 0 && length < buffer.length, Message.of("windows.elevation.where-really"));
    String path = new String(buffer, 0, length);
    if (path.startsWith(NETWORK_FORM)) {
      return "\\\\" + path.substring(NETWORK_FORM.length());
    }
    return path.startsWith(LONG_FORM) ? path.substring(LONG_FORM.length()) : path;
  }
}
