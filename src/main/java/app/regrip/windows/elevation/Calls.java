package app.regrip.windows.elevation;

import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import com.sun.jna.Native;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinNT.HANDLE;

/** What the answers of Win32 calls mean. */
final class Calls {

  static final int FILE_NOT_FOUND = 2;
  static final int PATH_NOT_FOUND = 3;
  static final int BROKEN_PIPE = 109;
  static final int ALREADY_EXISTS = 183;
  static final int NO_DATA = 232;
  static final int PIPE_BUSY = 231;
  static final int PIPE_NOT_CONNECTED = 233;
  static final int PIPE_CONNECTED = 535;
  static final int OPERATION_ABORTED = 995;
  static final int IO_PENDING = 997;
  static final int CANCELLED = 1223;

  private Calls() {}

  /**
   * @param tried what was asked of Windows, as the beginning of a sentence
   */
  static void check(boolean succeeded, String tried) throws PcException {
    if (!succeeded) {
      throw failure(tried, Native.getLastError());
    }
  }

  static HANDLE valid(HANDLE handle, String tried) throws PcException {
    if (handle == null || WinBase.INVALID_HANDLE_VALUE.equals(handle)) {
      throw failure(tried, Native.getLastError());
    }
    return handle;
  }

  static PcException failure(String tried, int win32) {
    HResult code = HResult.ofWin32(win32);
    return new PcException(tried + " failed with " + code.hex(), code);
  }

  static void close(HANDLE handle) {
    Kernel32.INSTANCE.CloseHandle(handle);
  }
}
