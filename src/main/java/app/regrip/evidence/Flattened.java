package app.regrip.evidence;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Text of a console that lost its line ends on the way here, as pages on the web show it. It is cut
 * again where DISM and SFC end their lines: behind a version, around a bar, before an error, behind
 * a sentence.
 */
final class Flattened {

  /** DISM's own longest line, a bar with a result behind it, is shorter. */
  private static final int LONGEST_LINE = 125;

  private static final Pattern BREAKS =
      Pattern.compile(
          "(?<=[0-9]\\.[0-9]{4,5}\\.[0-9]{1,5}) |(?= ?\\[=)|(?<=[=%][ =]?\\])"
              + "| (?=\\p{L}{3,8} ?[:：] ?(?:0[xX][0-9a-fA-F]{8}|[0-9]{1,5})(?: |$))"
              + "| (?=[A-Z]:\\\\[^ >]{0,100}>)|(?<=[.。]) | (?=Beginning system scan)");

  private Flattened() {}

  static List<String> lines(String text) {
    boolean flat =
        text.length() > LONGEST_LINE
            && (text.indexOf('%') >= 0 || text.contains("10.0.") || text.contains("6."))
            && (text.contains("[=")
                || text.contains("Deployment Image Servicing")
                || ConsoleSigns.isSfcProgressIn(text));
    return flat ? List.of(BREAKS.split(text)) : List.of(text);
  }
}
