package app.regrip.windows.shell;

import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import app.regrip.text.Message;
import app.regrip.threads.Daemon;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.User32;
import com.sun.jna.platform.win32.WinDef.HMODULE;
import com.sun.jna.platform.win32.WinDef.HWND;
import com.sun.jna.platform.win32.WinDef.LPARAM;
import com.sun.jna.platform.win32.WinDef.LRESULT;
import com.sun.jna.platform.win32.WinDef.WPARAM;
import com.sun.jna.platform.win32.WinUser;
import com.sun.jna.platform.win32.WinUser.MSG;
import com.sun.jna.platform.win32.WinUser.WNDCLASSEX;
import com.sun.jna.platform.win32.WinUser.WindowProc;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/**
 * A window nobody sees, with a thread of its own that reads its messages. It is a top-level window:
 * those that only take messages are left out of what Windows tells everybody.
 */
public final class HiddenWindow implements AutoCloseable {

  private static final int ERROR_INVALID_WINDOW_HANDLE = 1400;
  private static final int WM_DESTROY = 0x0002;
  private static final int WM_CLOSE = 0x0010;

  /** Work has been queued for the thread of the window. */
  private static final int WM_APP_WORK = 0x8000 + 0x100;

  /** What a window does with its messages, on its own thread. */
  public interface Messages {

    /** The answer; empty for what Windows usually does. */
    OptionalLong received(int message, long wParam, long lParam);
  }

  private final String className;
  private final Messages messages;
  private final Queue<Runnable> work = new ConcurrentLinkedQueue<>();
  private final CompletableFuture<HWND> opened = new CompletableFuture<>();
  private final HMODULE module = Kernel32.INSTANCE.GetModuleHandle(null);

  /** Held here, or it would be collected while Windows still calls it. */
  private final WindowProc procedure = this::received;

  private final Thread thread;
  private HWND handle;

  private HiddenWindow(String name, Messages messages) {
    this.className = name + "-" + Long.toHexString(System.nanoTime());
    this.messages = messages;
    this.thread = Daemon.of(name, this::live);
  }

  /**
   * @param name for the thread and the class of the window
   */
  public static HiddenWindow open(String name, Messages messages) throws PcException {
    HiddenWindow window = new HiddenWindow(name, messages);
    window.thread.start();
    window.handle = result(window.opened);
    return window;
  }

  public HWND handle() {
    return handle;
  }

  /** Does the work on the thread of the window, as some calls want it, and waits for it. */
  public <T> T run(Callable<T> task) throws PcException {
    FutureTask<T> queued = new FutureTask<>(task);
    if (Thread.currentThread() == thread) {
      queued.run();
    } else if (thread.isAlive()) {
      work.add(queued);
      User32.INSTANCE.PostMessage(handle, WM_APP_WORK, new WPARAM(0), new LPARAM(0));
    } else {
      throw new PcException(
          Message.of("windows.shell.window-closed"), HResult.ofWin32(ERROR_INVALID_WINDOW_HANDLE));
    }
    return result(queued);
  }

  /** The window is gone, and its thread, when this returns. */
  @Override
  public void close() {
    User32.INSTANCE.PostMessage(handle, WM_CLOSE, new WPARAM(0), new LPARAM(0));
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void live() {
    HWND made;
    try {
      made = make();
    } catch (PcException e) {
      opened.completeExceptionally(e);
      return;
    }
    opened.complete(made);
    MSG message = new MSG();
    while (User32.INSTANCE.GetMessage(message, null, 0, 0) > 0) {
      User32.INSTANCE.TranslateMessage(message);
      User32.INSTANCE.DispatchMessage(message);
    }
    doWork();
    User32.INSTANCE.UnregisterClass(className, module);
  }

  private HWND make() throws PcException {
    WNDCLASSEX type = new WNDCLASSEX();
    type.hInstance = module;
    type.lpfnWndProc = procedure;
    type.lpszClassName = className;
    if (User32.INSTANCE.RegisterClassEx(type).intValue() == 0) {
      throw lastError();
    }
    HWND made =
        User32.INSTANCE.CreateWindowEx(
            0, className, "Regrip", WinUser.WS_POPUP, 0, 0, 0, 0, null, null, module, null);
    if (made == null) {
      throw lastError();
    }
    return made;
  }

  private LRESULT received(HWND window, int message, WPARAM wParam, LPARAM lParam) {
    if (message == WM_APP_WORK) {
      doWork();
      return new LRESULT(0);
    }
    if (message == WM_DESTROY) {
      User32.INSTANCE.PostQuitMessage(0);
      return new LRESULT(0);
    }
    OptionalLong answer = messages.received(message, wParam.longValue(), lParam.longValue());
    return answer.isPresent()
        ? new LRESULT(answer.getAsLong())
        : User32.INSTANCE.DefWindowProc(window, message, wParam, lParam);
  }

  private void doWork() {
    for (Runnable next = work.poll(); next != null; next = work.poll()) {
      next.run();
    }
  }

  private static <T> T result(Future<T> future) throws PcException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof PcException trouble) {
        throw trouble;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PcException(Message.of("windows.stopped-waiting.window"), HResult.ofWin32(1223), e);
    }
  }

  private static PcException lastError() {
    return new PcException(
        Message.of("windows.shell.window-not-made"),
        HResult.ofWin32(Kernel32.INSTANCE.GetLastError()));
  }
}
