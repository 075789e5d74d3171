package app.regrip.evidence;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as programs print it for people. Where day and month could be either, there is none,
 * unless it has a form that only the United States use.
 */
final class PrintedDate {

  static final Pattern ANY =
      Pattern.compile(
          "(?<![\\d./-])(\\d{1,4})([-/.])(\\d{1,2})\\2(\\d{1,4})(?![\\d./-])"
              + "(?:[ T,]+(\\d{1,2}):(\\d\\d)(?::(\\d\\d))?(?:[\\s\\u202F]*([AaPp])\\.?[Mm])?)?");

  private PrintedDate() {}

  /** Whether it is worth looking for one: a digit with a mark behind it, or one that hides it. */
  static boolean mayBeIn(String text) {
    for (int i = 1; i < text.length(); i++) {
      char mark = text.charAt(i);
      char before = text.charAt(i - 1);
      if ((mark == '/' || mark == '-' || mark == '.' || mark >= '\u200E' && mark <= '\u202E')
          && before >= '0'
          && before <= '9') {
        return true;
      }
    }
    return false;
  }

  static boolean isIn(String text) {
    return mayBeIn(text) && ANY.matcher(text).find();
  }

  /**
   * The first date in the text.
   *
   * @param american whether month/day/year is what this program always prints
   */
  static Optional<LogTime> in(String text, boolean american) {
    if (!mayBeIn(text)) {
      return Optional.empty();
    }
    Matcher m = ANY.matcher(text);
    if (!m.find()) {
      return Optional.empty();
    }
    int first = Integer.parseInt(m.group(1));
    int second = Integer.parseInt(m.group(3));
    int third = Integer.parseInt(m.group(4));
    try {
      if (m.group(1).length() == 4) {
        return Optional.of(at(first, second, third, m));
      }
      if (m.group(4).length() != 4) {
        return Optional.empty();
      }
      boolean monthFirst =
          second > 12
              || m.group(2).equals("/") && first <= 12 && (american || isAmerican(m.group(8)));
      boolean dayFirst = first > 12 || m.group(2).equals(".") || first == second;
      if (monthFirst == dayFirst && first != second) {
        return Optional.empty();
      }
      return Optional.of(monthFirst ? at(third, first, second, m) : at(third, second, first, m));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Others write the halves of the day small. */
  private static boolean isAmerican(String half) {
    return half != null && Character.isUpperCase(half.charAt(0));
  }

  private static LogTime at(int year, int month, int day, Matcher m) {
    int hour = m.group(5) == null ? 0 : Integer.parseInt(m.group(5));
    int minute = m.group(6) == null ? 0 : Integer.parseInt(m.group(6));
    int second = m.group(7) == null ? 0 : Integer.parseInt(m.group(7));
    if (m.group(8) != null) {
      hour = hour % 12 + (m.group(8).equalsIgnoreCase("p") ? 12 : 0);
    }
    return new LogTime(LocalDateTime.of(year, month, day, hour, minute, second), Optional.empty());
  }
}
