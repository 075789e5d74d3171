package app.regrip.windows.win32;

import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import app.regrip.text.Message;
import com.sun.jna.Native;
import com.sun.jna.platform.win32.Win32Exception;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Win32 error numbers, and how a failed call becomes a {@link PcException}. */
public final class Win32 {

  public static final int FILE_NOT_FOUND = 2;
  public static final int PATH_NOT_FOUND = 3;
  public static final int ACCESS_DENIED = 5;
  public static final int INVALID_PARAMETER = 87;
  public static final int BROKEN_PIPE = 109;
  public static final int INSUFFICIENT_BUFFER = 122;
  public static final int ALREADY_EXISTS = 183;
  public static final int PIPE_BUSY = 231;
  public static final int NO_DATA = 232;
  public static final int PIPE_NOT_CONNECTED = 233;
  public static final int MORE_DATA = 234;
  public static final int PIPE_CONNECTED = 535;
  public static final int OPERATION_ABORTED = 995;
  public static final int IO_PENDING = 997;
  public static final int CANCELLED = 1223;
  public static final int TIMEOUT = 1460;

  private static final int E_FAIL = 0x80004005;

  private Win32() {}

  /**
   * @param tried what was asked of Windows, as the beginning of a sentence
   */
  public static PcException failure(Message tried, int win32) {
    return new PcException(Message.of("pc.failed", tried), HResult.ofWin32(win32));
  }

  /**
   * @throws PcException with the error of the call this thread has just made, where it failed
   */
  public static void check(boolean succeeded, Message tried) throws PcException {
    if (!succeeded) {
      throw lastFailure(tried);
    }
  }

  /** The handle, where it is one. */
  public static HANDLE valid(HANDLE handle, Message tried) throws PcException {
    if (handle == null || WinBase.INVALID_HANDLE_VALUE.equals(handle)) {
      throw lastFailure(tried);
    }
    return handle;
  }

  /** The failure of the call this thread has just made. */
  public static PcException lastFailure(Message tried) {
    return failure(tried, Native.getLastError());
  }

  public static PcException failure(Message tried, Win32Exception e) {
    return new PcException(Message.of("pc.failed", tried), new HResult(e.getHR().intValue()), e);
  }

  /** Java keeps the number of few errors; those it does not tell apart become E_FAIL. */
  public static PcException failure(Message tried, IOException e) {
    HResult code = new HResult(E_FAIL);
    if (e instanceof AccessDeniedException) {
      code = HResult.ofWin32(ACCESS_DENIED);
    } else if (e instanceof NoSuchFileException) {
      code = HResult.ofWin32(FILE_NOT_FOUND);
    }
    return new PcException(Message.of("pc.failed", tried), code, e);
  }

  public static PcException interrupted(Message tried, InterruptedException e) {
    Thread.currentThread().interrupt();
    return new PcException(
        Message.of("pc.interrupted", tried), HResult.ofWin32(OPERATION_ABORTED), e);
  }

  /** For those who deal in streams: the number is in the words, as an IOException has no other. */
  public static IOException ofAStream(PcException e) {
    return new IOException(e.getMessage() + " (" + e.code() + ")", e);
  }
}
