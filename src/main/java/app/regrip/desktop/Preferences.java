package app.regrip.desktop;

import app.regrip.text.LanguageChoice;

/** The settings a person can switch on the desktop. Called on the event dispatch thread. */
public interface Preferences {

  /** Whether there is a "start with Windows" to switch; not on a pretend PC. */
  boolean canStartWithWindows();

  boolean startsWithWindows();

  void startWithWindows(boolean on);

  ThemeChoice theme();

  void theme(ThemeChoice choice);

  LanguageChoice language();

  /** From now on everything is said in that language. */
  void language(LanguageChoice choice);

  /** Any thread. */
  AlertPreferences alerts();

  void alerts(AlertPreferences chosen);

  /** Whether administrators have decided which failures raise an alert. */
  boolean alertsAreSetByPolicy();

  /** Where the settings file is. */
  String file();

  /**
   * Shows the settings file in an editor. Blocks; any thread.
   *
   * @return whether some program opened it
   */
  boolean openFile();
}
