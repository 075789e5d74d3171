package app.regrip.windows.toast;

import app.regrip.pc.Notifications;
import app.regrip.pc.Notifications.Action;
import app.regrip.pc.PcException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The kind of notification that works on this PC, found out by asking: toasts, else balloons, else
 * none, and Regrip's own window does it.
 *
 * @param why one sentence on the choice, for people
 */
public record ChosenNotifications(Optional<Notifications> notifications, String why)
    implements AutoCloseable {

  /**
   * @param appId the AppUserModelID
   * @param registered whether Windows knows that id; a toast under another is shown to nobody, and
   *     no error is given
   * @param clicked hears of clicks on balloons; those on toasts come as a {@link ToastAddress}
   */
  public static ChosenNotifications open(
      String appId, boolean registered, Consumer<Action> clicked) {
    if (!registered) {
      return balloons(
          "Toasts need an installed Regrip: Windows does not know this one by name.", clicked);
    }
    try {
      WindowsToasts toasts = WindowsToasts.open(appId);
      ToastSetting setting = toasts.setting();
      if (setting == ToastSetting.ENABLED) {
        return new ChosenNotifications(
            Optional.of(toasts), "Toasts, because " + setting.words() + ".");
      }
      toasts.close();
      return balloons("No toasts, because " + setting.words() + ".", clicked);
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
      return new ChosenNotifications(
          Optional.empty(),
          why
              + " No balloons either, because "
              + e.getMessage()
              + " ("
              + e.code().hex()
              + "). Regrip shows its alerts in a window of its own.");
    }
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
