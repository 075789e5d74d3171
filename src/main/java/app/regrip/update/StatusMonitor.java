package app.regrip.update;

import app.regrip.pc.PcException;
import app.regrip.pc.UpdateLog;
import app.regrip.text.Message;
import app.regrip.threads.Daemon;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Watches Windows Update. New events are pushed to it; since a push may get lost, it also reads at
 * an interval, and soon after the PC wakes from sleep. Every reading is handed on, also one that
 * says the same as the last, so that what depends on time gets its turn.
 *
 * <p>A reading that fails is an {@link UpdateStatus.Unknown} and is repeated sooner.
 */
public final class StatusMonitor implements AutoCloseable {

  public static final Duration POLL_INTERVAL = Duration.ofMinutes(30);

  static final Duration TICK = Duration.ofMinutes(1);
  static final Duration RETRY = Duration.ofMinutes(5);
  static final Duration FIRST_RESUBSCRIPTION = Duration.ofMinutes(1);

  private static final Duration GOODBYE = Duration.ofSeconds(2);

  /** Several missed ticks: the PC slept. */
  private static final Duration SLEPT = TICK.multipliedBy(4);

  private static final Duration LOOK_BACK = Duration.ofDays(30);
  private static final int MOST_EVENTS = 1000;
  private static final Logger LOG = System.getLogger(StatusMonitor.class.getName());

  private final UpdateLog log;
  private final Clock clock;
  private final Supplier<Optional<Proven>> proven;
  private final BiConsumer<UpdateStatus, Optional<Proven>> onStatus;
  private final Supplier<Duration> pollInterval;

  private final AtomicBoolean readDue = new AtomicBoolean(true);
  private final AtomicBoolean subscriptionLost = new AtomicBoolean();
  private final Semaphore wakeUp = new Semaphore(0);

  /** Held for a round, which may be long. */
  private final ReentrantLock round = new ReentrantLock();

  private volatile boolean closed;

  private UpdateLog.Subscription subscription;
  private Instant lastTick;
  private Instant lastRead = Instant.MIN;
  private boolean lastSucceeded;
  private Instant nextSubscription = Instant.MIN;
  private Duration resubscriptionDelay = FIRST_RESUBSCRIPTION;

  public StatusMonitor(
      UpdateLog log,
      Clock clock,
      Supplier<Optional<Proven>> proven,
      BiConsumer<UpdateStatus, Optional<Proven>> onStatus) {
    this(log, clock, proven, onStatus, () -> POLL_INTERVAL);
  }

  /**
   * @param proven what Regrip last proved to work
   * @param onStatus called on the monitor's thread, with what was proven when it read
   * @param pollInterval may change, and holds within a {@link #TICK} then
   */
  public StatusMonitor(
      UpdateLog log,
      Clock clock,
      Supplier<Optional<Proven>> proven,
      BiConsumer<UpdateStatus, Optional<Proven>> onStatus,
      Supplier<Duration> pollInterval) {
    this.log = log;
    this.clock = clock;
    this.proven = proven;
    this.onStatus = onStatus;
    this.pollInterval = pollInterval;
  }

  /** Begins to watch, on a thread of its own. */
  public void start() {
    Daemon.start("status", this::watch);
  }

  /** Asks for a reading soon. Returns at once. */
  public void refresh() {
    readDue.set(true);
    wakeUp.release();
  }

  /**
   * Ends the watch. A reading that is under way is given a moment to come to its end, so that
   * nobody reads a PC that may be gone; only one that takes longer is handed on afterwards.
   */
  @Override
  public void close() {
    closed = true;
    wakeUp.release();
    try {
      if (round.tryLock(GOODBYE.toMillis(), TimeUnit.MILLISECONDS)) {
        try {
          unsubscribe();
        } finally {
          round.unlock();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void watch() {
    while (!closed) {
      tick();
      try {
        if (wakeUp.tryAcquire(nap().toMillis(), TimeUnit.MILLISECONDS)) {
          wakeUp.drainPermits();
        }
      } catch (InterruptedException e) {
        close();
      }
    }
  }

  private Duration nap() {
    Duration interval = pollInterval.get();
    return TICK.compareTo(interval) < 0 ? TICK : interval;
  }

  /** One round: subscribe where that is due, read where that is due. */
  void tick() {
    round.lock();
    try {
      if (!closed) {
        noticeJump(clock.instant());
        subscribeIfDue(clock.instant());
        readIfDue(clock.instant());
        lastTick = clock.instant();
      }
      if (closed) {
        unsubscribe();
      }
    } finally {
      round.unlock();
    }
  }

  private void readIfDue(Instant now) {
    Duration interval = pollInterval.get();
    Duration pause = lastSucceeded || RETRY.compareTo(interval) > 0 ? interval : RETRY;
    if (readDue.getAndSet(false) || !now.isBefore(lastRead.plus(pause))) {
      lastSucceeded = read(now);
      lastRead = now;
    }
  }

  /** After sleep, and after the clock was set, nothing that was planned by the clock holds. */
  private void noticeJump(Instant now) {
    if (lastTick != null) {
      Duration gap = Duration.between(lastTick, now);
      if (gap.isNegative() || gap.compareTo(SLEPT) > 0) {
        readDue.set(true);
        nextSubscription = now;
      }
    }
  }

  private void subscribeIfDue(Instant now) {
    if (subscriptionLost.getAndSet(false)) {
      unsubscribe();
      readDue.set(true);
      planSubscription(now);
    }
    if (subscription != null || now.isBefore(nextSubscription)) {
      return;
    }
    try {
      subscription = log.subscribe(this::refresh, this::lost);
      // What came until now rang at nobody's door.
      readDue.set(true);
      resubscriptionDelay = FIRST_RESUBSCRIPTION;
    } catch (PcException | RuntimeException e) {
      LOG.log(Level.WARNING, "Cannot listen for update events; reading them instead", e);
      planSubscription(now);
    }
  }

  private void lost(PcException e) {
    LOG.log(Level.INFO, "No longer hearing of update events: {0}", e.getMessage());
    subscriptionLost.set(true);
    wakeUp.release();
  }

  private void planSubscription(Instant now) {
    nextSubscription = now.plus(resubscriptionDelay);
    Duration doubled = resubscriptionDelay.multipliedBy(2);
    resubscriptionDelay = doubled.compareTo(POLL_INTERVAL) > 0 ? POLL_INTERVAL : doubled;
  }

  private void unsubscribe() {
    if (subscription != null) {
      subscription.close();
      subscription = null;
    }
  }

  private boolean read(Instant now) {
    UpdateStatus status;
    boolean succeeded = false;
    Optional<Proven> proof = proven.get();
    try {
      status = status(log.eventsSince(now.minus(LOOK_BACK), MOST_EVENTS), proof, now);
      succeeded = true;
    } catch (PcException e) {
      status = new UpdateStatus.Unknown(Message.of("update.unknown.refused", e.what()));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Reading the update events failed", e);
      status = new UpdateStatus.Unknown(Message.of("update.unknown.unreadable"));
    }
    handOn(status, proof);
    return succeeded;
  }

  private static UpdateStatus status(List<String> texts, Optional<Proven> proof, Instant now) {
    List<UpdateEvent> events = UpdateEventXml.parseAll(texts);
    if (events.isEmpty() && !texts.isEmpty()) {
      return new UpdateStatus.Unknown(Message.of("update.unknown.not-understood"));
    }
    return StatusRules.of(events, proof, now);
  }

  private void handOn(UpdateStatus status, Optional<Proven> proof) {
    if (closed) {
      return;
    }
    try {
      onStatus.accept(status, proof);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Showing the update status failed", e);
    }
  }
}
