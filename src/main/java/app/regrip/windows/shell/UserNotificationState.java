package app.regrip.windows.shell;

import app.regrip.pc.QuietTime;
import app.regrip.text.Message;
import com.sun.jna.Native;
import com.sun.jna.ptr.IntByReference;
import java.util.Optional;

/**
 * When Windows itself keeps balloons back, as it tells programs that show such things of their own.
 * Its do-not-disturb for toasts is another matter, which it sees to alone.
 */
public final class UserNotificationState implements QuietTime {

  private final ShellState shell = Native.load("shell32", ShellState.class);

  @Override
  public boolean isNow() {
    return why().isPresent();
  }

  /** Why nothing is to be shown now, in words; empty where it is, and where Windows can't say. */
  public Optional<Message> why() {
    IntByReference state = new IntByReference();
    // An alert is not to be lost because a question failed.
    return shell.SHQueryUserNotificationState(state) < 0
        ? Optional.empty()
        : words(state.getValue());
  }

  /** A Store app in front (QUNS_APP) is a program like any other since Windows 10. */
  static Optional<Message> words(int state) {
    return switch (state) {
      case ShellState.QUNS_NOT_PRESENT -> Optional.of(Message.of("windows.quiet.nobody-there"));
      case ShellState.QUNS_BUSY -> Optional.of(Message.of("windows.quiet.full-screen"));
      case ShellState.QUNS_RUNNING_D3D_FULL_SCREEN -> Optional.of(Message.of("windows.quiet.game"));
      case ShellState.QUNS_PRESENTATION_MODE ->
          Optional.of(Message.of("windows.quiet.presentation"));
      case ShellState.QUNS_QUIET_TIME -> Optional.of(Message.of("windows.quiet.new-user"));
      default -> Optional.empty();
    };
  }
}
