package app.regrip.windows;

import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.User32;
import com.sun.jna.platform.win32.WinDef.HINSTANCE;
import com.sun.jna.platform.win32.WinDef.HWND;
import com.sun.jna.platform.win32.WinDef.LPARAM;
import com.sun.jna.platform.win32.WinDef.LRESULT;
import com.sun.jna.platform.win32.WinDef.WPARAM;
import com.sun.jna.platform.win32.WinUser;
import com.sun.jna.platform.win32.WinUser.MSG;
import com.sun.jna.platform.win32.WinUser.WNDCLASSEX;
import com.sun.jna.platform.win32.WinUser.WindowProc;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

/**
 * A hidden window that asks Windows not to shut down yet, and why. The user can shut down all the
 * same. It must be a top-level window: message-only windows are not asked.
 */
final class ShutdownBlock implements AutoCloseable {

  private static final User32 USER = User32.INSTANCE;
  private static final User32Shutdown SHUTDOWN = User32Shutdown.INSTANCE;

  private final String windowClass = "Regrip.ShutdownBlock." + UUID.randomUUID();
  private final CountDownLatch ready = new CountDownLatch(1);
  private final Thread thread;
  private final WindowProc answers = this::answer;
  private volatile HWND window;

  ShutdownBlock(String why) {
    thread = new Thread(() -> hold(why), "shutdown block");
    thread.setDaemon(true);
    thread.start();
    try {
      ready.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Whether there is a window that Windows asks; without a reason it shows none, and asks still.
   */
  boolean isHeld() {
    return window != null;
  }

  private void hold(String why) {
    HINSTANCE module = new HINSTANCE();
    module.setPointer(Kernel32.INSTANCE.GetModuleHandle(null).getPointer());
    WNDCLASSEX description = new WNDCLASSEX();
    description.hInstance = module;
    description.lpszClassName = windowClass;
    description.lpfnWndProc = answers;
    if (USER.RegisterClassEx(description).intValue() == 0) {
      ready.countDown();
      return;
    }
    HWND made =
        USER.CreateWindowEx(0, windowClass, "Regrip", 0, 0, 0, 0, 0, null, null, module, null);
    if (made != null) {
      SHUTDOWN.ShutdownBlockReasonCreate(made, why);
    }
    window = made;
    ready.countDown();
    if (made != null) {
      MSG message = new MSG();
      while (USER.GetMessage(message, null, 0, 0) > 0) {
        USER.DispatchMessage(message);
      }
    }
    USER.UnregisterClass(windowClass, module);
  }

  private LRESULT answer(HWND asked, int message, WPARAM wParam, LPARAM lParam) {
    switch (message) {
      case User32Shutdown.WM_QUERYENDSESSION -> {
        return new LRESULT(0);
      }
      case WinUser.WM_CLOSE -> {
        SHUTDOWN.ShutdownBlockReasonDestroy(asked);
        USER.DestroyWindow(asked);
        return new LRESULT(0);
      }
      case WinUser.WM_DESTROY -> {
        USER.PostQuitMessage(0);
        return new LRESULT(0);
      }
      default -> {
        return USER.DefWindowProc(asked, message, wParam, lParam);
      }
    }
  }

  @Override
  public void close() {
    if (window == null) {
      return;
    }
    USER.PostMessage(window, WinUser.WM_CLOSE, null, null);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    window = null;
  }
}
