package app.regrip.windows.wua;

import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import app.regrip.text.Message;
import app.regrip.threads.Daemon;
import app.regrip.windows.winrt.ComPointer;
import com.sun.jna.platform.win32.Guid.GUID;
import com.sun.jna.platform.win32.Ole32;
import com.sun.jna.platform.win32.WTypes;
import com.sun.jna.ptr.PointerByReference;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The multithreaded apartment of COM, each time on a thread of its own: a call of the Windows
 * Update agent may hang for hours and cannot be ended, only left behind.
 */
final class Apartment {

  private static final int ERROR_CANCELLED = 1223;
  private static final int ERROR_TIMEOUT = 1460;

  private Apartment() {}

  /** Begins the work; whoever completes the answer before it is spared the wait. */
  static <T> CompletableFuture<T> begin(Callable<T> work) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    Daemon.start(
        "windows-update",
        () -> {
          try {
            answer.complete(inside(work));
          } catch (Throwable e) {
            answer.completeExceptionally(e);
          }
        });
    return answer;
  }

  /**
   * @throws PcException the work's own, or Win32 1460 where it does not answer in time
   */
  static <T> T await(CompletableFuture<T> answer, Duration patience) throws PcException {
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof PcException trouble) {
        throw trouble;
      }
      throw new IllegalStateException(e.getCause());
    } catch (TimeoutException e) {
      throw new PcException(
          Message.of("windows.agent.no-answer"), HResult.ofWin32(ERROR_TIMEOUT), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PcException(
          Message.of("windows.stopped-waiting.agent"), HResult.ofWin32(ERROR_CANCELLED), e);
    }
  }

  /** A new object of the class; only inside of the work. */
  static ComPointer create(Message what, GUID clsid, GUID iid) throws PcException {
    PointerByReference out = new PointerByReference();
    ComPointer.check(
        what, Ole32.INSTANCE.CoCreateInstance(clsid, null, WTypes.CLSCTX_ALL, iid, out).intValue());
    return new ComPointer(out.getValue());
  }

  private static <T> T inside(Callable<T> work) throws Exception {
    ComPointer.check(
        Message.of("windows.com.not-started"),
        Ole32.INSTANCE.CoInitializeEx(null, Ole32.COINIT_MULTITHREADED).intValue());
    try {
      return work.call();
    } finally {
      Ole32.INSTANCE.CoUninitialize();
    }
  }
}
