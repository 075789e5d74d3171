package app.regrip.update;

import app.regrip.update.UpdateEvent.Operation;
import app.regrip.update.UpdateEvent.Outcome;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * What Regrip has seen work. It settles what an event of Windows about the same would settle, and
 * no failure of a later phase: a search that works says nothing about an installation.
 *
 * @param update the one that was downloaded, is installed or is not offered any more; empty for a
 *     search
 * @param repaired whether a repair came before; else the trouble had passed by itself
 */
public record Proven(Instant at, Operation operation, Optional<UUID> update, boolean repaired) {

  /** That the failed thing works again. */
  public static Proven of(Failure failure, Instant at) {
    return new Proven(at, failure.operation(), failure.update(), true);
  }

  public static Proven ofSearch(Instant at) {
    return new Proven(at, Operation.SEARCH, Optional.empty(), true);
  }

  /** The same, seen where nothing was repaired. */
  public Proven withoutRepair() {
    return new Proven(at, operation, update, false);
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
