package app.regrip.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What Windows prints in other languages, read as its English twin, so that one judgement serves
 * them all. A sentence that is not in the list stays unread.
 */
final class KnownSentences {

  /** The table is read once, however many files there are. */
  private static final Map<String, String> ENGLISH = english();

  private static final Phrases KNOWN = Phrases.of(List.copyOf(ENGLISH.keySet()));

  private KnownSentences() {}

  private static Map<String, String> english() {
    Map<String, String> english = new LinkedHashMap<>();
    for (String[] row :
        WordTable.rows("sentences.tsv", "language", "sentence", "English", "source")) {
      english.put(squeeze(row[1]), row[2]);
    }
    return english;
  }

  /** The English sentences a text says in another language, however it is wrapped. */
  static List<String> inEnglish(String squeezed) {
    List<String> said = new ArrayList<>(0);
    if (!KNOWN.anyIn(squeezed)) {
      return said;
    }
    ENGLISH.forEach(
        (sentence, meaning) -> {
          if (squeezed.contains(sentence)) {
            said.add(meaning);
          }
        });
    return said;
  }

  /** In lower case without blanks, and with one kind of apostrophe: text is wrapped anywhere. */
  static String squeeze(String text) {
    StringBuilder squeezed = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        if (c > ' ' || !Character.isWhitespace(c)) {
          squeezed.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
        }
      } else if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
        squeezed.append(c == '’' ? '\'' : Character.toLowerCase(c));
      }
    }
    return squeezed.toString();
  }
}
