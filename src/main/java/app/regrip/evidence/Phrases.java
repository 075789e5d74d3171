package app.regrip.evidence;

import java.util.Arrays;
import java.util.List;

/**
 * Phrases that are looked for in millions of lines, all of them in one pass: where none of them
 * begins, which the first letters tell nearly everywhere, nothing is compared.
 */
final class Phrases {

  private static final int BITS = 6;
  private static final int LETTER = (1 << BITS) - 1;
  private static final long ALL = -1;

  /** By their first two letters, or what is left of those. */
  private final Start[] starts = new Start[1 << 2 * BITS];

  /**
   * What begins with the same two letters.
   *
   * @param thirds a bit for each letter that may follow
   */
  private record Start(long thirds, String[] phrases) {

    static final Start NONE = new Start(0, new String[0]);

    Start with(String phrase) {
      String[] more = Arrays.copyOf(phrases, phrases.length + 1);
      more[phrases.length] = phrase;
      return new Start(phrase.length() == 2 ? ALL : thirds | third(phrase, 0), more);
    }

    boolean isAt(String text, int at) {
      if (thirds != ALL && (text.length() - at < 3 || (thirds & third(text, at)) == 0)) {
        return false;
      }
      for (String phrase : phrases) {
        if (text.startsWith(phrase, at)) {
          return true;
        }
      }
      return false;
    }

    private static long third(String text, int at) {
      return 1L << (text.charAt(at + 2) & LETTER);
    }
  }

  private Phrases(List<String> phrases) {
    for (String phrase : phrases) {
      int start = start(phrase.charAt(0), phrase.charAt(1));
      Start known = starts[start] == null ? Start.NONE : starts[start];
      starts[start] = known.with(phrase);
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
      Start begun = starts[start(before, next)];
      if (begun != null && begun.isAt(text, i - 1)) {
        return true;
      }
      before = next;
    }
    return false;
  }
}
