package app.regrip.windows.wua;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OleDateTest {

  @ParameterizedTest
  @CsvSource({
    "1, 1899-12-31T00:00:00Z",
    "25569, 1970-01-01T00:00:00Z",
    "45981.75, 2025-11-20T18:00:00Z",
    "2958465, 9999-12-31T00:00:00Z"
  })
  void namesAnInstant(double date, Instant instant) {
    assertThat(OleDate.instant(date)).contains(instant);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 2958466, Double.NaN, Double.POSITIVE_INFINITY})
  void whatIsNoDateIsNone(double date) {
    assertThat(OleDate.instant(date)).isEmpty();
  }

  @Test
  void keepsSecondsThatADoubleCannotHoldExactly() {
    assertThat(OleDate.instant(45981 + 12345 / 86400.0))
        .contains(Instant.parse("2025-11-20T03:25:45Z"));
  }
}
