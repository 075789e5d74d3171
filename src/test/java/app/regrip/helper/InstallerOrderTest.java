package app.regrip.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstallerOrderTest {

  @Test
  void theTwoThingsAnInstallerMaySay() {
    assertThat(InstallerOrder.of(List.of("--settle"))).contains(new InstallerOrder(false));
    assertThat(InstallerOrder.of(List.of("--settle", "--forget")))
        .contains(new InstallerOrder(true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--forget",
        "--forget --settle",
        "--settle --settle",
        "--settle --forget --forget",
        "--SETTLE",
        "--settle --run x",
        "--settle C:\\Windows",
      })
  void allElseIsNoOrderOfAnInstaller(String line) {
    assertThat(InstallerOrder.of(List.of(line.split(" ")))).isEmpty();
  }
}
