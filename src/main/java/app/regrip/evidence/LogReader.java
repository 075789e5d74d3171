package app.regrip.evidence;

/**
 * Understands one kind of file, line by line, in memory that does not grow with the file. Takes any
 * text and never throws.
 */
interface LogReader {

  /**
   * @param number the line of the file, from 1. Text that a carriage return alone redraws comes
   *     piece by piece under the same number.
   * @param text without line end; of an over-long line only the beginning
   */
  void line(long number, String text);

  /** The next piece of an over-long line; most formats need only the beginning. */
  default void continued(long number, String text) {}

  /** The file has ended, in the middle of something or not. */
  void end();
}
