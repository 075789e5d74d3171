package app.regrip.session;

import app.regrip.errors.HResult;
import app.regrip.repair.Fix;
import app.regrip.repair.Verdict;
import java.time.Instant;
import java.util.List;

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

    record Tried(Instant at, String runId, Fix fix, Verdict verdict) implements Entry {}

    record CameBack(Instant at, HResult code, int recurrence) implements Entry {}

    record Closed(Instant at, String why) implements Entry {}
  }
}
