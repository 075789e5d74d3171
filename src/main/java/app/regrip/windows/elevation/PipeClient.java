package app.regrip.windows.elevation;

import app.regrip.pc.PcException;
import app.regrip.text.Message;
import app.regrip.windows.win32.Win32;
import com.sun.jna.Native;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinDef.ULONGByReference;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import java.util.Optional;

/** The tray's end of the pipe. */
final class PipeClient {

  /** To read and write, and not to create an instance, which GENERIC_WRITE would ask for. */
  private static final int READ_AND_WRITE = 0x12019b;

  private PipeClient() {}

  /**
   * Empty where it is not there yet, or taken at this moment.
   *
   * @param server whose pipe it has to be; an end of somebody else's is closed again
   */
  static Optional<PipeEnd> open(String name, long server) throws PcException {
    HANDLE pipe =
        Kernel32.INSTANCE.CreateFile(
            name,
            READ_AND_WRITE,
            0,
            null,
            WinNT.OPEN_EXISTING,
            WinNT.FILE_FLAG_OVERLAPPED
                | Kernel32Pipes.SECURITY_SQOS_PRESENT
                | Kernel32Pipes.SECURITY_IDENTIFICATION,
            null);
    if (pipe == null || WinBase.INVALID_HANDLE_VALUE.equals(pipe)) {
      int error = Native.getLastError();
      if (error == Win32.FILE_NOT_FOUND
          || error == Win32.PATH_NOT_FOUND
          || error == Win32.PIPE_BUSY) {
        return Optional.empty();
      }
      throw Win32.failure(Message.of("windows.pipe.open"), error);
    }
    ULONGByReference pid = new ULONGByReference();
    if (!Kernel32.INSTANCE.GetNamedPipeServerProcessId(pipe, pid)
        || Integer.toUnsignedLong(pid.getValue().intValue()) != server) {
      Kernel32.INSTANCE.CloseHandle(pipe);
      throw Win32.failure(Message.of("windows.pipe.of-another"), ACCESS_DENIED);
    }
    return Optional.of(new PipeEnd(pipe));
  }

  private static final int ACCESS_DENIED = 5;
}
