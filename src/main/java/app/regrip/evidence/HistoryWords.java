package app.regrip.evidence;

import java.util.List;

/**
 * How Settings says in its history what became of an update. Everyday words are enough to know a
 * failure; a success needs words that Windows was seen to use.
 */
final class HistoryWords {

  private static final String NOWHERE = "-";
  private static final Phrases SEEN;
  private static final Phrases LIKELY;

  static {
    List<String[]> rows = WordTable.rows("history-words.tsv", "language", "words", "source");
    SEEN = words(rows, false);
    LIKELY = words(rows, true);
  }

  private HistoryWords() {}

  private static Phrases words(List<String[]> rows, boolean likely) {
    return Phrases.of(
        rows.stream().filter(row -> row[2].equals(NOWHERE) == likely).map(row -> row[1]).toList());
  }

  static boolean sayFailed(String line) {
    return ComplaintWords.EVERYDAY.speakOfFailure(line);
  }

  /** A word for failing outweighs every word for succeeding. */
  static boolean sayDone(String line) {
    return SEEN.anyIn(ComplaintWords.lower(line)) && !sayFailed(line);
  }

  /** Also in words in which nobody saw Windows say so. */
  static boolean sayDoneOrFailed(String line) {
    String lower = ComplaintWords.lower(line);
    return SEEN.anyIn(lower) || LIKELY.anyIn(lower) || sayFailed(line);
  }

  /** Whether a sentence is about trouble with updates. */
  static boolean sayTrouble(String sentence) {
    return ComplaintWords.EVERYDAY.complain(sentence);
  }
}
