package app.regrip.windows.servicing;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.pc.PcException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CBS.log, and what was rotated out of it. */
@Tag("windows")
class WindowsServicingLogTest {

  @Test
  void readsTheServicingLogAndWhatWasRotatedOutOfIt(@TempDir Path folder) throws Exception {
    Files.writeString(
        folder.resolve("CbsPersist_20261122180000.log"),
        "2026-11-22 18:00:00, Info  CSI  00000001 [SR] Verify complete\r\n");
    Files.writeString(
        folder.resolve("CBS.log"),
        "2026-11-22 18:00:01, Info  CSI  00000002 [SR] Verify complete\r\n2026-11-22 18:0");
    List<String> lines =
        new WindowsServicingLog(folder, ZoneOffset.UTC)
            .systemFileLines(Instant.parse("2026-11-22T17:00:00Z"), 10);
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).contains("00000001");
  }

  @Test
  void anEmptyFolderHasNoLines(@TempDir Path folder) throws PcException {
    assertThat(new WindowsServicingLog(folder, ZoneOffset.UTC).systemFileLines(Instant.EPOCH, 10))
        .isEmpty();
  }
}
