package app.regrip.windows.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.WinReg;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("windows")
class WindowsAutostartTest {

  private final WindowsAutostart autostart =
      new WindowsAutostart("Regrip test", "\"C:\\Program Files\\Regrip\\Regrip.exe\" --tray");

  @AfterEach
  void takeItBack() throws Exception {
    autostart.turn(false);
  }

  @Test
  void theCommandHasItsPathInQuotes() {
    assertThat(WindowsAutostart.of("C:\\Program Files\\Regrip\\Regrip.exe", "--tray").command())
        .isEqualTo("\"C:\\Program Files\\Regrip\\Regrip.exe\" --tray");
  }

  @Test
  void onAndOff() throws Exception {
    assertThat(autostart.isOn()).isFalse();
    autostart.turn(true);
    assertThat(autostart.isOn()).isTrue();
    assertThat(
            Advapi32Util.registryGetStringValue(
                WinReg.HKEY_CURRENT_USER, WindowsAutostart.RUN, autostart.name()))
        .isEqualTo(autostart.command());
    autostart.turn(false);
    assertThat(autostart.isOn()).isFalse();
    autostart.turn(false);
  }

  @Test
  void whatWindowsSettingsHoldsBackIsOffUntilRegripIsToldOtherwise() throws Exception {
    autostart.turn(true);
    approve(3);
    assertThat(autostart.isOn()).isFalse();
    approve(2);
    assertThat(autostart.isOn()).isTrue();
    approve(3);
    autostart.turn(true);
    assertThat(autostart.isOn()).isTrue();
  }

  @Test
  void theEntryOfAnotherPlaceIsNotThisOne() throws Exception {
    new WindowsAutostart(autostart.name(), "\"D:\\old\\Regrip.exe\" --tray").turn(true);
    assertThat(autostart.isOn()).isFalse();
  }

  private void approve(int first) {
    byte[] note = new byte[12];
    note[0] = (byte) first;
    Advapi32Util.registryCreateKey(WinReg.HKEY_CURRENT_USER, WindowsAutostart.APPROVED);
    Advapi32Util.registrySetBinaryValue(
        WinReg.HKEY_CURRENT_USER, WindowsAutostart.APPROVED, autostart.name(), note);
  }
}
