package app.regrip.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FixTextTest {

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
