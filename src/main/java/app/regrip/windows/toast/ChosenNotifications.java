package app.regrip.windows.toast;

import app.regrip.pc.Notifications;
import app.regrip.pc.Notifications.Action;
import app.regrip.pc.PcException;
import app.regrip.text.Message;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * The kind of notification that works on this PC, found out by asking: toasts, else balloons, else
 * none, and Regrip's own window does it.
 *
 * @param why one sentence on the choice, for people
 */
public record ChosenNotifications(Optional<Notifications> notifications, Message why)
    implements AutoCloseable {

  /** The first Windows 10: with ToastGeneric, and with tags for toasts. */
  static final int FIRST_BUILD = 10240;

  /**
   * @param appId the AppUserModelID
   * @param registered whether Windows knows that id; a toast under another is shown to nobody, and
   *     no error is given
   * @param build that of Windows; where it is not known, toasts are tried
   * @param clicked hears of clicks on balloons; those on toasts come as a {@link ToastAddress}
   */
  public static ChosenNotifications open(
      String appId, boolean registered, OptionalInt build, Consumer<Action> clicked) {
    if (build.isPresent() && build.getAsInt() < FIRST_BUILD) {
      return balloons(
          Message.of(
              "windows.toasts.too-old",
              Integer.toString(FIRST_BUILD),
              Integer.toString(build.getAsInt())),
          clicked);
    }
    if (!registered) {
      return balloons(Message.of("windows.toasts.not-installed"), clicked);
    }
    try {
      WindowsToasts toasts = WindowsToasts.open(appId);
      ToastSetting setting = toasts.setting();
      if (setting.letsThrough()) {
        return new ChosenNotifications(
            Optional.of(toasts), Message.of("windows.toasts.chosen", setting.words()));
      }
      toasts.close();
      Message why = Message.of("windows.toasts.refused", setting.words());
      return setting.isSwitchedOff()
          ? none(why.then(Message.of("windows.balloons.are-toasts")))
          : balloons(why, clicked);
    } catch (PcException e) {
      return balloons(Message.of("windows.toasts.failed", e.what(), e.code().hex()), clicked);
    }
  }

  private static ChosenNotifications balloons(Message why, Consumer<Action> clicked) {
    try {
      return new ChosenNotifications(
          Optional.of(WindowsBalloons.open(clicked)),
          why.then(Message.of("windows.balloons.chosen")));
    } catch (PcException e) {
      return none(why.then(Message.of("windows.balloons.failed", e.what(), e.code().hex())));
    }
  }

  private static ChosenNotifications none(Message why) {
    return new ChosenNotifications(Optional.empty(), why.then(Message.of("windows.own-window")));
  }

  @Override
  public void close() {
    notifications.ifPresent(
        open -> {
          if (open instanceof WindowsToasts toasts) {
            toasts.close();
          } else if (open instanceof WindowsBalloons balloons) {
            balloons.close();
          }
        });
  }
}
