package app.regrip.update;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** How long ago something was, the way people say it: {@code 5 minutes ago}, {@code yesterday}. */
public final class TimeAgo {

  private TimeAgo() {}

  /**
   * @param zone decides where a day ends
   */
  public static String of(Instant at, Instant now, ZoneId zone) {
    Duration age = Duration.between(at, now);
    if (age.toMinutes() < 1) {
      return "just now";
    }
    if (age.toHours() < 1) {
      return count(age.toMinutes(), "minute");
    }
    if (age.toDays() < 1) {
      return count(age.toHours(), "hour");
    }
    long days =
        ChronoUnit.DAYS.between(LocalDate.ofInstant(at, zone), LocalDate.ofInstant(now, zone));
    return days <= 1 ? "yesterday" : count(days, "day");
  }

  private static String count(long number, String unit) {
    return number + " " + unit + (number == 1 ? "" : "s") + " ago";
  }
}
