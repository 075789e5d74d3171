package app.regrip.evidence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether somebody complains about updates in words, in whatever language. That makes nothing a
 * failure; it only forbids to call things fine.
 */
final class ComplaintWords {

  private static final String RESOURCE = "complaint-words.tsv";

  private final Phrases updates;
  private final Phrases failures;
  private final List<String> harmless;

  ComplaintWords() {
    List<String> rows;
    try (InputStream in = ComplaintWords.class.getResourceAsStream(RESOURCE);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      rows = reader.lines().filter(line -> !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> alone = words(rows, "complaint");
    updates = Phrases.of(both(words(rows, "update"), alone));
    failures = Phrases.of(both(words(rows, "failure"), alone));
    harmless = words(rows, "harmless");
  }

  private static List<String> words(List<String> rows, String what) {
    List<String> words = new ArrayList<>();
    for (String row : rows) {
      String[] columns = row.split("\t");
      if (columns.length != 3) {
        throw new IllegalArgumentException("not what, language, word: " + row);
      }
      if (columns[0].equals(what)) {
        words.add(columns[2]);
      }
    }
    return words;
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
    return new Signs(updates.anyIn(lower), failures.anyIn(lower));
  }

  boolean complain(String text) {
    String lower = lower(text);
    return updates.anyIn(lower) && fails(lower);
  }

  /** Whether a text says that something failed, be it what it may. */
  boolean speakOfFailure(String text) {
    return fails(lower(text));
  }

  private static String lower(String text) {
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
    return failures.anyIn(rest);
  }
}
