package app.regrip.windows;

import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import com.sun.jna.Native;
import com.sun.jna.platform.win32.Win32Exception;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Win32 error numbers, and how a failed call becomes a {@link PcException}. */
final class Win32 {

  static final int FILE_NOT_FOUND = 2;
  static final int PATH_NOT_FOUND = 3;
  static final int ACCESS_DENIED = 5;
  static final int INVALID_PARAMETER = 87;
  static final int INSUFFICIENT_BUFFER = 122;
  static final int MORE_DATA = 234;
  static final int OPERATION_ABORTED = 995;
  static final int CANCELLED = 1223;
  static final int TIMEOUT = 1460;

  private static final int E_FAIL = 0x80004005;

  private Win32() {}

  /**
   * @param tried what was asked of Windows, as the beginning of a sentence
   */
  static PcException failure(String tried, int win32) {
    return new PcException(tried + " failed", HResult.ofWin32(win32));
  }

  /** The failure of the call this thread has just made. */
  static PcException lastFailure(String tried) {
    return failure(tried, Native.getLastError());
  }

  static PcException failure(String tried, Win32Exception e) {
    return new PcException(tried + " failed", new HResult(e.getHR().intValue()), e);
  }

  /** Java keeps the number of few errors; those it does not tell apart become E_FAIL. */
  static PcException failure(String tried, IOException e) {
    HResult code = new HResult(E_FAIL);
    if (e instanceof AccessDeniedException) {
      code = HResult.ofWin32(ACCESS_DENIED);
    } else if (e instanceof NoSuchFileException) {
      code = HResult.ofWin32(FILE_NOT_FOUND);
    }
    return new PcException(tried + " failed", code, e);
  }

  static PcException interrupted(String tried, InterruptedException e) {
    Thread.currentThread().interrupt();
    return new PcException(tried + " was interrupted", HResult.ofWin32(OPERATION_ABORTED), e);
  }
}
