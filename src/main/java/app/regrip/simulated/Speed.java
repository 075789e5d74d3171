package app.regrip.simulated;

import app.regrip.pc.Cancellation;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * How fast a pretend PC works. All its waiting happens here.
 *
 * @param timesFasterThanLife 1 for life, more for faster, infinity for no waiting at all
 */
public record Speed(double timesFasterThanLife) {

  /** A repair of the component store, 20 minutes in life, takes 8 seconds. */
  public static final Speed DEFAULT = new Speed(150);

  public static final Speed IMMEDIATE = new Speed(Double.POSITIVE_INFINITY);

  public Speed {
    if (!(timesFasterThanLife > 0)) {
      throw new IllegalArgumentException("a speed is above 0: " + timesFasterThanLife);
    }
  }

  /** How long what takes {@code inLife} takes here. */
  Duration of(Duration inLife) {
    return Duration.ofNanos((long) (inLife.toNanos() / timesFasterThanLife));
  }

  /**
   * Lets what takes {@code inLife} pass.
   *
   * @return false where cancellation was asked for before or meanwhile
   */
  boolean pass(Duration inLife, Cancellation cancellation) throws InterruptedException {
    long nanos = of(inLife).toNanos();
    if (nanos == 0 || cancellation.isRequested()) {
      return !cancellation.isRequested();
    }
    CountDownLatch cancelled = new CountDownLatch(1);
    Cancellation.Registration registration = cancellation.onRequest(cancelled::countDown);
    try {
      return !cancelled.await(nanos, TimeUnit.NANOSECONDS);
    } finally {
      registration.close();
    }
  }
}
