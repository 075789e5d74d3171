package app.regrip.desktop;

import static app.regrip.desktop.Texts.text;

import app.regrip.pc.Notifications;
import app.regrip.pc.Notifications.Action;
import app.regrip.pc.Notifications.Button;
import app.regrip.pc.Notifications.Notification;
import app.regrip.pc.PcException;
import app.regrip.update.Alert;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Alerts as the system's own notifications. When one can't be shown, that alert and all after it
 * come up in the stand-in: an alert is not to be lost because a switch in Windows is off.
 */
final class SystemToast implements Toast {

  /** One failure is one toast: a new alert takes the place of the one before. */
  static final String TAG = "update-failure";

  private static final System.Logger LOG = System.getLogger(SystemToast.class.getName());

  private final Notifications notifications;
  private final Toast standIn;
  private final Wording wording;
  private final Executor background;
  private final Executor eventThread;
  private boolean refused;
  private boolean shown;

  /**
   * @param background where the system may be waited for, one thing after the other
   * @param eventThread brings work to the event dispatch thread
   */
  SystemToast(
      Notifications notifications,
      Toast standIn,
      Wording wording,
      Executor background,
      Executor eventThread) {
    this.notifications = notifications;
    this.standIn = standIn;
    this.wording = wording;
    this.background = background;
    this.eventThread = eventThread;
  }

  @Override
  public void show(Alert alert) {
    if (refused) {
      standIn.show(alert);
      return;
    }
    shown = true;
    Notification notification = notification(alert);
    background.execute(
        () -> {
          try {
            notifications.show(notification);
          } catch (PcException e) {
            LOG.log(Level.WARNING, "Regrip shows its alerts itself from now on", e);
            eventThread.execute(() -> giveUp(alert));
          }
        });
  }

  @Override
  public void hide() {
    standIn.hide();
    if (shown) {
      shown = false;
      background.execute(
          () -> {
            try {
              notifications.remove(TAG);
            } catch (PcException e) {
              LOG.log(Level.INFO, "an answered alert stays in the notification centre", e);
            }
          });
    }
  }

  /** The alert it could not show may have been answered elsewhere meanwhile. */
  private void giveUp(Alert alert) {
    refused = true;
    if (shown) {
      shown = false;
      standIn.show(alert);
    }
  }

  private Notification notification(Alert alert) {
    AlertWords words = AlertWords.of(alert, wording);
    return new Notification(
        TAG,
        words.title(),
        words.sentence(),
        Action.DETAILS,
        List.of(
            new Button(text("alert.fix"), Action.FIX),
            new Button(text("alert.details"), Action.DETAILS),
            new Button(text("alert.snooze"), Action.SNOOZE)),
        Optional.empty(),
        false);
  }
}
