package app.regrip.desktop;

import static app.regrip.desktop.Texts.text;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Moments and durations the way a person says them. */
final class Times {

  private final Clock clock;

  Times(Clock clock) {
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  /** "today at 14:32", "Monday 3 March at 09:00". */
  String moment(Instant at) {
    ZoneId zone = clock.getZone();
    ZonedDateTime then = at.atZone(zone);
    LocalDate today = LocalDate.now(clock);
    String hour = formatted("format.hour", then);
    if (then.toLocalDate().equals(today)) {
      return text("time.today", hour);
    } else if (then.toLocalDate().equals(today.minusDays(1))) {
      return text("time.yesterday", hour);
    }
    boolean thisYear = then.getYear() == today.getYear();
    return text(
        "time.other", formatted(thisYear ? "format.day" : "format.day-and-year", then), hour);
  }

  /** "today", "yesterday", "Monday 3 March". */
  String day(LocalDate day) {
    LocalDate today = LocalDate.now(clock);
    if (day.equals(today)) {
      return text("day.today");
    } else if (day.equals(today.minusDays(1))) {
      return text("day.yesterday");
    }
    return formatted(
        day.getYear() == today.getYear() ? "format.day" : "format.day-and-year",
        day.atStartOfDay(clock.getZone()));
  }

  private static String formatted(String pattern, ZonedDateTime at) {
    return DateTimeFormatter.ofPattern(text(pattern), Texts.locale()).format(at);
  }

  /** In seconds below a minute, in minutes below an hour, then in hours and minutes. */
  static String duration(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    if (seconds < 60) {
      return text("duration.seconds", seconds);
    }
    long minutes = (seconds + 30) / 60;
    if (minutes < 60) {
      return text("duration.minutes", minutes);
    }
    return minutes % 60 == 0
        ? text("duration.hours", minutes / 60)
        : text("duration.hoursMinutes", minutes / 60, minutes % 60);
  }

  /** How long a fix took on this PC the last time. */
  static String lastTime(Duration took) {
    return text("time.last", duration(took));
  }

  /** "4:07" or "1:04:07": a clock that runs. */
  static String stopwatch(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    return seconds < 3600
        ? String.format("%d:%02d", seconds / 60, seconds % 60)
        : String.format("%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }
}
