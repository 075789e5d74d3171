package app.regrip.windows.facts;

import app.regrip.pc.PcException;
import app.regrip.windows.win32.Registry;

/** What the installer was told for all users of this PC; it holds where a user has not chosen. */
public final class InstallationChoice {

  static final String KEY = "SOFTWARE\\Regrip";
  static final String CHECK_FOR_UPDATES = "CheckForUpdates";

  private InstallationChoice() {}

  /** Whether a newer Regrip is looked for. */
  public static boolean checksForUpdates() throws PcException {
    return Registry.machine().number(KEY, CHECK_FOR_UPDATES).orElse(0) == 1;
  }
}
