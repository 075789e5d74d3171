package app.regrip.windows.toast;

import app.regrip.errors.HResult;
import app.regrip.pc.Notifications;
import app.regrip.pc.PcException;
import app.regrip.text.Message;
import app.regrip.windows.shell.HiddenWindow;
import app.regrip.windows.toast.ShellNotify.NOTIFYICONDATAW;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.WinDef.HWND;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Balloons from the notification area: what Windows has where it has no toasts. A balloon has no
 * buttons and no bar, only itself to be clicked; it needs an icon, which is there as long as the
 * balloon is.
 */
public final class WindowsBalloons implements Notifications, AutoCloseable {

  static final int WM_APP_BALLOON = 0x8000 + 0x200;
  private static final int IDI_INFORMATION = 32516;
  private static final HResult FAILED = new HResult(0x80004005);

  private final ShellNotify shell = Native.load("shell32", ShellNotify.class);
  private final Consumer<Action> clicked;
  private final Pointer icon;
  private final HiddenWindow window;

  /** On the thread of the window alone, as all below. */
  private final Map<String, Balloon> shown = new HashMap<>();

  private int lastId;

  private record Balloon(int id, Action body) {}

  private WindowsBalloons(Consumer<Action> clicked) throws PcException {
    this.clicked = clicked;
    this.icon =
        Native.load("user32", User32Icons.class)
            .LoadIconW(Pointer.NULL, Pointer.createConstant(IDI_INFORMATION));
    this.window = HiddenWindow.open("balloons", this::received);
  }

  /**
   * @param clicked hears what a click asked for, on a thread of the balloons' own
   */
  public static WindowsBalloons open(Consumer<Action> clicked) throws PcException {
    return new WindowsBalloons(clicked);
  }

  @Override
  public void show(Notification notification) throws PcException {
    window.run(
        () -> {
          takeAway(notification.tag());
          lastId = lastId % 0xFFFF + 1;
          add(lastId, notification);
          shown.put(notification.tag(), new Balloon(lastId, notification.body()));
          return null;
        });
  }

  /** A balloon has no bar, so there is none to move. */
  @Override
  public boolean move(String tag, Bar bar) {
    return false;
  }

  @Override
  public void remove(String tag) throws PcException {
    window.run(
        () -> {
          takeAway(tag);
          return null;
        });
  }

  /** What Windows does not show then, it does not show later either. */
  @Override
  public boolean heedsQuietTime() {
    return false;
  }

  @Override
  public String kind() {
    return "balloon";
  }

  @Override
  public void close() {
    try {
      window.run(
          () -> {
            List.copyOf(shown.keySet()).forEach(this::takeAway);
            return null;
          });
    } catch (PcException e) {
      // Windows takes the icons away with the window they belong to.
    }
    window.close();
  }

  HWND window() {
    return window.handle();
  }

  private void add(int id, Notification notification) throws PcException {
    NOTIFYICONDATAW data = data(id);
    data.uFlags =
        ShellNotify.NIF_MESSAGE | ShellNotify.NIF_ICON | ShellNotify.NIF_TIP | ShellNotify.NIF_INFO;
    data.uCallbackMessage = WM_APP_BALLOON;
    data.hIcon = icon;
    data.dwInfoFlags =
        ShellNotify.NIIF_INFO
            | ShellNotify.NIIF_RESPECT_QUIET_TIME
            | (notification.quiet() ? ShellNotify.NIIF_NOSOUND : 0);
    put(data.szTip, notification.title());
    put(data.szInfoTitle, notification.title());
    put(data.szInfo, notification.text());
    if (!shell.Shell_NotifyIconW(ShellNotify.NIM_ADD, data)) {
      throw new PcException(Message.of("windows.balloon.none"), FAILED);
    }
    data.uVersion = ShellNotify.NOTIFYICON_VERSION_4;
    if (!shell.Shell_NotifyIconW(ShellNotify.NIM_SETVERSION, data)) {
      shell.Shell_NotifyIconW(ShellNotify.NIM_DELETE, data(id));
      throw new PcException(Message.of("windows.balloon.too-old"), FAILED);
    }
  }

  private void takeAway(String tag) {
    Balloon balloon = shown.remove(tag);
    if (balloon != null) {
      shell.Shell_NotifyIconW(ShellNotify.NIM_DELETE, data(balloon.id()));
    }
  }

  private NOTIFYICONDATAW data(int id) {
    NOTIFYICONDATAW data = new NOTIFYICONDATAW();
    data.hWnd = window.handle();
    data.uID = id;
    return data;
  }

  /** In version 4 the low word says what happened, and the high word to which icon. */
  private OptionalLong received(int message, long wParam, long lParam) {
    if (message != WM_APP_BALLOON) {
      return OptionalLong.empty();
    }
    int what = (int) lParam & 0xFFFF;
    if (what == ShellNotify.NIN_BALLOONUSERCLICK
        || what == ShellNotify.NIN_BALLOONTIMEOUT
        || what == ShellNotify.NIN_BALLOONHIDE) {
      gone((int) lParam >>> 16 & 0xFFFF, what == ShellNotify.NIN_BALLOONUSERCLICK);
    }
    return OptionalLong.of(0);
  }

  private void gone(int id, boolean byClick) {
    for (Map.Entry<String, Balloon> entry : new ArrayList<>(shown.entrySet())) {
      if (entry.getValue().id() == id) {
        takeAway(entry.getKey());
        if (byClick) {
          clicked.accept(entry.getValue().body());
        }
      }
    }
  }

  /** As much as there is room for, with the zero at the end. */
  static void put(char[] room, String text) {
    int most = room.length - 1;
    String fitting = text.length() <= most ? text : text.substring(0, most - 1) + "…";
    fitting.getChars(0, fitting.length(), room, 0);
  }
}
