package app.regrip.repair;

import app.regrip.errors.Family;
import app.regrip.errors.HResult;
import app.regrip.text.Message;
import app.regrip.update.UpdateEvent.Operation;
import java.util.Locale;
import java.util.Optional;

/**
 * What can be in the way of updates without anything on this PC being broken: no fix of the ladder
 * does anything about it, and none is tried. Which number is which, and by what source, is in the
 * tables of {@link Family}; only our own time-out is no number of Windows Update.
 */
enum Obstacle {
  NETWORK,
  SECURE_CONNECTION,
  SERVER,
  PAUSED,
  POLICY,
  RESTART,
  BUSY,
  NOT_NOW,
  OWN_TIME_OUT;

  private static final HResult TIME_OUT = HResult.ofWin32(1460);

  /** Empty for a number that tells of something broken, or of nothing known. */
  static Optional<Obstacle> of(HResult code) {
    if (code.equals(TIME_OUT)) {
      return Optional.of(OWN_TIME_OUT);
    }
    return switch (Family.of(code)) {
      case NETWORK -> Optional.of(NETWORK);
      case SECURE_CONNECTION -> Optional.of(SECURE_CONNECTION);
      case SERVER -> Optional.of(SERVER);
      case PAUSED -> Optional.of(PAUSED);
      case POLICY -> Optional.of(POLICY);
      case RESTART_NEEDED -> Optional.of(RESTART);
      case BUSY -> Optional.of(BUSY);
      case INTERRUPTED -> Optional.of(NOT_NOW);
      default -> Optional.empty();
    };
  }

  /** What happened, as a sentence. */
  Message words(Operation asked, HResult code) {
    return Message.of(key() + "." + Proof.name(asked), code.hex());
  }

  /** What to do now. */
  Message next() {
    return Message.of(key() + ".next");
  }

  private String key() {
    return "repair.obstacle." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether asking again within the minute is worth it. */
  boolean passesSoon() {
    return this == NOT_NOW || this == BUSY;
  }

  /** The fix to choose if it stays, where there is one. */
  Optional<Fix> ifItStays() {
    return this == OWN_TIME_OUT ? Optional.of(Fix.RESET) : Optional.empty();
  }
}
