package app.regrip.repair;

import app.regrip.pc.PcException;
import app.regrip.text.Message;
import java.time.Duration;

/**
 * Waits until Windows has finished servicing itself. Its worker (TiWorker) stays for two minutes
 * after its work, also after that of a check for updates, so a repair right after one would meet it
 * every time.
 */
final class ServicingLull {

  static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

  private static final Message WORDS = Message.of("repair.waits.servicing");

  private ServicingLull() {}

  /** Returns once nothing is at work, the patience is over, or the user has asked to stop. */
  static void await(StepContext context) {
    Duration waited = Duration.ZERO;
    while (waited.compareTo(PATIENCE) < 0
        && !context.cancellation().isRequested()
        && isServicing(context)) {
      if (waited.isZero()) {
        context.waits(WORDS);
      }
      context.settle(BETWEEN_LOOKS);
      waited = waited.plus(BETWEEN_LOOKS);
    }
  }

  /** What can't be told is found by the diagnosis, which says so. */
  private static boolean isServicing(StepContext context) {
    try {
      return context.pc().facts().isServicing();
    } catch (PcException e) {
      return false;
    }
  }
}
