package app.regrip.update;

import app.regrip.update.UpdateEvent.Operation;
import app.regrip.update.UpdateEvent.Outcome;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * What Regrip has seen work again. It settles what an event of Windows about the same would settle,
 * and no failure of a later phase: a search that works says nothing about an installation.
 *
 * @param update the one that was downloaded, is installed or is not offered any more; empty for a
 *     search
 */
public record Proven(Instant at, Operation operation, Optional<UUID> update) {

  /** That the failed thing works again. */
  public static Proven of(Failure failure, Instant at) {
    return new Proven(at, failure.operation(), failure.update());
  }

  public static Proven ofSearch(Instant at) {
    return new Proven(at, Operation.SEARCH, Optional.empty());
  }

  UpdateEvent asEvent() {
    return new UpdateEvent(
        at,
        0,
        "",
        0,
        operation,
        Outcome.SUCCEEDED,
        Optional.empty(),
        "",
        update.map(UUID::toString).orElse(""),
        UpdateService.UNNAMED,
        OptionalInt.empty());
  }
}
