package app.regrip.evidence;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands before each line of a text because of how it came here: marks of a quotation, numbers
 * of lines, or the name of the file that a search found the line in. It is taken away only where
 * most of the lines have it, so that a line of its own that looks so is left alone.
 */
record Quotation(Pattern before) {

  private static final Pattern NOTHING = Pattern.compile("");
  private static final Pattern MARKS =
      Pattern.compile("\\s{0,8}(?:(?:>|&gt;|\\|) ?){1,6}(?!\\S:\\\\)");

  /** The number ends with a mark or a tab; digits after a colon would be a time of day. */
  private static final Pattern NUMBER =
      Pattern.compile("\\s{0,8}([0-9]{1,7})(?:[.:)|](?: |$)|\\t|:(?=[0-9]{4}-|$))");

  private static final Pattern FILE =
      Pattern.compile(
          "(?:[A-Za-z]:)?[^:*?\"<>|,]{0,200}\\.(?:log|txt|LOG|TXT)(?::[0-9]{1,7})?:(?!\\\\)");

  /** Lines of a log as forums show code. */
  private static final Pattern INDENT =
      Pattern.compile("[ \\t\\u00A0]{1,12}(?=[0-9]{4}[-/.][0-9]{2}[-/.][0-9]{2}[ \\t])");

  private static final int FEWEST = 3;

  /** Judges by the first lines of a text. */
  static Quotation of(List<String> head) {
    List<String> lines = head.stream().filter(line -> !line.isBlank()).toList();
    if (!lines.isEmpty() && most(lines, INDENT, 1)) {
      return new Quotation(INDENT);
    }
    if (lines.size() >= FEWEST) {
      if (most(lines, MARKS)) {
        return new Quotation(MARKS);
      }
      if (most(lines, FILE)) {
        return new Quotation(FILE);
      }
      if (most(lines, NUMBER) && isCounting(lines)) {
        return new Quotation(NUMBER);
      }
    }
    return new Quotation(NOTHING);
  }

  private static boolean most(List<String> lines, Pattern before) {
    return most(lines, before, FEWEST);
  }

  private static boolean most(List<String> lines, Pattern before, int fewest) {
    long with = lines.stream().filter(line -> before.matcher(line).lookingAt()).count();
    return with >= fewest && with * 10 >= lines.size() * 7L;
  }

  private static boolean isCounting(List<String> lines) {
    long last = -1;
    for (String line : lines) {
      Matcher number = NUMBER.matcher(line);
      if (number.lookingAt()) {
        long next = Long.parseLong(number.group(1));
        if (next <= last) {
          return false;
        }
        last = next;
      }
    }
    return true;
  }

  boolean isThere() {
    return before != NOTHING;
  }

  /** What gives the reader the lines as they were before somebody quoted them. */
  LogReader takenFrom(LogReader reader) {
    return isThere() ? new RestoredLines(this::original, UnaryOperator.identity(), reader) : reader;
  }

  private String original(String line) {
    Matcher quoted = before.matcher(line);
    return quoted.lookingAt() ? line.substring(quoted.end()) : line;
  }
}
