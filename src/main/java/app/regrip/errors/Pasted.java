package app.regrip.errors;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Takes away what copying leaves around and inside an error number: brackets, quotes, a label such
 * as {@code Error code:}, invisible characters, a minus from a text processor, separators between
 * the digits.
 */
final class Pasted {

  private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");
  private static final Pattern WRAPPING =
      Pattern.compile("^[\\s(\\[{\"'<,.;:]+|[\\s)\\]}\"'>,.;:!?]+$");
  private static final Pattern LABEL =
      Pattern.compile(
          "^(?:(?:windows|update|win32|last|exit|return|stop|error|code|status|result|number|"
              + "hresult|ntstatus|hr|rc)[\\s:=#(\\[]+)+(?=\\S)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern GROUPED_HEX =
      Pattern.compile("(0[xX][0-9a-fA-F]{4})[_' ]([0-9a-fA-F]{4})");
  private static final Pattern GROUPED_DECIMAL =
      Pattern.compile("-?[0-9]{1,3}(?:([,.' ])[0-9]{3})(?:\\1[0-9]{3})*");

  private Pasted() {}

  /** What is left is one word where the text was one number, however it was dressed. */
  static String bare(String text) {
    String plain =
        INVISIBLE
            .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
            .replaceAll("")
            .replace('\u2212', '-')
            .replace('\u2013', '-');
    String word = WRAPPING.matcher(plain).replaceAll("");
    String unlabelled = WRAPPING.matcher(LABEL.matcher(word).replaceFirst("")).replaceAll("");
    return withoutGroups(unlabelled);
  }

  private static String withoutGroups(String word) {
    if (GROUPED_DECIMAL.matcher(word).matches()) {
      return word.replaceAll("[^0-9-]", "");
    }
    return GROUPED_HEX.matcher(word).replaceFirst("$1$2");
  }
}
