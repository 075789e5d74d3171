package app.regrip.repair;

import app.regrip.errors.Family;
import app.regrip.errors.HResult;
import java.util.Optional;

/**
 * What can be in the way of updates without anything on this PC being broken: no fix of the ladder
 * does anything about it, and none is tried. Which number is which, and by what source, is in the
 * tables of {@link Family}; only our own time-out is no number of Windows Update.
 */
enum Obstacle {
  NETWORK(
      "the update servers could not be reached",
      "Check the internet connection; switch VPN, proxy and web filters off for a try. Then choose Check now."),
  SECURE_CONNECTION(
      "the connection to the update servers was not trusted",
      "See that date, time and time zone of this PC are right, and whether a security program or a proxy inspects web traffic. Then choose Check now."),
  SERVER(
      "an update server gave no useful answer",
      "That is for the server to mend, and often takes hours. Choose Check now later on; Regrip sees the next update check of Windows too."),
  PAUSED(
      "the download waits for mains power or for a network that is not metered",
      "Connect to mains power and to a network that is not set as metered. Then choose Check now."),
  POLICY(
      "a policy of this PC does not allow it",
      "Ask whoever manages this PC. On a PC of your own, choose Diagnose: it shows which policy is set."),
  RESTART(
      "Windows waits for a restart, or for another installation to end",
      "Save your work and restart the PC (Start, Power, Restart). Then choose Check now."),
  BUSY(
      "Windows was busy with other updates",
      "Wait half an hour, then choose Check now. If it stays so, restart the PC."),
  NOT_NOW(
      "the update service was just stopping, or the work was cancelled",
      "Choose Check now in a few minutes."),
  OWN_TIME_OUT(
      "Windows did not come to an end while Regrip waited",
      "Windows may go on by itself. Leave the PC on for an hour, then choose Check now; if it never ends, reset the update components.");

  private static final HResult TIME_OUT = HResult.ofWin32(1460);

  private final String what;
  private final String next;

  Obstacle(String what, String next) {
    this.what = what;
    this.next = next;
  }

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
  String words(String asked, HResult code) {
    return "The " + asked + " did not get through: " + what + " (" + code + ").";
  }

  /** What to do now. */
  String next() {
    return next;
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
