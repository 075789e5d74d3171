package app.regrip.desktop;

import app.regrip.repair.Fix;
import app.regrip.repair.FixRequest;
import app.regrip.repair.RecoveryChoice;
import app.regrip.text.LanguageChoice;
import java.time.Duration;

/** What a click can ask for, from the tray, the alert or the window. */
interface Actions {

  /** Brings the window up: at the repair while one runs, else at the status. */
  void open();

  /** Opens the flyout at the icon; one that is open is closed. */
  void flyOut();

  /** Brings the window up at that place. */
  void go(Route route);

  /** Shows what the fix would do; while a repair runs, that one. */
  void preview(Fix fix);

  /** Starts the fix and shows it. */
  void start(FixRequest request);

  void cancelRepair();

  void recover(RecoveryChoice choice);

  void checkNow();

  /** {@link Duration#ZERO} ends a snooze. */
  void snooze(Duration howLong);

  void startWithWindows(boolean on);

  void theme(ThemeChoice choice);

  void language(LanguageChoice choice);

  void alerts(AlertPreferences chosen);

  void lookForNewVersions(boolean on);

  /** Asks first while a repair runs. */
  void quit();

  /** Also while a repair runs. */
  void quitAllTheSame();
}
