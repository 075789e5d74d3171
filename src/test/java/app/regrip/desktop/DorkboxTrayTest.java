package app.regrip.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dorkbox.updates.Updates;
import org.junit.jupiter.api.Test;

class DorkboxTrayTest {

  /** Regrip sends nothing to anyone; left alone, this library would. */
  @Test
  void neverCallsHome() {
    Updates.INSTANCE.setENABLE(true);
    DorkboxTray.open(() -> {}, IconClicks.none()).ifPresent(Tray::remove);
    assertThat(Updates.INSTANCE.getENABLE()).isFalse();
  }
}
