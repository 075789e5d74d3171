package app.regrip.update;

import app.regrip.text.Message;
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
  public static Message of(Instant at, Instant now, ZoneId zone) {
    Duration age = Duration.between(at, now);
    if (age.toMinutes() < 1) {
      return Message.of("update.ago.now");
    }
    if (age.toHours() < 1) {
      return Message.of("update.ago.minutes", age.toMinutes());
    }
    if (age.toDays() < 1) {
      return Message.of("update.ago.hours", age.toHours());
    }
    long days =
        ChronoUnit.DAYS.between(LocalDate.ofInstant(at, zone), LocalDate.ofInstant(now, zone));
    return days <= 1 ? Message.of("update.ago.yesterday") : Message.of("update.ago.days", days);
  }
}
