package app.regrip.evidence.evtx;

import app.regrip.eventxml.TextBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** The two ways in which Windows writes a moment, as ISO 8601 in UTC. */
final class FileTimes {

  private static final long TICKS_A_SECOND = 10_000_000;
  private static final int SECONDS_A_DAY = 86_400;

  /** From 1601-01-01, where a FILETIME begins, to 1970-01-01. */
  private static final long DAYS_BEFORE_1970 = 134_774;

  private long lastDay = -1;
  private String lastDate = "";

  /** A FILETIME counts tenths of microseconds; all seven digits are written. */
  void appendFiletime(TextBuffer out, long ticks) {
    long seconds = Long.divideUnsigned(ticks, TICKS_A_SECOND);
    long day = seconds / SECONDS_A_DAY;
    if (day != lastDay) {
      // Records of a log are neighbours in time, and a date is dear to compute.
      lastDate = LocalDate.ofEpochDay(day - DAYS_BEFORE_1970).toString();
      lastDay = day;
    }
    int second = (int) (seconds % SECONDS_A_DAY);
    out.append(lastDate);
    appendClock(out, second / 3600, second / 60 % 60, second % 60);
    out.appendPadded(Long.remainderUnsigned(ticks, TICKS_A_SECOND), 7);
    out.append('Z');
  }

  /** A SYSTEMTIME is eight numbers of 16 bits: year, month, weekday, day, and the time. */
  static void appendSystemtime(TextBuffer out, Bytes bytes, int at) throws EvtxException {
    out.appendPadded(bytes.u16(at), 4);
    out.append('-');
    out.appendPadded(bytes.u16(at + 2), 2);
    out.append('-');
    out.appendPadded(bytes.u16(at + 6), 2);
    appendClock(out, bytes.u16(at + 8), bytes.u16(at + 10), bytes.u16(at + 12));
    out.appendPadded(bytes.u16(at + 14), 3);
    out.append('Z');
  }

  private static void appendClock(TextBuffer out, int hour, int minute, int second) {
    out.append('T');
    out.appendPadded(hour, 2);
    out.append(':');
    out.appendPadded(minute, 2);
    out.append(':');
    out.appendPadded(second, 2);
    out.append('.');
  }

  /** Empty where the number is no moment that a log could have. */
  static Optional<Instant> instant(long ticks) {
    if (ticks <= 0) {
      return Optional.empty();
    }
    try {
      long seconds = ticks / TICKS_A_SECOND - DAYS_BEFORE_1970 * SECONDS_A_DAY;
      return Optional.of(Instant.ofEpochSecond(seconds, ticks % TICKS_A_SECOND * 100));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
