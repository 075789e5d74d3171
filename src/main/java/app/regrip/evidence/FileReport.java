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

  /** Whether anything in it was understood. */
  public boolean isUnderstood() {
    return kind != FileKind.UNKNOWN;
  }
}
