package app.regrip.windows.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.WinReg;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("windows")
class InstallationChoiceTest {

  private static final List<String> VALUES =
      List.of(
          InstallationChoice.ALERTS,
          InstallationChoice.CHECK_FOR_UPDATES,
          InstallationChoice.REPAIR_MANAGED_PC);

  @BeforeEach
  void thereIsTheKey() {
    Advapi32Util.registryCreateKey(WinReg.HKEY_LOCAL_MACHINE, InstallationChoice.KEY);
  }

  @AfterEach
  void nothingWasSaid() {
    for (String value : VALUES) {
      if (Advapi32Util.registryValueExists(
          WinReg.HKEY_LOCAL_MACHINE, InstallationChoice.KEY, value)) {
        Advapi32Util.registryDeleteValue(WinReg.HKEY_LOCAL_MACHINE, InstallationChoice.KEY, value);
      }
    }
  }

  @Test
  void whatTheInstallerWasNotToldIsOff() throws Exception {
    assertThat(InstallationChoice.checksForUpdates()).isFalse();
    assertThat(InstallationChoice.repairsManagedPc()).isFalse();
    assertThat(InstallationChoice.alerts()).isEmpty();
  }

  @Test
  void whatItWasToldIsRead() throws Exception {
    number(InstallationChoice.CHECK_FOR_UPDATES, 1);
    number(InstallationChoice.REPAIR_MANAGED_PC, 1);
    text(InstallationChoice.ALERTS, "2");
    assertThat(InstallationChoice.checksForUpdates()).isTrue();
    assertThat(InstallationChoice.repairsManagedPc()).isTrue();
    assertThat(new WindowsUpdatePolicies().owner().repairsAllowed()).isTrue();
    assertThat(InstallationChoice.alerts()).isEqualTo(OptionalInt.of(2));
  }

  @Test
  void whatIsOutOfRangeIsNot() throws Exception {
    number(InstallationChoice.CHECK_FOR_UPDATES, 0);
    number(InstallationChoice.REPAIR_MANAGED_PC, 2);
    text(InstallationChoice.ALERTS, "3");
    assertThat(InstallationChoice.checksForUpdates()).isFalse();
    assertThat(InstallationChoice.repairsManagedPc()).isFalse();
    assertThat(InstallationChoice.alerts()).isEmpty();
  }

  private static void number(String value, int number) {
    Advapi32Util.registrySetIntValue(
        WinReg.HKEY_LOCAL_MACHINE, InstallationChoice.KEY, value, number);
  }

  private static void text(String value, String text) {
    Advapi32Util.registrySetStringValue(
        WinReg.HKEY_LOCAL_MACHINE, InstallationChoice.KEY, value, text);
  }
}
