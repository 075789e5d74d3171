package app.regrip.evidence;

import java.util.List;

/**
 * What one file holds.
 *
 * @param file its name as it was asked for
 * @param events at most {@link FileEvidence#MOST_EVENTS}, the newest, in the order of the file
 * @param problems what could not be read
 */
public record FileReport(
    String file,
    FileKind kind,
    List<LoggedEvent> events,
    List<ToolRun> runs,
    List<Problem> problems) {

  /** Whether it was read: to know the kind of a file that is all broken is not enough. */
  public boolean isUnderstood() {
    boolean empty = events.isEmpty() && runs.isEmpty();
    return kind != FileKind.UNKNOWN && !(empty && !problems.isEmpty());
  }
}
