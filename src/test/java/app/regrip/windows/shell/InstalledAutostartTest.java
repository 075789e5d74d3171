package app.regrip.windows.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.windows.win32.Registry;
import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.WinReg;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The test is the installer: it takes an administrator to write what that writes. */
@Tag("windows")
class InstalledAutostartTest {

  private static final String REGRIP = "SOFTWARE\\Regrip";

  @TempDir Path folder;
  private InstalledAutostart autostart;

  @BeforeEach
  void install() throws Exception {
    Assumptions.assumeFalse(InstalledAutostart.isThere(), "Regrip is installed here");
    autostart = new InstalledAutostart(folder.resolve("new").resolve("autostart.txt"));
    assertThat(autostart.isOn()).as("before it is installed").isFalse();
    Advapi32Util.registrySetStringValue(
        WinReg.HKEY_LOCAL_MACHINE, WindowsAutostart.RUN, "Regrip", "\"C:\\x.exe\"");
    Advapi32Util.registryCreateKey(WinReg.HKEY_LOCAL_MACHINE, REGRIP);
  }

  @AfterEach
  void uninstall() throws Exception {
    if (autostart != null) {
      Advapi32Util.registryDeleteValue(WinReg.HKEY_LOCAL_MACHINE, WindowsAutostart.RUN, "Regrip");
      Advapi32Util.registryDeleteKey(WinReg.HKEY_LOCAL_MACHINE, REGRIP);
      Registry.user().remove(WindowsAutostart.APPROVED, "Regrip");
    }
  }

  @Test
  void whoHasNotChosenHasWhatTheInstallationWasTold() throws Exception {
    assertThat(autostart.isOn()).isTrue();
    Advapi32Util.registrySetIntValue(WinReg.HKEY_LOCAL_MACHINE, REGRIP, "StartWithWindows", 0);
    assertThat(autostart.isOn()).isFalse();
    autostart.turn(true);
    assertThat(autostart.isOn()).isTrue();
  }

  @Test
  void aChoiceIsKeptInTheUsersOwnFolderAndNotInTheRegistry() throws Exception {
    autostart.turn(false);
    assertThat(autostart.isOn()).isFalse();
    assertThat(Files.readString(autostart.choice())).isEqualTo("off");
    assertThat(Registry.user().text(WindowsAutostart.RUN, "Regrip")).isEmpty();
    autostart.turn(true);
    assertThat(autostart.isOn()).isTrue();
  }

  @Test
  void whatWindowsSettingsHoldsBackIsOffUntilRegripIsToldOtherwise() throws Exception {
    byte[] note = new byte[12];
    note[0] = 3;
    Advapi32Util.registryCreateKey(WinReg.HKEY_CURRENT_USER, WindowsAutostart.APPROVED);
    Advapi32Util.registrySetBinaryValue(
        WinReg.HKEY_CURRENT_USER, WindowsAutostart.APPROVED, "Regrip", note);
    assertThat(autostart.isOn()).isFalse();
    autostart.turn(true);
    assertThat(autostart.isOn()).isTrue();
  }
}
