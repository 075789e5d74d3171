package app.regrip.repair.steps;

import app.regrip.pc.PcException;
import app.regrip.repair.StepContext;
import app.regrip.repair.StepFailedException;
import app.regrip.text.Message;
import java.time.Duration;

/**
 * Stops a service that takes its time. The update service ends a search before it stops, and that
 * can take minutes; the SCM goes on with a stop it was asked for, so it is waited for in slices,
 * and the user hears of it between them.
 */
final class PatientStop {

  /** In all, for one service. */
  static final Duration PATIENCE = Duration.ofMinutes(4);

  private static final Duration SLICE = Duration.ofSeconds(15);
  private static final int STILL_STOPPING = 1053;

  private PatientStop() {}

  /** Stops it; ends early where the user has asked to stop the repair. */
  static void of(StepContext context, String service) throws PcException, StepFailedException {
    Duration waited = Duration.ZERO;
    while (!isStoppedWithin(context, service, waited)) {
      waited = waited.plus(SLICE);
      context.stopIfAsked();
    }
  }

  /** Stops it whatever the user has asked for: while things are put back. */
  static void whilePuttingBack(StepContext context, String service) throws PcException {
    Duration waited = Duration.ZERO;
    while (!isStoppedWithin(context, service, waited)) {
      waited = waited.plus(SLICE);
    }
  }

  private static boolean isStoppedWithin(StepContext context, String service, Duration waited)
      throws PcException {
    try {
      context.pc().services().stop(service, SLICE);
      return true;
    } catch (PcException e) {
      Duration soFar = waited.plus(SLICE);
      if (!e.isWin32(STILL_STOPPING) || soFar.compareTo(PATIENCE) >= 0) {
        throw e;
      }
      context.waits(
          Message.of(
              "repair.waits.service-stops",
              ServiceNames.of(service),
              soFar.toSeconds(),
              PATIENCE.toMinutes()));
      return false;
    }
  }
}
