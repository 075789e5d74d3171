package app.regrip.evidence;

import java.util.function.UnaryOperator;

/**
 * Hands on the lines of a text as they were before somebody pasted it.
 *
 * @param line makes a line, or the beginning of an over-long one, what it was
 * @param piece the same for each further piece of an over-long one
 */
record RestoredLines(UnaryOperator<String> line, UnaryOperator<String> piece, LogReader reader)
    implements LogReader {

  @Override
  public void line(long number, String text) {
    reader.line(number, line.apply(text));
  }

  @Override
  public void continued(long number, String text) {
    reader.continued(number, piece.apply(text));
  }

  @Override
  public void end() {
    reader.end();
  }
}
