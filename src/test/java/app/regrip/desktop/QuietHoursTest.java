package app.regrip.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

  @ParameterizedTest
  @CsvSource({
    "22:00-07:00, 21:59, false",
    "22:00-07:00, 22:00, true",
    "22:00-07:00, 00:00, true",
    "22:00-07:00, 06:59, true",
    "22:00-07:00, 07:00, false",
    "12:30-13:00, 12:29, false",
    "12:30-13:00, 12:30, true",
    "12:30-13:00, 13:00, false",
    "00:00-08:00, 23:59, false",
    "20:00-00:00, 23:59, true",
    "20:00-00:00, 00:00, false"
  })
  void theFirstMinuteIsInAndTheLastIsOut(String hours, LocalTime time, boolean quiet) {
    assertThat(QuietHours.parse(hours).orElseThrow().include(time)).isEqualTo(quiet);
  }

  @Test
  void aDayIsNotQuietAsAWhole() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new QuietHours(LocalTime.NOON, LocalTime.NOON));
    assertThat(QuietHours.parse("12:00-12:00")).isEmpty();
  }
}
