package app.regrip.windows.shell;

import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import app.regrip.text.Message;
import com.sun.jna.CallbackReference;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.User32;
import com.sun.jna.platform.win32.WinDef.HWND;
import com.sun.jna.platform.win32.WinDef.LPARAM;
import com.sun.jna.platform.win32.WinDef.LRESULT;
import com.sun.jna.platform.win32.WinDef.WPARAM;
import com.sun.jna.platform.win32.WinUser;
import com.sun.jna.platform.win32.WinUser.WindowProc;
import com.sun.jna.ptr.IntByReference;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The hidden window that dorkbox SystemTray 4.4 is told clicks on its icon through, with a
 * procedure of ours before its own. The library opens its menu on every click, at a place it
 * reckons from the version of Windows as {@code cmd /c ver} prints it, and where that line has
 * another word for "Version" it reckons a point on no screen, and there is no menu.
 */
public final class NotifyIconWindow implements AutoCloseable {

  /** As the library calls them, with a number behind. */
  static final String TITLE = "WindowsEventDispatch_";

  private static final String CLASS = "Static";
  private static final int ERROR_NOT_FOUND = 1168;

  /** What the library asked Windows to send for its icon. */
  static final int WM_SHELLNOTIFY = 0x0400 + 1;

  /** In lParam, for an icon without NIM_SETVERSION; from the keyboard too. */
  private static final int WM_LBUTTONUP = 0x0202;

  private static final int WM_RBUTTONUP = 0x0205;

  private final HWND window;
  private final Runnable plain;
  private final Runnable menu;

  /** Held here, or it would be collected while Windows still calls it. */
  private final WindowProc procedure = this::received;

  private volatile Pointer before;

  private NotifyIconWindow(HWND window, Runnable plain, Runnable menu) {
    this.window = window;
    this.plain = plain;
    this.menu = menu;
  }

  /**
   * From now on these hear of the clicks, on the thread of the icon, and the library does not.
   *
   * @throws PcException where this process has no such window
   */
  public static NotifyIconWindow take(Runnable plain, Runnable menu) throws PcException {
    HWND found =
        find()
            .orElseThrow(
                () ->
                    new PcException(
                        Message.of("windows.shell.no-tray-window"),
                        HResult.ofWin32(ERROR_NOT_FOUND)));
    NotifyIconWindow taken = new NotifyIconWindow(found, plain, menu);
    taken.before = User32.INSTANCE.GetWindowLongPtr(found, WinUser.GWL_WNDPROC).toPointer();
    if (User32.INSTANCE.SetWindowLongPtr(found, WinUser.GWL_WNDPROC, taken.pointer()) == null) {
      throw new PcException(
          Message.of("windows.shell.clicks-not-told"),
          HResult.ofWin32(Kernel32.INSTANCE.GetLastError()));
    }
    return taken;
  }

  /** Gives the clicks back to the library, where its window is still there. */
  @Override
  public void close() {
    Pointer now = User32.INSTANCE.GetWindowLongPtr(window, WinUser.GWL_WNDPROC).toPointer();
    if (pointer().equals(now)) {
      User32.INSTANCE.SetWindowLongPtr(window, WinUser.GWL_WNDPROC, before);
    }
  }

  private Pointer pointer() {
    return CallbackReference.getFunctionPointer(procedure);
  }

  private static Optional<HWND> find() {
    int own = Kernel32.INSTANCE.GetCurrentProcessId();
    AtomicReference<HWND> found = new AtomicReference<>();
    User32.INSTANCE.EnumWindows(
        (window, data) -> {
          IntByReference process = new IntByReference();
          User32.INSTANCE.GetWindowThreadProcessId(window, process);
          if (process.getValue() == own && isIcons(window)) {
            found.set(window);
          }
          return found.get() == null;
        },
        null);
    return Optional.ofNullable(found.get());
  }

  private static boolean isIcons(HWND window) {
    char[] name = new char[64];
    int length = User32.INSTANCE.GetClassName(window, name, name.length);
    if (!new String(name, 0, length).equalsIgnoreCase(CLASS)) {
      return false;
    }
    length = User32.INSTANCE.GetWindowText(window, name, name.length);
    return new String(name, 0, length).startsWith(TITLE);
  }

  private LRESULT received(HWND receiver, int message, WPARAM wParam, LPARAM lParam) {
    if (message != WM_SHELLNOTIFY) {
      return User32.INSTANCE.CallWindowProc(before, receiver, message, wParam, lParam);
    }
    switch (lParam.intValue()) {
      case WM_LBUTTONUP -> plain.run();
      case WM_RBUTTONUP -> menu.run();
      default -> {
        // The pointer comes and goes.
      }
    }
    return new LRESULT(0);
  }
}
