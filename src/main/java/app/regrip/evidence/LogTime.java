package app.regrip.evidence;

import app.regrip.text.Message;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * When a log says something happened. Many logs write the PC's local time and no zone; what is not
 * there is not made up.
 */
public record LogTime(LocalDateTime local, Optional<ZoneOffset> offset)
    implements Comparable<LogTime> {

  private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("uuuu", Locale.ROOT);
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  /**
   * By the moment, where an offset is missing by the clock on the wall in UTC: wrong by hours at
   * most, and an order all the same.
   */
  @Override
  public int compareTo(LogTime other) {
    return moment().compareTo(other.moment());
  }

  LocalDateTime moment() {
    return local.minusSeconds(offset.map(ZoneOffset::getTotalSeconds).orElse(0));
  }

  /** For a person, e.g. {@code 4 May 2026 10:00 UTC}: the zone of another PC is not this one's. */
  Message inWords() {
    Message time =
        Message.of(
            "evidence.time",
            local.getDayOfMonth(),
            local.getMonthValue(),
            YEAR.format(local),
            CLOCK.format(local));
    return offset
        .map(o -> time.then(Message.asIs(o.getTotalSeconds() == 0 ? "UTC" : "UTC" + o)))
        .orElse(time);
  }

  /** ISO 8601 with seconds, and with an offset only where the log has one. */
  @Override
  public String toString() {
    return offset
        .map(o -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local.atOffset(o)))
        .orElseGet(() -> DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(local));
  }
}
