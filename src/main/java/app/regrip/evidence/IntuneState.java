package app.regrip.evidence;

import app.regrip.evidence.LoggedEvent.Outcome;
import java.util.Optional;

/** How Intune's client counts what became of a program: 1000 and on is done, 5000 and on failed. */
final class IntuneState {

  private IntuneState() {}

  /** Empty where it is neither done nor failed. */
  static Optional<Outcome> outcome(String state) {
    return switch (state.isEmpty() ? ' ' : state.charAt(0)) {
      case '1' -> Optional.of(Outcome.SUCCEEDED);
      case '5', '6' -> Optional.of(Outcome.FAILED);
      default -> Optional.empty();
    };
  }
}
