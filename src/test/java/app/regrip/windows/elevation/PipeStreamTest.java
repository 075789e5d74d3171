package app.regrip.windows.elevation;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.helper.EventLine;
import app.regrip.helper.EventReader;
import app.regrip.pc.PcException;
import app.regrip.repair.RepairEvent;
import app.regrip.text.Message;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Hundreds of lines through a running pipe, over and over: each line the helper says is heard, in
 * its order. The gaps between the lines are such that a reading ends before, while and after
 * somebody asks for its end.
 */
@Tag("windows")
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PipeStreamTest {

  private static final int LINES = 300;
  private static final int ROUNDS_OF_EACH = 20;
  private static final List<Long> GAPS_NANOS = List.of(0L, 50_000L, 100_000L, 1_000_000L);

  @Test
  void noLineIsEverLost() throws Exception {
    for (int round = 0; round < ROUNDS_OF_EACH; round++) {
      for (long gap : GAPS_NANOS) {
        assertThat(heardOf(gap)).as("round %d, %d ns between lines", round, gap).isEqualTo(said());
      }
    }
  }

  private static List<RepairEvent> heardOf(long gapNanos) throws Exception {
    String name = HelperPipe.nameOf(UUID.randomUUID().toString());
    try (OpenProcess self = OpenProcess.ofThis();
        HelperPipe server = HelperPipe.create(name, HelperPipe.access(self.logonOrUser()))) {
      CompletableFuture<List<RepairEvent>> hearing =
          CompletableFuture.supplyAsync(() -> hear(name));
      assertThat(server.await(peer -> true, self, Clock.systemUTC(), Duration.ofSeconds(30)))
          .isTrue();
      OutputStream out = server.end().out();
      for (RepairEvent event : said()) {
        out.write((EventLine.of(event) + "\n").getBytes(StandardCharsets.UTF_8));
        long until = System.nanoTime() + gapNanos;
        while (System.nanoTime() < until) {
          Thread.onSpinWait();
        }
      }
      server.close();
      return hearing.get();
    }
  }

  private static List<RepairEvent> said() {
    return IntStream.range(0, LINES)
        .<RepairEvent>mapToObj(i -> new RepairEvent.Said(Message.asIs("line " + i)))
        .toList();
  }

  private static List<RepairEvent> hear(String name) {
    List<RepairEvent> heard = new ArrayList<>();
    try (PipeEnd end = PipeClient.open(name, ProcessHandle.current().pid()).orElseThrow()) {
      EventReader.readAll(end.in(), heard::add);
    } catch (PcException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return heard;
  }
}
