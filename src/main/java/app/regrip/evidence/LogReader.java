package app.regrip.evidence;

import java.nio.charset.StandardCharsets;

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

  /**
   * A line, or the next piece of an over-long one, that is plain ASCII: for who reads bytes.
   *
   * @param bytes good only during the call
   */
  default void plain(long number, boolean continued, byte[] bytes, int length) {
    String text = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    if (continued) {
      continued(number, text);
    } else {
      line(number, text);
    }
  }

  /** The file has ended, in the middle of something or not. */
  void end();
}
