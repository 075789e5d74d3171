package app.regrip.update;

import app.regrip.update.UpdateEvent.Outcome;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** Since when something that had failed works without failing again, by the events of Windows. */
public final class HeldProof {

  private HeldProof() {}

  /** When Windows itself first did again what had failed. */
  public static Optional<Instant> byWindows(
      List<UpdateEvent> events, Failure failure, Instant after) {
    UpdateEvent failed = event(failure, after);
    return events.stream()
        .filter(e -> e.outcome() == Outcome.SUCCEEDED && StatusRules.isDecisive(e))
        .filter(e -> e.at().isAfter(after) && StatusRules.settles(e, failed))
        .map(UpdateEvent::at)
        .min(Comparator.naturalOrder());
  }

  /** Since when it has held: from the proof, or from what settled the last relapse. */
  public static Optional<Instant> since(
      List<UpdateEvent> events, Failure failure, Instant provenAt) {
    Optional<Instant> relapse =
        events.stream()
            .filter(e -> e.outcome() == Outcome.FAILED && StatusRules.isDecisive(e))
            .filter(e -> e.at().isAfter(provenAt) && e.code().equals(Optional.of(failure.code())))
            .map(UpdateEvent::at)
            .max(Comparator.naturalOrder());
    return relapse.isEmpty() ? Optional.of(provenAt) : byWindows(events, failure, relapse.get());
  }

  private static UpdateEvent event(Failure failure, Instant at) {
    return new UpdateEvent(
        at,
        0,
        "",
        0,
        failure.operation(),
        Outcome.FAILED,
        Optional.of(failure.code()),
        "",
        failure.update().map(UUID::toString).orElse(""),
        UpdateService.UNNAMED,
        OptionalInt.empty());
  }
}
