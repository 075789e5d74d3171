package app.regrip.windows.servicing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** The lines of a log that are of System File Checker. */
class SystemFileLinesTest {

  @Test
  void keepsTheNewestSystemFileLines() {
    ZoneId zone = ZoneOffset.ofHours(2);
    SystemFileLines lines = new SystemFileLines(Instant.parse("2026-11-22T18:00:00.7Z"), zone, 2);
    lines.take("2026-11-22 19:59:59, Info   CSI    00000001 [SR] Verifying 100 components");
    lines.take("2026-11-22 20:00:00, Info   CSI    00000002 [SR] Verify complete");
    lines.take("2026-11-22 20:00:01, Info   CBS    Session: 30_1 initialized");
    lines.take("mplete 00000003 [SR] torn");
    lines.take("2026-11-22 20:00:02, Info   CSI    00000004 [SR] Beginning Verify");
    lines.take("2026-11-22 20:00:03, Info   CSI    00000005 [SR] Verify complete");
    assertThat(lines.newest()).hasSize(2);
    assertThat(lines.newest().get(0)).contains("00000004");
    assertThat(lines.newest().get(1)).contains("00000005");
  }
}
