package app.regrip.evidence;

import java.util.regex.Pattern;

/** The letters without a shape that Windows puts around dates, for languages of both directions. */
final class DirectionMarks {

  private static final Pattern MARK = Pattern.compile("[\u200E\u200F\u202A-\u202E]");

  private DirectionMarks() {}

  /** The text without them. */
  static String takenFrom(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= '\u200E') {
        return MARK.matcher(text).replaceAll("");
      }
    }
    return text;
  }
}
