package app.regrip.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether somebody complains about updates in words, in whatever language. That makes nothing a
 * failure; it only forbids to call things fine.
 */
final class ComplaintWords {

  /** The table is read once, however many files there are. */
  static final ComplaintWords EVERYDAY = new ComplaintWords();

  private final Phrases either;
  private final Phrases updates;
  private final Phrases failures;
  private final List<String> harmless;
  private final List<Pattern> none;
  private final Phrases hedges;

  private ComplaintWords() {
    List<String[]> rows = WordTable.rows("complaint-words.tsv", "what", "language", "word");
    List<String> alone = words(rows, "complaint");
    either =
        Phrases.of(
            rows.stream().filter(row -> !row[0].equals("harmless")).map(row -> row[2]).toList());
    updates = Phrases.of(both(words(rows, "update"), alone));
    failures = Phrases.of(both(words(rows, "failure"), alone));
    List<String> all = words(rows, "harmless");
    harmless = all.stream().filter(words -> !isCounted(words)).toList();
    none = all.stream().filter(ComplaintWords::isCounted).map(ComplaintWords::counted).toList();
    hedges = Phrases.of(words(rows, "hedge"));
  }

  private static boolean isCounted(String words) {
    return words.startsWith("0") || words.endsWith("0");
  }

  /** "0 failed" is no part of "10 failed", and "failed 0" none of "failed 0x80070643". */
  private static Pattern counted(String words) {
    return Pattern.compile("(?<![0-9])" + Pattern.quote(words) + "(?![0-9x])");
  }

  private static List<String> words(List<String[]> rows, String what) {
    return rows.stream().filter(row -> row[0].equals(what)).map(row -> row[2]).toList();
  }

  private static List<String> both(List<String> words, List<String> alone) {
    List<String> all = new ArrayList<>(words);
    all.addAll(alone);
    return all;
  }

  /** What a piece of a text has of a complaint, be the rest of it in the next piece. */
  record Signs(boolean updates, boolean failure) {

    static final Signs NONE = new Signs(false, false);

    Signs and(Signs others) {
      return new Signs(updates || others.updates, failure || others.failure);
    }

    boolean mayBeOne() {
      return updates && failure;
    }
  }

  Signs signs(String text) {
    String lower = lower(text);
    return either.anyIn(lower)
        ? new Signs(updates.anyIn(lower), failures.anyIn(lower))
        : Signs.NONE;
  }

  boolean complain(String text) {
    String lower = lower(text);
    return updates.anyIn(lower) && fails(lower);
  }

  /** Whether a text speaks of failures as advice does, or of such as are over. */
  boolean hedge(String text) {
    return hedges.anyIn(" " + lower(text) + " ");
  }

  /** Whether a text says that something failed, be it what it may. */
  boolean speakOfFailure(String text) {
    return fails(lower(text));
  }

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
  }

  private boolean fails(String lower) {
    if (!failures.anyIn(lower)) {
      return false;
    }
    String rest = lower;
    for (String words : harmless) {
      rest = rest.replace(words, "");
    }
    if (rest.indexOf('0') >= 0) {
      for (Pattern words : none) {
        rest = words.matcher(rest).replaceAll("");
      }
    }
    return failures.anyIn(rest);
  }
}
