package app.regrip.windows.folders;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.ptr.IntByReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes a junction: the link to a folder that needs no rights to make. False where it became
 * another kind of link.
 */
final class Junction {

  private static final int FSCTL_SET_REPARSE_POINT = 0x000900A4;
  private static final int IO_REPARSE_TAG_MOUNT_POINT = 0xA0000003;
  private static final int ERROR_NOT_SUPPORTED = 50;
  private static final int HEADER = 8;
  private static final int NAMES = 16;

  private Junction() {}

  static boolean make(Path link, Path target) throws IOException {
    Files.createDirectory(link);
    HANDLE handle =
        Kernel32.INSTANCE.CreateFile(
            link.toString(),
            WinNT.GENERIC_WRITE,
            0,
            null,
            WinNT.OPEN_EXISTING,
            Kernel32Files.FILE_FLAG_BACKUP_SEMANTICS | Kernel32Files.FILE_FLAG_OPEN_REPARSE_POINT,
            null);
    assertThat(handle).isNotEqualTo(WinBase.INVALID_HANDLE_VALUE);
    boolean made;
    int error;
    try {
      Memory data = reparseData("\\??\\" + target.toAbsolutePath(), target.toString());
      made =
          Kernel32.INSTANCE.DeviceIoControl(
              handle,
              FSCTL_SET_REPARSE_POINT,
              data,
              (int) data.size(),
              null,
              0,
              new IntByReference(),
              null);
      error = Native.getLastError();
    } finally {
      Kernel32.INSTANCE.CloseHandle(handle);
    }
    if (!made) {
      assertThat(error).as("making a junction").isEqualTo(ERROR_NOT_SUPPORTED);
      UnixLink.make(link, target);
    }
    return made;
  }

  /** REPARSE_DATA_BUFFER with a MountPointReparseBuffer. */
  private static Memory reparseData(String substitute, String print) {
    int substituteBytes = substitute.length() * 2;
    int printBytes = print.length() * 2;
    int size = NAMES + substituteBytes + 2 + printBytes + 2;
    Memory data = new Memory(size);
    data.clear();
    data.setInt(0, IO_REPARSE_TAG_MOUNT_POINT);
    data.setShort(4, (short) (size - HEADER));
    data.setShort(10, (short) substituteBytes);
    data.setShort(12, (short) (substituteBytes + 2));
    data.setShort(14, (short) printBytes);
    data.setWideString(NAMES, substitute);
    data.setWideString(NAMES + substituteBytes + 2L, print);
    return data;
  }
}
