package app.regrip.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TimesTest {

  private final Times times = new Times(Scenes.CLOCK);

  @Test
  void saysMomentsTheWayPeopleDo() {
    assertThat(times.moment(Instant.parse("2026-03-03T00:05:00Z"))).isEqualTo("today at 00:05");
    assertThat(times.moment(Instant.parse("2026-03-02T23:59:00Z"))).isEqualTo("yesterday at 23:59");
    assertThat(times.moment(Instant.parse("2026-03-10T09:00:00Z")))
        .isEqualTo("Tuesday 10 March at 09:00");
    assertThat(times.moment(Instant.parse("2025-12-31T09:00:00Z")))
        .isEqualTo("31 December 2025 at 09:00");
  }

  @Test
  void saysDurationsTheWayPeopleDo() {
    assertThat(Times.duration(Duration.ofSeconds(1))).isEqualTo("1 second");
    assertThat(Times.duration(Duration.ofSeconds(30))).isEqualTo("30 seconds");
    assertThat(Times.duration(Duration.ofSeconds(60))).isEqualTo("1 minute");
    assertThat(Times.duration(Duration.ofMinutes(45))).isEqualTo("45 minutes");
    assertThat(Times.duration(Duration.ofMinutes(60))).isEqualTo("1 hour");
    assertThat(Times.duration(Duration.ofMinutes(61))).isEqualTo("1 hour 1 minute");
    assertThat(Times.duration(Duration.ofMinutes(150))).isEqualTo("2 hours 30 minutes");
  }

  @Test
  void saysThemTheWayGermansDo() {
    Speaking.in(
        Locale.GERMAN,
        () -> {
          assertThat(times.moment(Instant.parse("2026-03-03T00:05:00Z")))
              .isEqualTo("heute, 00:05 Uhr");
          assertThat(times.moment(Instant.parse("2026-03-10T09:00:00Z")))
              .isEqualTo("Dienstag, 10. März, 09:00 Uhr");
          assertThat(times.moment(Instant.parse("2025-12-31T09:00:00Z")))
              .isEqualTo("31. Dezember 2025, 09:00 Uhr");
          assertThat(Times.duration(Duration.ofMinutes(60))).isEqualTo("1 Stunde");
          assertThat(Times.duration(Duration.ofMinutes(150))).isEqualTo("2 Stunden 30 Minuten");
        });
  }

  @Test
  void countsLikeAClock() {
    assertThat(Times.stopwatch(Duration.ofSeconds(-3))).isEqualTo("0:00");
    assertThat(Times.stopwatch(Duration.ofSeconds(247))).isEqualTo("4:07");
    assertThat(Times.stopwatch(Duration.ofSeconds(3847))).isEqualTo("1:04:07");
  }
}
