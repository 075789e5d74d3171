package app.regrip.evidence;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What is in a text and nobody sees: the colours of a terminal, marks without a width, and blanks
 * that look like any other.
 *
 * @param isThere whether the text has any
 */
record Invisible(boolean isThere) {

  /** A terminal's escape, also where a program wrote it out or lost its first letter. */
  private static final Pattern UNSEEN =
      Pattern.compile(
          "(?:[\\u001B\\u241B]|\\^\\[|\\\\u001[bB]|\\\\x1[bB]|\\\\033)\\[[0-9;?]{0,20}[@-~]"
              + "|\\u001B\\][^\\u0007\\u001B]{0,200}(?:\\u0007|\\u001B\\\\)|\\u001B[()=>][A-Z0-9]?"
              + "|\\[[0-9]{1,3}(?:;[0-9]{1,3}){0,4}m(?!\\])|[\\u200B\\u2060\\uFEFF]");

  private static final Pattern BLANK = Pattern.compile("[\\u00A0\\u2007\\u202F]|&nbsp;");

  static Invisible of(List<String> lines) {
    return new Invisible(lines.stream().anyMatch(line -> !visible(line).equals(line)));
  }

  /** What gives the reader what a person saw. */
  LogReader takenFrom(LogReader reader) {
    return isThere ? new RestoredLines(Invisible::visible, Invisible::visible, reader) : reader;
  }

  static String visible(String line) {
    return BLANK.matcher(UNSEEN.matcher(line).replaceAll("")).replaceAll(" ");
  }
}
