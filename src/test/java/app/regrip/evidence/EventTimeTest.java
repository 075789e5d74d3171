package app.regrip.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-05-04T10:00:07.1234567Z   | 2026-05-04T10:00:07Z",
        "2026-05-04T10:00:07,123        | 2026-05-04T10:00:07",
        "2026-05-04T10:00:07-03:30 more | 2026-05-04T10:00:07-03:30",
        "20260504100007.123456+120      | 2026-05-04T10:00:07+02:00",
        "'\\/Date(1777888807000)\\/'    | 2026-05-04T10:00:07Z",
        "' /Date(1777888807000)/ '      | 2026-05-04T10:00:07Z",
        "5/14/2026 10:00:07 PM          | 2026-05-14T22:00:07",
      })
  void isReadInEveryForm(String text, String time) {
    assertThat(EventTime.of(text)).map(LogTime::toString).contains(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-02-30T10:00:00Z",
        "2026-05-04T24:00:00Z",
        "2026-05-04T10:00:00+19:00",
        "20261304100000.123456+120",
        "Tuesday"
      })
  void isNotMadeUp(String text) {
    assertThat(EventTime.of(text)).isEmpty();
  }
}
