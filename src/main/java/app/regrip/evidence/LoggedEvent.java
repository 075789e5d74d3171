package app.regrip.evidence;

import app.regrip.errors.HResult;
import app.regrip.update.UpdateEvent.Operation;
import java.util.Optional;

/**
 * One thing Windows Update did, out of any log.
 *
 * @param line where in the file, from 1; in a binary event log the number of the record
 * @param aboutWindows false for apps of the Microsoft Store and the like, which say nothing about
 *     Windows' own updates
 */
public record LoggedEvent(
    Optional<LogTime> time,
    Operation operation,
    Outcome outcome,
    Optional<HResult> error,
    Optional<String> title,
    long line,
    boolean aboutWindows) {

  /** Only what the log states; a start, or a wait for a restart, is {@link #OTHER}. */
  public enum Outcome {
    SUCCEEDED,
    FAILED,
    /** It seems to have worked: so say its words, in which nobody saw Windows say so. */
    UNSURE,
    OTHER
  }
}
