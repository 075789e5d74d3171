package app.regrip.session;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.HResult;
import app.regrip.pc.Cancellation;
import app.regrip.pc.UpdateAgent;
import app.regrip.pc.UpdateAgent.SearchResult;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class UpdateChecksTest {

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CompletableFuture<Boolean> waitedFor = new CompletableFuture<>();
  private Thread closing;

  @Test
  void aCheckUnderWayHasAMomentToEnd() throws Exception {
    UpdateChecks checks = new UpdateChecks(agent(), Clock.systemUTC(), check -> {});
    closing = new Thread(checks::close);
    checks.begin();
    asked.await();
    closing.start();
    assertThat(waitedFor.get(30, TimeUnit.SECONDS)).isTrue();
    closing.join();
    assertThat(checks.last().running()).isFalse();
  }

  /** One that answers when it is to stop, and whoever stops it either waits or has gone on. */
  private UpdateAgent agent() {
    return (UpdateAgent)
        Proxy.newProxyInstance(
            UpdateAgent.class.getClassLoader(),
            new Class<?>[] {UpdateAgent.class},
            (self, method, arguments) -> {
              CountDownLatch stopped = new CountDownLatch(1);
              ((Cancellation) arguments[1]).onRequest(stopped::countDown);
              asked.countDown();
              stopped.await();
              while (closing.getState() == Thread.State.RUNNABLE) {
                Thread.onSpinWait();
              }
              waitedFor.complete(closing.isAlive());
              return SearchResult.failed(new HResult(0x8024000B));
            });
  }
}
