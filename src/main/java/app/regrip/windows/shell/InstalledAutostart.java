package app.regrip.windows.shell;

import app.regrip.pc.PcException;
import app.regrip.windows.win32.Registry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Starting with Windows where Regrip is installed for everybody. Windows starts Regrip.exe for each
 * user (Run in HKEY_LOCAL_MACHINE), and Regrip.exe stays only where it is wanted (autostart.c, by
 * the same rules): what this user chose, else what the installation was told. So there is nothing
 * of a user in the registry that would outlive Regrip, and an upgrade has nothing to carry over.
 *
 * @param choice a file that says "on" or "off"; where there is none the user has not chosen
 */
public record InstalledAutostart(Path choice) {

  private static final String NAME = "Regrip";
  private static final String REGRIP = "SOFTWARE\\Regrip";
  private static final String OFF = "off";

  /** Whether Windows starts Regrip for everybody here. */
  public static boolean isThere() throws PcException {
    return Registry.machine().text(WindowsAutostart.RUN, NAME).isPresent();
  }

  public boolean isOn() throws PcException, IOException {
    return isThere() && isWanted() && !isHeldBack();
  }

  public void turn(boolean on) throws PcException, IOException {
    Files.createDirectories(choice.getParent());
    Files.writeString(choice, on ? "on" : OFF);
    if (on) {
      Registry.user().remove(WindowsAutostart.APPROVED, NAME);
    }
  }

  private boolean isWanted() throws PcException, IOException {
    try {
      return !Files.readString(choice).strip().equals(OFF);
    } catch (NoSuchFileException e) {
      return Registry.machine().number(REGRIP, "StartWithWindows").orElse(1) != 0;
    }
  }

  /** By Windows' Settings or Task Manager, for this user or for everybody. */
  private static boolean isHeldBack() throws PcException {
    Optional<byte[]> here = Registry.user().bytes(WindowsAutostart.APPROVED, NAME);
    Optional<byte[]> everywhere = Registry.machine().bytes(WindowsAutostart.APPROVED, NAME);
    return here.filter(WindowsAutostart::holdsBack).isPresent()
        || everywhere.filter(WindowsAutostart::holdsBack).isPresent();
  }
}
