package app.regrip.update;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.SetClock;
import app.regrip.update.UpdateStatus.Failing;
import app.regrip.update.UpdateStatus.Unknown;
import app.regrip.update.UpdateStatus.Working;
import java.lang.Thread.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class StatusMonitorTest {

  private final SetClock clock = new SetClock();
  private final FakeUpdateLog log = new FakeUpdateLog();
  private final List<UpdateStatus> statuses = new ArrayList<>();
  private Optional<Proven> proven = Optional.empty();
  private final StatusMonitor monitor =
      new StatusMonitor(log, clock, () -> proven, (status, proof) -> statuses.add(status));

  private String event(int id, String data) {
    return "<Event><System><Provider Name='Microsoft-Windows-WindowsUpdateClient'/><EventID>"
        + id
        + "</EventID><TimeCreated SystemTime='"
        + clock.instant()
        + "'/></System><EventData>"
        + data
        + "</EventData></Event>";
  }

  private String searchFailed() {
    return event(25, "<Data Name='errorCode'>0x80070006</Data>");
  }

  private String searchSucceeded() {
    return event(26, "<Data Name='updateCount'>0</Data>");
  }

  /** Lets time pass in ticks, the way the monitor's thread does. */
  private void pass(Duration time) {
    Instant end = clock.instant().plus(time);
    while (clock.instant().isBefore(end)) {
      clock.advance(StatusMonitor.TICK);
      monitor.tick();
    }
  }

  private UpdateStatus last() {
    return statuses.get(statuses.size() - 1);
  }

  @Test
  void readsAtOnceAndThenAtItsInterval() {
    log.events.add(searchSucceeded());
    monitor.tick();
    assertThat(statuses).containsExactly(new Working(clock.instant()));
    pass(Duration.ofMinutes(29));
    assertThat(log.reads).isEqualTo(1);
    pass(Duration.ofMinutes(2));
    assertThat(log.reads).isEqualTo(2);
    assertThat(statuses).hasSize(2);
  }

  @Test
  void readsWhenAnEventIsPushed() {
    monitor.tick();
    assertThat(last()).isInstanceOf(Unknown.class);
    log.push(searchFailed());
    log.push(searchFailed());
    monitor.tick();
    assertThat(last()).isInstanceOf(Failing.class);
    assertThat(log.reads).isEqualTo(2);
  }

  @Test
  void readsWhenAskedTo() {
    monitor.tick();
    monitor.refresh();
    monitor.tick();
    monitor.tick();
    assertThat(log.reads).isEqualTo(2);
  }

  @Test
  void readsSoonAfterSleepAndAfterTheClockWasSet() {
    monitor.tick();
    clock.advance(Duration.ofMinutes(20));
    monitor.tick();
    assertThat(log.reads).isEqualTo(2);
    clock.advance(Duration.ofDays(365).negated());
    monitor.tick();
    assertThat(log.reads).isEqualTo(3);
    pass(Duration.ofMinutes(31));
    assertThat(log.reads).isEqualTo(4);
  }

  @Test
  void takesTheProofIntoAccount() {
    log.events.add(searchFailed());
    monitor.tick();
    assertThat(last()).isInstanceOf(Failing.class);
    proven = Optional.of(Proven.ofSearch(clock.instant().plusSeconds(1)));
    monitor.refresh();
    monitor.tick();
    assertThat(last()).isEqualTo(new UpdateStatus.Repaired(clock.instant().plusSeconds(1)));
  }

  @Test
  void aFailedReadingIsUnknownAndRepeatedSooner() {
    log.refusesReading = true;
    monitor.tick();
    assertThat(last())
        .isInstanceOfSatisfying(
            Unknown.class, u -> assertThat(u.why().english()).contains("could not be read"));
    log.refusesReading = false;
    log.events.add(searchSucceeded());
    pass(StatusMonitor.RETRY);
    assertThat(last()).isInstanceOf(Working.class);
  }

  @Test
  void survivesABrokenPortAndABrokenListener() {
    log.breaksWith = new IllegalStateException("a bug");
    monitor.tick();
    assertThat(last()).isInstanceOf(Unknown.class);
    log.breaksWith = null;

    List<UpdateStatus> heard = new ArrayList<>();
    StatusMonitor fragile =
        new StatusMonitor(
            log,
            clock,
            () -> proven,
            (status, proof) -> {
              heard.add(status);
              throw new IllegalStateException("a bug");
            });
    fragile.tick();
    fragile.refresh();
    fragile.tick();
    assertThat(heard).hasSize(2);
  }

  @Test
  void anotherIntervalHoldsFromNowOn() {
    AtomicReference<Duration> interval = new AtomicReference<>(Duration.ofHours(4));
    StatusMonitor adjustable =
        new StatusMonitor(
            log, clock, () -> proven, (status, proof) -> statuses.add(status), interval::get);
    adjustable.tick();
    int before = log.reads;
    clock.advance(StatusMonitor.TICK);
    adjustable.tick();
    assertThat(log.reads).isEqualTo(before);
    interval.set(Duration.ofMinutes(5));
    for (int minute = 0; minute < 4; minute++) {
      clock.advance(StatusMonitor.TICK);
      adjustable.tick();
    }
    assertThat(log.reads).isEqualTo(before + 1);
    interval.set(Duration.ofHours(4));
    for (int minute = 0; minute < 10; minute++) {
      clock.advance(StatusMonitor.TICK);
      adjustable.tick();
    }
    assertThat(log.reads).isEqualTo(before + 1);
  }

  @Test
  void saysWhenNothingCouldBeUnderstood() {
    log.events.add("garbage");
    monitor.tick();
    assertThat(last())
        .isInstanceOfSatisfying(
            Unknown.class, u -> assertThat(u.why().english()).contains("could not be understood"));
  }

  @Test
  void subscribesAgainAfterGrowingPauses() {
    log.refusesSubscribing = true;
    monitor.tick();
    assertThat(log.subscriptions).isEqualTo(1);
    pass(Duration.ofMinutes(1));
    assertThat(log.subscriptions).isEqualTo(2);
    pass(Duration.ofMinutes(1));
    assertThat(log.subscriptions).isEqualTo(2);
    pass(Duration.ofMinutes(1));
    assertThat(log.subscriptions).isEqualTo(3);
    log.refusesSubscribing = false;
    pass(Duration.ofMinutes(4));
    assertThat(log.subscriptions).isEqualTo(4);
    pass(Duration.ofHours(2));
    assertThat(log.subscriptions).isEqualTo(4);
  }

  @Test
  void replacesASubscriptionThatWasLost() {
    monitor.tick();
    log.lose();
    monitor.tick();
    assertThat(log.closed).isEqualTo(1);
    assertThat(log.reads).as("what was missed is read").isEqualTo(2);
    pass(Duration.ofMinutes(1));
    assertThat(log.subscriptions).isEqualTo(2);
    assertThat(log.reads).as("what came until it was heard again is read").isEqualTo(3);
    log.push(searchFailed());
    monitor.tick();
    assertThat(last()).isInstanceOf(Failing.class);
  }

  @Test
  void isSilentOnceClosed() {
    monitor.tick();
    monitor.close();
    monitor.close();
    monitor.refresh();
    monitor.tick();
    assertThat(statuses).hasSize(1);
    assertThat(log.closed).isEqualTo(1);
  }

  /** Who closes it may take the PC away next. */
  @Test
  void aReadingThatIsUnderWayHasEndedOnceItIsClosed() throws Exception {
    AtomicBoolean ended = new AtomicBoolean();
    CompletableFuture<Boolean> endedBefore = new CompletableFuture<>();
    Thread closing =
        new Thread(
            () -> {
              monitor.close();
              endedBefore.complete(ended.get());
            });
    log.meanwhile =
        () -> {
          closing.start();
          while (closing.getState() != State.TIMED_WAITING && !endedBefore.isDone()) {
            Thread.onSpinWait();
          }
          ended.set(true);
        };
    monitor.tick();
    assertThat(endedBefore.get(1, TimeUnit.MINUTES)).isTrue();
    assertThat(log.closed).isEqualTo(1);
  }

  @Test
  void watchesOnAThreadOfItsOwn() throws Exception {
    CompletableFuture<Thread> heardOn = new CompletableFuture<>();
    try (StatusMonitor running =
        new StatusMonitor(
            log,
            clock,
            () -> proven,
            (status, proof) -> heardOn.complete(Thread.currentThread()))) {
      running.start();
      Thread thread = heardOn.get(1, TimeUnit.MINUTES);
      assertThat(thread).isNotSameAs(Thread.currentThread());
      assertThat(thread.isDaemon()).isTrue();
    }
  }
}
