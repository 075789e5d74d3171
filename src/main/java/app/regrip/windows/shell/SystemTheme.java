package app.regrip.windows.shell;

import app.regrip.pc.PcException;
import app.regrip.windows.win32.Registry;

/**
 * Whether Windows is light or dark. It has two switches: one for the windows of programs, one for
 * the task bar, where the tray icons are.
 */
public final class SystemTheme {

  static final String KEY = "Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize";

  private SystemTheme() {}

  public static boolean windowsAreDark() {
    return isDark("AppsUseLightTheme");
  }

  public static boolean taskBarIsDark() {
    return isDark("SystemUsesLightTheme");
  }

  /** A Windows that has no such switch, or does not tell, is light: so it was always. */
  private static boolean isDark(String switchName) {
    try {
      return Registry.user().number(KEY, switchName).orElse(1) == 0;
    } catch (PcException e) {
      return false;
    }
  }
}
