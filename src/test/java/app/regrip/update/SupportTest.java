package app.regrip.update;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.pc.PcFacts.WindowsVersion;
import app.regrip.text.Message;
import app.regrip.text.Translator;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupportTest {

  @ParameterizedTest
  @CsvSource({"Windows 8.1 Pro, 9600, Windows 8.1", "Windows 10 Home, 19045, Windows 10"})
  void theDayThatIsToldIsTheOneThatCounts(String product, int build, String name) {
    Support support = Support.of(new WindowsVersion(product, build, 0));

    Message told = support.ended(Instant.parse("2027-01-01T00:00:00Z")).orElseThrow();

    assertThat(told.english())
        .contains("support for " + name + " ended on " + day(support, "d MMMM uuuu", Locale.UK));
    assertThat(new Translator(Locale.GERMANY, ZoneOffset.UTC).say(told))
        .contains(name + " seit dem " + day(support, "d. MMMM uuuu", Locale.GERMANY));
  }

  private static String day(Support support, String pattern, Locale locale) {
    return DateTimeFormatter.ofPattern(pattern, locale).format(support.until().orElseThrow());
  }
}
