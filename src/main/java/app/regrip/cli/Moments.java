package app.regrip.cli;

import app.regrip.evidence.LogTime;
import app.regrip.text.Translator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments and lengths of time in words. */
final class Moments {

  private static final Instant LONGEST = Instant.parse("2026-11-22T12:00:00Z");

  private final Clock clock;
  private final DateTimeFormatter format;

  Moments(Clock clock, Translator translator) {
    this.clock = clock;
    this.format =
        DateTimeFormatter.ofPattern(translator.say("cli.time.moment"), translator.locale());
  }

  Instant now() {
    return clock.instant();
  }

  /** {@code 22 Nov 2026 09:12}, in the clock's zone. */
  String moment(Instant at) {
    return format.format(at.atZone(clock.getZone()));
  }

  /**
   * {@code 4 May 2026 10:00 UTC}: as a log has it, for the zone of another PC is not this one's.
   */
  String moment(LogTime at) {
    return format.format(at.local())
        + at.offset().map(o -> o.getTotalSeconds() == 0 ? " UTC" : " UTC" + o).orElse("");
  }

  /** Of the longest moment, in letters. */
  int width() {
    return moment(LONGEST).length();
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
}
