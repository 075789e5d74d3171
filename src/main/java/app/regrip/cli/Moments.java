package app.regrip.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments and lengths of time in words. */
final class Moments {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH);

  private final Clock clock;

  Moments(Clock clock) {
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  /** {@code 22 Nov 2026 09:12}, in the clock's zone. */
  String moment(Instant at) {
    return MOMENT.format(at.atZone(clock.getZone()));
  }

  /** {@code 1:05} or {@code 1:02:03}. */
  String since(Instant start) {
    Duration elapsed = Duration.between(start, clock.instant());
    long seconds = Math.max(0, elapsed.toSeconds());
    return seconds < 3600
        ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
        : String.format(
            Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }

  /** {@code 15 to 45 minutes}, {@code less than a minute}. */
  static String between(Duration shortest, Duration longest) {
    if (longest.toSeconds() < 60) {
      return "less than a minute";
    }
    long least = shortest.toMinutes();
    long most = Math.max(1, (longest.toSeconds() + 59) / 60);
    if (least == most) {
      return "about " + minutes(most);
    }
    return least == 0 ? "up to " + minutes(most) : least + " to " + minutes(most);
  }

  private static String minutes(long count) {
    return count == 1 ? "1 minute" : count + " minutes";
  }
}
