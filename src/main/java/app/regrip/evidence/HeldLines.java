package app.regrip.evidence;

import java.util.List;

/** Keeps lines as they come. */
record HeldLines(List<String> lines) implements LogReader {

  @Override
  public void line(long number, String text) {
    lines.add(text);
  }

  @Override
  public void end() {
    // Nothing is left.
  }
}
