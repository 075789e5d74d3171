package app.regrip.windows;

import app.regrip.pc.PcException;
import app.regrip.selftest.Answer;
import app.regrip.selftest.Question;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Whether one who may only read a file sees that it is locked. Asked of Windows itself: within one
 * process Java answers that from its own list.
 */
final class FileLockQuestion implements Question {

  private static final int OVERLAPPED_BYTES = 32;

  private final Path folder;

  /**
   * @param folder where Regrip's own files are
   */
  FileLockQuestion(Path folder) {
    this.folder = folder;
  }

  @Override
  public Answer ask() throws IOException, PcException {
    Files.createDirectories(folder);
    Path file = Files.createTempFile(folder, "selftest", ".lock");
    try (FileChannel holder = FileChannel.open(file, StandardOpenOption.WRITE)) {
      HANDLE reader = open(file);
      try {
        FileLock lock = holder.tryLock();
        boolean givenWhileHeld = isGiven(reader);
        int error = Native.getLastError();
        lock.release();
        boolean givenAfterwards = isGiven(reader);
        return Answer.of(
            !givenWhileHeld && givenAfterwards,
            "while it is held a reader is "
                + (givenWhileHeld ? "let in" : "refused with Win32 " + error)
                + ", and afterwards "
                + (givenAfterwards ? "let in" : "refused"));
      } finally {
        Kernel32.INSTANCE.CloseHandle(reader);
      }
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static HANDLE open(Path file) throws PcException {
    HANDLE handle =
        Kernel32.INSTANCE.CreateFile(
            file.toString(),
            WinNT.GENERIC_READ,
            WinNT.FILE_SHARE_READ | WinNT.FILE_SHARE_WRITE | WinNT.FILE_SHARE_DELETE,
            null,
            WinNT.OPEN_EXISTING,
            0,
            null);
    if (WinBase.INVALID_HANDLE_VALUE.equals(handle)) {
      throw Win32.lastFailure("Opening a scratch file");
    }
    return handle;
  }

  /** Asks for the whole file, shared, and gives it back by closing the handle. */
  private static boolean isGiven(HANDLE reader) {
    try (Memory from = new Memory(OVERLAPPED_BYTES)) {
      from.clear();
      return Kernel32Files.INSTANCE.LockFileEx(
          reader, Kernel32Files.LOCKFILE_FAIL_IMMEDIATELY, 0, -1, Integer.MAX_VALUE, from);
    }
  }
}
