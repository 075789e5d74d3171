package app.regrip.windows.toast;

import app.regrip.pc.Notifications;
import app.regrip.pc.Notifications.Action;
import app.regrip.pc.PcException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * The kind of notification that works on this PC, found out by asking: toasts, else balloons, else
 * none, and Regrip's own window does it.
 *
 * @param why one sentence on the choice, for people
 */
public record ChosenNotifications(Optional<Notifications> notifications, String why)
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
          "Toasts with buttons need Windows 10 (build "
              + FIRST_BUILD
              + "); this is build "
              + build.getAsInt()
              + ".",
          clicked);
    }
    if (!registered) {
      return balloons(
          "Toasts need an installed Regrip: Windows does not know this one by name.", clicked);
    }
    try {
      WindowsToasts toasts = WindowsToasts.open(appId);
      ToastSetting setting = toasts.setting();
      if (setting.letsThrough()) {
        return new ChosenNotifications(
            Optional.of(toasts), "Toasts, because " + setting.words() + ".");
      }
      toasts.close();
      String why = "No toasts, because " + setting.words() + ".";
      return setting.isSwitchedOff()
          ? none(why + " Balloons are toasts to this Windows.")
          : balloons(why, clicked);
    } catch (PcException e) {
      return balloons(
          "No toasts, because " + e.getMessage() + " (" + e.code().hex() + ").", clicked);
    }
  }

  private static ChosenNotifications balloons(String why, Consumer<Action> clicked) {
    try {
      return new ChosenNotifications(
          Optional.of(WindowsBalloons.open(clicked)), why + " Balloons take their place.");
    } catch (PcException e) {
      return none(
          why + " No balloons either, because " + e.getMessage() + " (" + e.code().hex() + ").");
    }
  }

  private static ChosenNotifications none(String why) {
    return new ChosenNotifications(
        Optional.empty(), why + " Regrip shows its alerts in a window of its own.");
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
