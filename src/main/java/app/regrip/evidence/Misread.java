package app.regrip.evidence;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text that was read from a picture, where a program took letters for digits and digits for
 * letters. Only what can be nothing else is put right: a digit in the middle of a word, a letter in
 * the middle of an error number.
 *
 * @param isThere whether the text has such mistakes
 */
record Misread(boolean isThere) {

  private static final Pattern WORD =
      Pattern.compile("(?<![\\w.\\\\/:{-])[A-Za-z]+[01|][a-z01|]*[a-z](?!\\w|[\\\\/:}-]|\\.\\w)");
  private static final Pattern NUMBER =
      Pattern.compile("(?<!\\w)[0Oo][xX]([0-9A-Fa-fOoIl]{8})(?!\\w)");
  private static final Pattern MORE_THAN_HEX = Pattern.compile("(?i)[g-z]");
  private static final int SHORTEST = 5;

  static Misread of(List<String> lines) {
    return new Misread(lines.stream().anyMatch(line -> !restored(line).equals(line)));
  }

  LogReader takenFrom(LogReader reader) {
    return isThere ? new RestoredLines(Misread::restored, Misread::restored, reader) : reader;
  }

  private static String restored(String line) {
    String words = WORD.matcher(line).replaceAll(found -> Matcher.quoteReplacement(word(found)));
    String wide = words.replace("VVindows", "Windows");
    return NUMBER.matcher(wide).replaceAll(found -> "0x" + number(found.group(1)));
  }

  private static String word(MatchResult found) {
    String word = found.group();
    boolean sure = word.length() >= SHORTEST && MORE_THAN_HEX.matcher(word).find();
    return sure
        ? word.replace("W1n", "Win").replace('0', 'o').replace('1', 'l').replace('|', 'l')
        : word;
  }

  private static String number(String digits) {
    return digits.toUpperCase(Locale.ROOT).replace('O', '0').replace('I', '1').replace('L', '1');
  }
}
