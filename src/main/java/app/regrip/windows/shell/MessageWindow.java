package app.regrip.windows.shell;

import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import app.regrip.text.Message;
import com.sun.jna.Pointer;
import com.sun.jna.WString;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.User32;
import com.sun.jna.platform.win32.WinDef.HWND;
import com.sun.jna.platform.win32.Wtsapi32;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * What Windows tells every program and a tray program has to hear: that the PC slept, that the user
 * locked it, that the task bar is new, that a shutdown is near. It can also ask a shutdown to wait.
 */
public final class MessageWindow implements AutoCloseable {

  /** Told on the thread of the window; whoever hears it returns soon. */
  public enum Event {
    SUSPENDING,
    /** Also where nobody is at the PC yet: it may have woken up to update itself. */
    RESUMED,
    LOCKED,
    UNLOCKED,
    /** The task bar was started anew and has forgotten all icons. */
    TASK_BAR_CREATED,
    /** Windows turned light or dark, or its accent changed. */
    COLOURS_CHANGED,
    /** Another screen, resolution or scale. */
    DISPLAY_CHANGED,
    /** The user signs out or the PC shuts down: when the call returns, the process is ended. */
    SESSION_ENDING
  }

  private static final int WM_ENDSESSION = 0x0016;
  private static final int WM_SETTINGCHANGE = 0x001A;
  private static final int WM_DISPLAYCHANGE = 0x007E;
  private static final int WM_POWERBROADCAST = 0x0218;
  private static final int WM_WTSSESSION_CHANGE = 0x02B1;
  private static final int WM_DPICHANGED = 0x02E0;
  private static final int PBT_APMSUSPEND = 0x0004;
  private static final int PBT_APMRESUMESUSPEND = 0x0007;
  private static final int PBT_APMRESUMEAUTOMATIC = 0x0012;
  private static final long TRUE = 1;
  private static final long FALSE = 0;

  private static final System.Logger LOG = System.getLogger(MessageWindow.class.getName());

  private final Consumer<Event> listener;
  private final int taskbarCreated = User32.INSTANCE.RegisterWindowMessage("TaskbarCreated");
  private final User32Shutdown shutdown = User32Shutdown.INSTANCE;
  private final HiddenWindow window;
  private volatile boolean holding;

  private MessageWindow(Consumer<Event> listener) throws PcException {
    this.listener = listener;
    this.window = HiddenWindow.open("messages", this::received);
  }

  /** Listens from now on until it is closed. */
  public static MessageWindow open(Consumer<Event> listener) throws PcException {
    MessageWindow opened = new MessageWindow(listener);
    boolean told =
        Wtsapi32.INSTANCE.WTSRegisterSessionNotification(
            opened.handle(), Wtsapi32.NOTIFY_FOR_THIS_SESSION);
    if (!told) {
      LOG.log(System.Logger.Level.INFO, "locking and unlocking goes unnoticed");
    }
    return opened;
  }

  /**
   * Asks Windows not to shut down before {@link #letShutdown}. It shows the reason, and lets the
   * user shut down regardless.
   *
   * @throws PcException where it took no note of the reason; it is asked to wait all the same
   */
  public void holdShutdown(String reason) throws PcException {
    window.run(
        () -> {
          holding = true;
          check(shutdown.ShutdownBlockReasonCreate(handle(), new WString(reason)));
          return null;
        });
  }

  /** Takes that back; where nothing was asked, nothing happens. */
  public void letShutdown() throws PcException {
    if (holding) {
      window.run(
          () -> {
            holding = false;
            check(shutdown.ShutdownBlockReasonDestroy(handle()));
            return null;
          });
    }
  }

  HWND handle() {
    return window.handle();
  }

  @Override
  public void close() {
    try {
      window.run(() -> Wtsapi32.INSTANCE.WTSUnRegisterSessionNotification(handle()));
      letShutdown();
    } catch (PcException e) {
      LOG.log(System.Logger.Level.INFO, "Windows forgets the rest with the window", e);
    }
    window.close();
  }

  private OptionalLong received(int message, long wParam, long lParam) {
    if (message == taskbarCreated) {
      listener.accept(Event.TASK_BAR_CREATED);
      return OptionalLong.of(0);
    }
    switch (message) {
      case WM_POWERBROADCAST -> power((int) wParam);
      case WM_WTSSESSION_CHANGE -> session((int) wParam);
      case WM_SETTINGCHANGE -> setting(lParam);
      case WM_DISPLAYCHANGE, WM_DPICHANGED -> listener.accept(Event.DISPLAY_CHANGED);
      case User32Shutdown.WM_QUERYENDSESSION -> {
        return OptionalLong.of(holding ? FALSE : TRUE);
      }
      case WM_ENDSESSION -> {
        if (wParam != FALSE) {
          listener.accept(Event.SESSION_ENDING);
        }
        return OptionalLong.of(0);
      }
      default -> {}
    }
    return OptionalLong.empty();
  }

  /** After a sleep Windows tells RESUMEAUTOMATIC always, and RESUMESUSPEND once a user is there. */
  private void power(int what) {
    switch (what) {
      case PBT_APMSUSPEND -> listener.accept(Event.SUSPENDING);
      case PBT_APMRESUMEAUTOMATIC, PBT_APMRESUMESUSPEND -> listener.accept(Event.RESUMED);
      default -> {}
    }
  }

  private void session(int what) {
    switch (what) {
      case Wtsapi32.WTS_SESSION_LOCK -> listener.accept(Event.LOCKED);
      case Wtsapi32.WTS_SESSION_UNLOCK -> listener.accept(Event.UNLOCKED);
      default -> {}
    }
  }

  private void setting(long name) {
    if (name != 0 && new Pointer(name).getWideString(0).equals("ImmersiveColorSet")) {
      listener.accept(Event.COLOURS_CHANGED);
    }
  }

  private static void check(boolean done) throws PcException {
    if (!done) {
      throw new PcException(
          Message.of("windows.shell.shutdown-not-noted"),
          HResult.ofWin32(Kernel32.INSTANCE.GetLastError()));
    }
  }
}
