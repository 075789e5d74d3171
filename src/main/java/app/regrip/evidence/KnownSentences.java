package app.regrip.evidence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What Windows prints in other languages, read as its English twin, so that one judgement serves
 * them all. A sentence that is not in the list stays unread.
 */
final class KnownSentences {

  private static final String RESOURCE = "sentences.tsv";
  private static final Pattern BLANKS = Pattern.compile("[\\s\u00A0\u3000]+");

  private final Map<String, String> english = new LinkedHashMap<>();

  KnownSentences() {
    try (InputStream in = KnownSentences.class.getResourceAsStream(RESOURCE);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      reader.lines().filter(line -> !line.startsWith("#")).forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String row) {
    String[] columns = row.split("\t");
    english.put(squeeze(columns[1]), columns[2]);
  }

  /** The English sentences a text says in another language, however it is wrapped. */
  List<String> inEnglish(String squeezed) {
    return english.entrySet().stream()
        .filter(sentence -> squeezed.contains(sentence.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** In lower case without blanks, and with one kind of apostrophe: text is wrapped anywhere. */
  static String squeeze(String text) {
    return BLANKS.matcher(text).replaceAll("").replace('’', '\'').toLowerCase(Locale.ROOT);
  }
}
