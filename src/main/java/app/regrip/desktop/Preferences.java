package app.regrip.desktop;

/** The settings a person can switch on the desktop. Called on the event dispatch thread. */
public interface Preferences {

  /** Whether there is a "start with Windows" to switch; not on a pretend PC. */
  boolean canStartWithWindows();

  boolean startsWithWindows();

  void startWithWindows(boolean on);

  ThemeChoice theme();

  void theme(ThemeChoice choice);

  /** Where the settings file is. */
  String file();

  /**
   * Shows the settings file in an editor. Blocks; any thread.
   *
   * @throws IllegalStateException with words for the user where it can't be shown
   */
  void openFile();
}
