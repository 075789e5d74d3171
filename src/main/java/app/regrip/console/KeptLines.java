package app.regrip.console;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The newest lines a program wrote; what came earlier is dropped, so that memory stays bounded. */
final class KeptLines {

  static final int MOST = 1000;

  private static final Pattern BLANKS = Pattern.compile("[\\s\u00A0]+");

  private final Deque<String> lines = new ArrayDeque<>();

  void add(String line) {
    if (lines.size() == MOST) {
      lines.removeFirst();
    }
    lines.addLast(line);
  }

  void replaceLast(String line) {
    lines.removeLast();
    lines.addLast(line);
  }

  List<String> asList() {
    return List.copyOf(lines);
  }

  /**
   * In lower case without blanks: sentences are wrapped at 80 columns, some between words, some
   * within one, and are still found here.
   */
  static String squeeze(String text) {
    return BLANKS.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
