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

  /** Whether Regrip asks once a day for a newer one. */
  boolean looksForNewVersions();

  void lookForNewVersions(boolean on);

  /** Whether administrators have decided that. */
  boolean newVersionsAreSetByPolicy();

  /** How often Windows' update log is read. */
  int pollMinutes();

  void pollMinutes(int minutes);

  /** Whether administrators have decided that. */
  boolean pollIsSetByPolicy();

  /** How long closed cases stay in the history; 0 for ever. */
  int historyDays();

  void historyDays(int days);

  /**
   * Deletes what Regrip has logged. Blocks; any thread.
   *
   * @return whether all of it went
   */
  boolean deleteLogs();

  /** Whether no window has been opened yet, ever. */
  boolean isNew();

  /** From now on it is not. */
  void notNew();

  /** Where the settings file, the history and the logs are. */
  String folder();

  /**
   * Shows that folder. Blocks; any thread.
   *
   * @return whether some program opened it
   */
  boolean openFolder();

  /**
   * Shows the settings file in an editor. Blocks; any thread.
   *
   * @return whether some program opened it
   */
  boolean openFile();
}
