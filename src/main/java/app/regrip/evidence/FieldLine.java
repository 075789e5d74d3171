package app.regrip.evidence;

import java.util.Optional;

/**
 * A line that begins a field: a name of words, a colon, and what the field holds.
 *
 * @param name without the blanks around it
 */
record FieldLine(String name, String value) {

  private static final int DEEPEST = 8;
  private static final int LONGEST_NAME = 31;

  static Optional<FieldLine> of(String text) {
    int colon = colon(text);
    int from = 0;
    while (from < Math.min(colon, DEEPEST) && isBlank(text.charAt(from))) {
      from++;
    }
    int to = colon;
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return isName(text, from, to)
        ? Optional.of(new FieldLine(text.substring(from, to), text.substring(colon + 1)))
        : Optional.empty();
  }

  /** The first one, be it as wide as the letters of East Asia; negative where there is none. */
  private static int colon(String text) {
    int colon = text.indexOf(':');
    int wide = text.indexOf('\uFF1A');
    return colon < 0 || wide >= 0 && wide < colon ? wide : colon;
  }

  private static boolean isName(String text, int from, int to) {
    if (from >= to || to - from > LONGEST_NAME || !Character.isLetter(text.charAt(from))) {
      return false;
    }
    for (int i = from + 1; i < to; i++) {
      char c = text.charAt(i);
      if (!Character.isLetter(c) && " ._'\u2019-".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }
}
