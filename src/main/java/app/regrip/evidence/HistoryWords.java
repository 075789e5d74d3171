package app.regrip.evidence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * How Settings says in its history what became of an update. Everyday words are enough to know a
 * failure; a success needs words that Windows was seen to use.
 */
final class HistoryWords {

  private static final String RESOURCE = "history-words.tsv";
  private static final String NOWHERE = "-";
  private static final ComplaintWords EVERYDAY = new ComplaintWords();
  private static final Phrases SEEN;
  private static final Phrases LIKELY;

  static {
    List<String[]> rows = rows();
    SEEN = words(rows, false);
    LIKELY = words(rows, true);
  }

  private HistoryWords() {}

  private static List<String[]> rows() {
    try (InputStream in = HistoryWords.class.getResourceAsStream(RESOURCE);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Phrases words(List<String[]> rows, boolean likely) {
    return Phrases.of(
        rows.stream().filter(row -> row[2].equals(NOWHERE) == likely).map(row -> row[1]).toList());
  }

  static boolean sayFailed(String line) {
    return EVERYDAY.speakOfFailure(line);
  }

  /** A word for failing outweighs every word for succeeding. */
  static boolean sayDone(String line) {
    return SEEN.anyIn(lower(line)) && !sayFailed(line);
  }

  /** Also in words in which nobody saw Windows say so. */
  static boolean sayDoneOrFailed(String line) {
    String lower = lower(line);
    return SEEN.anyIn(lower) || LIKELY.anyIn(lower) || sayFailed(line);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
  }

  /** Whether a sentence is about trouble with updates. */
  static boolean sayTrouble(String sentence) {
    return EVERYDAY.complain(sentence);
  }
}
