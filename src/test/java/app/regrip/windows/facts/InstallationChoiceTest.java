package app.regrip.windows.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.WinReg;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("windows")
class InstallationChoiceTest {

  @AfterEach
  void asTheInstallerLeavesIt() {
    if (Advapi32Util.registryValueExists(
        WinReg.HKEY_LOCAL_MACHINE, InstallationChoice.KEY, InstallationChoice.CHECK_FOR_UPDATES)) {
      Advapi32Util.registryDeleteValue(
          WinReg.HKEY_LOCAL_MACHINE, InstallationChoice.KEY, InstallationChoice.CHECK_FOR_UPDATES);
    }
  }

  @Test
  void newVersionsAreLookedForOnlyWhereTheInstallerWasToldSo() throws Exception {
    assertThat(InstallationChoice.checksForUpdates()).isFalse();
    write(1);
    assertThat(InstallationChoice.checksForUpdates()).isTrue();
    write(0);
    assertThat(InstallationChoice.checksForUpdates()).isFalse();
  }

  private static void write(int number) {
    Advapi32Util.registryCreateKey(WinReg.HKEY_LOCAL_MACHINE, InstallationChoice.KEY);
    Advapi32Util.registrySetIntValue(
        WinReg.HKEY_LOCAL_MACHINE,
        InstallationChoice.KEY,
        InstallationChoice.CHECK_FOR_UPDATES,
        number);
  }
}
