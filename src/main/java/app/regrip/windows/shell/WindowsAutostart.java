package app.regrip.windows.shell;

import app.regrip.pc.PcException;
import java.util.Optional;

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
    return UserRegistry.text(RUN, name).filter(command::equalsIgnoreCase).isPresent()
        && !isHeldBack();
  }

  public void turn(boolean on) throws PcException {
    if (on) {
      UserRegistry.set(RUN, name, command);
    } else {
      UserRegistry.remove(RUN, name);
    }
    UserRegistry.remove(APPROVED, name);
  }

  /** Twelve bytes: the lowest bit of the first says held back, the last eight since when. */
  private boolean isHeldBack() throws PcException {
    Optional<byte[]> note = UserRegistry.bytes(APPROVED, name);
    return note.isPresent() && note.get().length > 0 && (note.get()[0] & 1) != 0;
  }
}
