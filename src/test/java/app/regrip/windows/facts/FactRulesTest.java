package app.regrip.windows.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regrip.pc.PcException;
import app.regrip.pc.PcFacts.Battery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read out of the numbers that Windows gives for a fact. */
class FactRulesTest {

  @ParameterizedTest
  @CsvSource({
    "0x61100, true, true", "0x41000, true, false", "0x60100, false, true",
    "0x42000, false, false", "0x43010, false, false", "0x41010, true, false"
  })
  void readsTheStateOfAnAntivirus(String state, boolean on, boolean microsoft) {
    ProductState decoded = new ProductState(Integer.decode(state));
    assertThat(decoded.isOn()).isEqualTo(on);
    assertThat(decoded.isMicrosoft()).isEqualTo(microsoft);
  }

  @ParameterizedTest
  @CsvSource({
    "Windows 10 Home, 19045, Windows 10 Home",
    "Windows 10 Pro, 22631, Windows 11 Pro",
    "Windows 11 Pro, 26100, Windows 11 Pro",
    "Windows Server 2022 Datacenter, 22000, Windows Server 2022 Datacenter",
    "Windows 8.1, 9600, Windows 8.1"
  })
  void namesWindows11(String product, int build, String name) {
    assertThat(VersionNaming.of(product, build)).isEqualTo(name);
  }

  @Test
  void anInstallationItMayNotAskAboutIsOne() throws PcException {
    assertThat(WindowsPcFacts.isHeldThough(2)).isFalse();
    assertThat(WindowsPcFacts.isHeldThough(5)).isTrue();
    assertThatThrownBy(() -> WindowsPcFacts.isHeldThough(6)).isInstanceOf(PcException.class);
  }

  @Test
  void readsTheBattery() {
    assertThat(BatteryStatus.of((byte) 0, (byte) 1, (byte) 63)).isEqualTo(new Battery(true, 63));
    assertThat(BatteryStatus.of((byte) 1, (byte) 128, (byte) 255))
        .isEqualTo(new Battery(false, -1));
    assertThat(BatteryStatus.of((byte) 255, (byte) 255, (byte) 255))
        .isEqualTo(new Battery(false, -1));
  }
}
