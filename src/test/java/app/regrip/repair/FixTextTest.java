package app.regrip.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FixTextTest {

  @ParameterizedTest
  @EnumSource
  void everyFixHasItsWords(Fix fix) {
    FixText words = FixText.of(fix);
    assertThat(words.title().english()).isNotBlank();
    assertThat(words.shortName().english()).hasSizeBetween(1, 14);
    assertThat(words.purpose().english()).endsWith(".");
    assertThat(words.howLong().english()).contains("minute");
  }

  @Test
  void timesAreSaidAsAPersonWould() {
    assertThat(FixText.of(Fix.BITS).howLong().english()).isEqualTo("about a minute");
    assertThat(FixText.of(Fix.RESET).howLong().english()).isEqualTo("2 to 15 minutes");
    assertThat(FixText.of(Fix.DISM).howLong().english()).isEqualTo("15 to 45 minutes");
    assertThat(FixText.of(Fix.ALL).howLong().english()).isEqualTo("2 minutes to 2 hours");
  }

  /**
   * Stopping six services and starting them again, each of which may take its time, and a check.
   */
  @Test
  void aResetIsGivenTheTimeASlowPcTakes() {
    assertThat(FixText.of(Fix.RESET).longest()).isGreaterThanOrEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void theLadderTakesAsLongAsItsRungs() {
    Duration rungs =
        Fix.LADDER.stream()
            .map(fix -> FixText.of(fix).longest())
            .reduce(Duration.ZERO, Duration::plus);
    assertThat(FixText.of(Fix.ALL).longest()).isGreaterThanOrEqualTo(rungs);
  }
}
