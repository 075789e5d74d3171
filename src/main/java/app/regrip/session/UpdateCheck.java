package app.regrip.session;

import app.regrip.errors.HResult;
import java.time.Instant;
import java.util.Optional;

/**
 * A check for updates that the user has made Windows do, by itself no repair and no proof of one.
 *
 * @param running whether Windows is still at it
 * @param endedAt when the last one ended; empty before the first
 * @param result what it answered; a failure is an answer too
 * @param waiting how many updates it offers, where it succeeded
 */
public record UpdateCheck(
    boolean running, Optional<Instant> endedAt, Optional<HResult> result, int waiting) {

  static final UpdateCheck NEVER = new UpdateCheck(false, Optional.empty(), Optional.empty(), 0);

  /** This, with another one under way. */
  UpdateCheck begun() {
    return new UpdateCheck(true, endedAt, result, waiting);
  }

  /** When it last succeeded, if that was the last answer. */
  public Optional<Instant> succeededAt() {
    return result.filter(answer -> !answer.isFailure()).flatMap(answer -> endedAt);
  }
}
