package app.regrip.windows.shell;

import app.regrip.pc.PcException;
import app.regrip.windows.win32.Registry;

/**
 * Starting with Windows: a value under the user's Run key. Windows' own Settings and Task Manager
 * do not touch that value; they note next door, under StartupApproved, that they hold it back. So
 * Regrip is on only where both agree, and switching it on in Regrip takes the note away: the user
 * has just said so, and the switch must not lie.
 *
 * @param name of the value, the same in both places
 * @param command what Windows runs, with the path in quotes
 */
public record WindowsAutostart(String name, String command) {

  static final String RUN = "Software\\Microsoft\\Windows\\CurrentVersion\\Run";
  static final String APPROVED =
      "Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\StartupApproved\\Run";

  /**
   * @param exe the full path of Regrip.exe
   * @param argument what tells it that Windows started it
   */
  public static WindowsAutostart of(String exe, String argument) {
    return new WindowsAutostart("Regrip", "\"" + exe + "\" " + argument);
  }

  public boolean isOn() throws PcException {
    return Registry.user().text(RUN, name).filter(command::equalsIgnoreCase).isPresent()
        && !isHeldBack();
  }

  public void turn(boolean on) throws PcException {
    if (on) {
      Registry.user().set(RUN, name, command);
    } else {
      Registry.user().remove(RUN, name);
    }
    Registry.user().remove(APPROVED, name);
  }

  private boolean isHeldBack() throws PcException {
    return Registry.user().bytes(APPROVED, name).filter(WindowsAutostart::holdsBack).isPresent();
  }

  /** Twelve bytes: the lowest bit of the first says held back, the last eight since when. */
  static boolean holdsBack(byte[] note) {
    return note.length > 0 && (note[0] & 1) != 0;
  }
}
