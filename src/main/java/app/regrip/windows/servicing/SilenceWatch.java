package app.regrip.windows.servicing;

import app.regrip.pc.Programs;
import app.regrip.threads.Daemon;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Counts the time in which a program prints nothing, and tells its listener. It counts its own
 * waits, which stand still while the PC sleeps.
 */
final class SilenceWatch implements Consumer<byte[]>, AutoCloseable {

  private final Programs.Listener listener;
  private final Duration interval;
  private final ServicingActivity activity = new ServicingActivity();
  private final CountDownLatch closed = new CountDownLatch(1);
  private Duration silent = Duration.ZERO;
  private boolean printed;

  /**
   * @param interval how often it tells
   */
  SilenceWatch(Programs.Listener listener, Duration interval) {
    this.listener = listener;
    this.interval = interval;
    Daemon.start("silence", this::watch);
  }

  @Override
  public synchronized void accept(byte[] bytes) {
    printed = true;
    listener.accept(bytes);
  }

  private void watch() {
    try {
      while (!closed.await(interval.toMillis(), TimeUnit.MILLISECONDS)) {
        Programs.Activity now = activity.since();
        tell(now);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void tell(Programs.Activity now) {
    silent = printed ? Duration.ZERO : silent.plus(interval);
    printed = false;
    if (!silent.isZero() && closed.getCount() > 0) {
      listener.silent(silent, now);
    }
  }

  /** Nothing is told from then on. */
  @Override
  public synchronized void close() {
    closed.countDown();
  }
}
