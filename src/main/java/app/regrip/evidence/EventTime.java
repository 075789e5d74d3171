package app.regrip.evidence;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When an event happened, as XML, JSON, WMI and people write it. */
final class EventTime {

  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})-(\\d\\d)-(\\d\\d)T(\\d\\d):(\\d\\d):(\\d\\d)(?:[.,]\\d{1,9})?"
              + "(Z|[+-]\\d\\d:\\d\\d)?.*");

  /** Milliseconds, as the JSON of Windows PowerShell has it. */
  private static final Pattern JSON = Pattern.compile("\\\\?/Date\\((\\d{1,15})\\)\\\\?/");

  /** The offset is in minutes. */
  private static final Pattern WMI =
      Pattern.compile("(\\d{4})(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)\\.\\d{6}([+-]\\d{3})");

  private static final int WMI_LENGTH = "20260504100000.123456+120".length();
  private static final int DATE = "2026-05-04".length();

  private EventTime() {}

  static Optional<LogTime> of(String text) {
    String time = text.strip();
    try {
      Matcher m;
      if (time.indexOf('T') == DATE && (m = ISO.matcher(time)).matches()) {
        return Optional.of(
            new LogTime(local(m), Optional.ofNullable(m.group(7)).map(ZoneOffset::of)));
      }
      if (time.endsWith("/") && (m = JSON.matcher(time)).matches()) {
        Instant at = Instant.ofEpochMilli(Long.parseLong(m.group(1)));
        return Optional.of(
            new LogTime(LocalDateTime.ofInstant(at, ZoneOffset.UTC), Optional.of(ZoneOffset.UTC)));
      }
      if (time.length() == WMI_LENGTH && (m = WMI.matcher(time)).matches()) {
        int minutes = Integer.parseInt(m.group(7));
        return Optional.of(
            new LogTime(local(m), Optional.of(ZoneOffset.ofTotalSeconds(minutes * 60))));
      }
    } catch (DateTimeException e) {
      return Optional.empty();
    }
    return PrintedDate.in(time, false);
  }

  /** Of the groups 1 to 6, from the year to the second. */
  private static LocalDateTime local(Matcher m) {
    int[] part = new int[6];
    for (int i = 0; i < part.length; i++) {
      part[i] = Integer.parseInt(m.group(i + 1));
    }
    return LocalDateTime.of(part[0], part[1], part[2], part[3], part[4], part[5]);
  }
}
