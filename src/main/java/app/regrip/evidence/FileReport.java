package app.regrip.evidence;

import java.util.List;

/**
 * What one file holds.
 *
 * @param file its name as it was asked for
 * @param reading whether anything of it could be understood
 * @param events at most {@link FileEvidence#MOST_EVENTS}, the newest, in the order of the file
 * @param problems what could not be read
 */
public record FileReport(
    String file,
    FileKind kind,
    Reading reading,
    List<LoggedEvent> events,
    List<ToolRun> runs,
    List<Problem> problems) {

  /** How far a file was understood. */
  public enum Reading {
    /** An event about updates, a run or a state came from it. */
    READ,
    /** Events came from it, and none of them is about updates. */
    OF_OTHER_MATTERS,
    /** Nothing came from it, be its kind known or not. */
    NOTHING
  }

  /** Whether it tells anything about updates: to know its kind is not enough. */
  public boolean isUnderstood() {
    return reading == Reading.READ;
  }

  /** Whether it is a log that should have told something and did not. */
  boolean isMute() {
    return kind != FileKind.UNKNOWN && reading == Reading.NOTHING;
  }
}
