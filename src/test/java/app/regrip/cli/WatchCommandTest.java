package app.regrip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.session.Session;
import app.regrip.update.Alert;
import app.regrip.update.UpdateStatus;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WatchCommandTest {

  private final Bench bench = new Bench();

  @Test
  void printsALineForEachChangeUntilCtrlC() throws Exception {
    assertThat(watched()).isEqualTo(0);
    assertThat(bench.watching).isTrue();
    assertThat(bench.session.closed).isTrue();
    assertThat(bench.out())
        .contains("Windows Update works", "Last update installation: failed")
        .contains("0x80070006 ERROR_INVALID_HANDLE: The handle is invalid")
        .contains("It came back, time 2.");
    assertThat(bench.out().split("Windows Update works", -1)).hasSize(2);
  }

  @Test
  void inJson() throws Exception {
    assertThat(watched("--json")).isEqualTo(0);
    assertThat(bench.json())
        .extracting(line -> line.get("type").getAsString())
        .containsExactly("status", "status", "alert");
    assertThat(bench.json().get(2).get("recurrence").getAsInt()).isEqualTo(2);
    FollowsSchema.check("watch", bench.out());
  }

  @Test
  void whatHappensWhileItBeginsIsToldOnceAndInItsOrder() throws Exception {
    bench.session.meanwhile =
        () -> {
          bench.session.status = Bench.FAILING;
          bench.session.refresh();
        };
    assertThat(watched("--json")).isEqualTo(0);
    assertThat(bench.json())
        .extracting(line -> line.has("status") ? line.get("status").getAsString() : "alert")
        .containsExactly("working", "failing", "alert");
  }

  /** Nothing new, then a failure, then its alert, then Ctrl+C. */
  private int watched(String... options) throws Exception {
    CompletableFuture<Runnable> ctrlC = new CompletableFuture<>();
    bench.onInterrupt = ctrlC::complete;
    String[] args = new String[options.length + 1];
    args[0] = "watch";
    System.arraycopy(options, 0, args, 1, options.length);
    CompletableFuture<Integer> exit = CompletableFuture.supplyAsync(() -> bench.run(args));
    Runnable interrupt = ctrlC.get();
    while (bench.session.listeners().isEmpty()) {
      Thread.onSpinWait();
    }
    bench.session.refresh();
    bench.session.status = Bench.FAILING;
    bench.session.refresh();
    for (Session.Listener listener : bench.session.listeners()) {
      listener.alert(new Alert((UpdateStatus.Failing) Bench.FAILING, 2));
    }
    interrupt.run();
    return exit.get();
  }
}
