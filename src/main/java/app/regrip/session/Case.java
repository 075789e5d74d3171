package app.regrip.session;

import app.regrip.errors.HResult;
import app.regrip.repair.Fix;
import app.regrip.repair.Verdict;
import app.regrip.text.Message;
import app.regrip.update.Failure;
import app.regrip.update.Proven;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One trouble with Windows Update from its first failure to its end: failure → tried → proven, as
 * one line of time.
 *
 * @param entries oldest first, never empty
 */
public record Case(HResult code, State state, List<Entry> entries) {

  /** Where a case stands. */
  public enum State {
    OPEN,
    /** Proven, and watched for a recurrence. */
    WATCHED,
    CLOSED
  }

  /** One thing that happened. */
  public sealed interface Entry {
    Instant at();

    record Failed(Instant at, HResult code, String operation, String title) implements Entry {}

    /**
     * A repair that ended.
     *
     * @param failed what it was for; empty where the events told of nothing
     */
    record Tried(Instant at, String runId, Fix fix, Verdict verdict, Optional<Failure> failed)
        implements Entry {
      public Tried(Instant at, String runId, Fix fix, Verdict verdict) {
        this(at, runId, fix, verdict, Optional.empty());
      }

      /** What it has proven, if it has. */
      public Optional<Proven> proven() {
        Proven works = failed.map(f -> Proven.of(f, at)).orElseGet(() -> Proven.ofSearch(at));
        return switch (verdict.kind()) {
          case PROVEN -> Optional.of(works);
          case PASSED -> Optional.of(works.withoutRepair());
          default -> Optional.empty();
        };
      }
    }

    record CameBack(Instant at, HResult code, int recurrence) implements Entry {}

    record Closed(Instant at, Message why) implements Entry {}
  }
}
