package app.regrip.desktop;

import app.regrip.update.AlertChoice;
import java.util.Optional;

/**
 * When Regrip speaks up by itself.
 *
 * @param alerts which failures are worth it
 * @param notices how much is told
 * @param quietHours when it waits; what was held back comes after them, if it still holds
 */
public record AlertPreferences(
    AlertChoice alerts, NoticeChoice notices, Optional<QuietHours> quietHours) {

  public static final AlertPreferences DEFAULT =
      new AlertPreferences(AlertChoice.HANDLE, NoticeChoice.ALL, Optional.empty());

  public AlertPreferences with(AlertChoice chosen) {
    return new AlertPreferences(chosen, notices, quietHours);
  }

  public AlertPreferences with(NoticeChoice chosen) {
    return new AlertPreferences(alerts, chosen, quietHours);
  }

  public AlertPreferences with(Optional<QuietHours> chosen) {
    return new AlertPreferences(alerts, notices, chosen);
  }
}
