package app.regrip.evidence;

import java.util.Arrays;
import java.util.List;

/**
 * Phrases that are looked for in millions of lines, all of them in one pass: where none of them
 * begins, which the first two letters tell nearly everywhere, nothing is compared.
 */
final class Phrases {

  private static final int BITS = 6;
  private static final int LETTER = (1 << BITS) - 1;

  /** By their first two letters, or what is left of those. */
  private final String[][] starts = new String[1 << 2 * BITS][];

  private Phrases(List<String> phrases) {
    for (String phrase : phrases) {
      int start = start(phrase.charAt(0), phrase.charAt(1));
      String[] known = starts[start] == null ? new String[0] : starts[start];
      starts[start] = Arrays.copyOf(known, known.length + 1);
      starts[start][known.length] = phrase;
    }
  }

  /** Each of two letters at least. */
  static Phrases of(List<String> phrases) {
    return new Phrases(phrases);
  }

  static Phrases of(String... phrases) {
    return new Phrases(List.of(phrases));
  }

  private static int start(char first, char second) {
    return (first & LETTER) << BITS | second & LETTER;
  }

  boolean anyIn(String text) {
    return anyIn(text, 0);
  }

  /**
   * @param from where in the text to begin
   */
  boolean anyIn(String text, int from) {
    int length = text.length();
    char before = from < length ? text.charAt(from) : 0;
    for (int i = from + 1; i < length; i++) {
      char next = text.charAt(i);
      String[] begun = starts[start(before, next)];
      if (begun != null && anyAt(begun, text, i - 1)) {
        return true;
      }
      before = next;
    }
    return false;
  }

  private static boolean anyAt(String[] begun, String text, int at) {
    for (String phrase : begun) {
      if (text.startsWith(phrase, at)) {
        return true;
      }
    }
    return false;
  }
}
