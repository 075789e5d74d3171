package app.regrip.eventxml;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Reads the one form in which Windows writes the time of an event, {@code
 * 2026-05-04T10:00:00.1234567Z} with any fraction or none: a log has half a million of them, and a
 * parser of all forms takes ten times as long.
 */
final class UtcTime {

  private static final int FRACTION = "2026-05-04T10:00:00".length();
  private static final int MOST_DIGITS = 9;

  private UtcTime() {}

  /** Empty for every other form, and for times that there are not. */
  static Optional<Instant> read(String text) {
    int length = text.length();
    if (length <= FRACTION || text.charAt(length - 1) != 'Z' || !hasMarks(text)) {
      return Optional.empty();
    }
    int year = number(text, 0, 4);
    int month = number(text, 5, 7);
    int day = number(text, 8, 10);
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, FRACTION);
    int nanos = nanos(text, length - 1);
    boolean numbers = (year | month | day | hour | minute | second | nanos) >= 0;
    if (!numbers || hour > 23 || minute > 59 || second > 59) {
      return Optional.empty();
    }
    try {
      long days = LocalDate.of(year, month, day).toEpochDay();
      return Optional.of(
          Instant.ofEpochSecond(((days * 24 + hour) * 60 + minute) * 60 + second, nanos));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static boolean hasMarks(String text) {
    return text.charAt(4) == '-'
        && text.charAt(7) == '-'
        && text.charAt(10) == 'T'
        && text.charAt(13) == ':'
        && text.charAt(16) == ':';
  }

  private static int nanos(String text, int end) {
    if (end == FRACTION) {
      return 0;
    }
    int digits = end - FRACTION - 1;
    if (text.charAt(FRACTION) != '.' || digits < 1 || digits > MOST_DIGITS) {
      return -1;
    }
    int nanos = number(text, FRACTION + 1, end);
    for (int i = digits; i < MOST_DIGITS; i++) {
      nanos *= 10;
    }
    return nanos;
  }

  /** Negative where there is something else than digits. */
  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
