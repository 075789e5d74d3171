package app.regrip.update;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.ErrorCatalog;
import app.regrip.errors.ErrorName;
import app.regrip.errors.HResult;
import app.regrip.text.Message;
import app.regrip.text.Translator;
import app.regrip.update.UpdateEvent.Operation;
import app.regrip.update.UpdateStatus.Failing;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadlineTest {

  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  private final ErrorCatalog catalog = ErrorCatalog.load();
  private final Headline headline = new Headline(catalog, ZoneOffset.UTC);

  private static Failing failing(Operation operation, HResult code, Duration ago) {
    return new Failing(operation, code, "Some update", NOW.minus(ago), NOW.minus(ago), 1);
  }

  @Test
  void saysWhatFailedWhenAndHow() {
    Failing failing = failing(Operation.SEARCH, HResult.INVALID_HANDLE, Duration.ofMinutes(5));
    assertThat(headline.of(failing, NOW).english())
        .isEqualTo("Last update check: failed 5 minutes ago — 0x80070006 The handle is invalid");
    assertThat(headline.tooltip(failing, Message::english))
        .isEqualTo("Check failed — 0x80070006 The handle is invalid");
  }

  @Test
  void saysNoMoreThanIsKnown() {
    assertThat(headline.of(new UpdateStatus.Working(NOW.minusSeconds(7200)), NOW).english())
        .isEqualTo("Windows Update works, last success 2 hours ago");
    assertThat(headline.of(new UpdateStatus.Working(NOW.minusSeconds(7200), true), NOW).english())
        .isEqualTo("Windows is up to date, checked 2 hours ago");
    assertThat(headline.of(new UpdateStatus.Repaired(NOW), NOW).english())
        .isEqualTo("Repaired: Windows Update works again, proven just now");
    assertThat(
            headline
                .of(new UpdateStatus.Unknown(Message.asIs("the record could not be read.")), NOW)
                .english())
        .isEqualTo("Unknown: the record could not be read.");
  }

  /** A tooltip and an alert stay for hours, and nobody draws them anew. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Windows Update works, last success on Dec 24, 2026, 12:46 PM",
        "en | Windows is up to date, checked on Dec 24, 2026, 12:46 PM",
        "en | Repaired, and proven on Dec 24, 2026, 12:46 PM",
        "de | Windows Update funktioniert, letzter Erfolg am 24.12.2026, 12:46",
        "de | Windows ist auf dem neuesten Stand, am 24.12.2026, 12:46 geprüft",
        "de | Repariert und am 24.12.2026, 12:46 nachgewiesen"
      })
  void whatStaysOnTheScreenSaysTheMomentAsAWhole(String language, String tooltip) {
    Instant then = Instant.parse("2026-12-24T12:46:00Z");
    Translator translator = new Translator(Locale.forLanguageTag(language), ZoneOffset.UTC);
    assertThat(
            Stream.of(
                    new UpdateStatus.Working(then),
                    new UpdateStatus.Working(then, true),
                    new UpdateStatus.Repaired(then))
                .map(status -> headline.tooltip(status, translator::say).replace('\u202f', ' ')))
        .contains(tooltip);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void everyTooltipFitsAndHoldsTheWholeNumber(String language) {
    Function<Message, String> words =
        new Translator(Locale.forLanguageTag(language), ZoneOffset.UTC)::say;
    for (ErrorName name : catalog.all()) {
      for (Operation operation : Operation.values()) {
        for (Duration ago : new Duration[] {Duration.ZERO, Duration.ofDays(9999)}) {
          assertThat(headline.tooltip(failing(operation, name.code(), ago), words))
              .hasSizeLessThanOrEqualTo(Headline.TOOLTIP_LENGTH)
              .contains(name.code().hex());
        }
      }
    }
  }

  @Test
  void aLongReasonIsCutBetweenWords() {
    for (int blanks = 0; blanks < 60; blanks++) {
      String why = "x".repeat(blanks) + " could not be read: 0x80070005 Access refused";
      String tooltip =
          headline.tooltip(new UpdateStatus.Unknown(Message.asIs(why)), Message::english);
      assertThat(tooltip).hasSizeLessThanOrEqualTo(Headline.TOOLTIP_LENGTH);
      if (tooltip.contains("0x")) {
        assertThat(tooltip).contains("0x80070005");
      }
    }
    assertThat(
            headline.tooltip(
                new UpdateStatus.Unknown(Message.asIs("x".repeat(200))), Message::english))
        .hasSizeLessThanOrEqualTo(Headline.TOOLTIP_LENGTH);
  }

  @Test
  void saysItInGerman() {
    Translator german = new Translator(Locale.GERMANY, ZoneOffset.UTC);
    Failing failing = failing(Operation.INSTALL, HResult.INVALID_HANDLE, Duration.ofDays(400));
    assertThat(german.say(headline.of(failing, NOW)))
        .isEqualTo(
            "Letzte Installation von Updates: vor 400 Tagen fehlgeschlagen – 0x80070006 Das Handle"
                + " ist ungültig");
    assertThat(headline.tooltip(failing, german::say))
        .isEqualTo("Installation fehlgeschlagen – 0x80070006 Das Handle ist ungültig");
    assertThat(german.say(headline.of(new UpdateStatus.Repaired(NOW.minusSeconds(60)), NOW)))
        .isEqualTo("Repariert: Updates gehen wieder, vor 1 Minute nachgewiesen");
  }

  @ParameterizedTest
  @CsvSource({
    "PT-5M, just now",
    "PT0S, just now",
    "PT59S, just now",
    "PT1M, 1 minute ago",
    "PT59M, 59 minutes ago",
    "PT1H, 1 hour ago",
    "PT23H59M, 23 hours ago",
    "PT24H, yesterday",
    "PT33H, yesterday",
    "PT35H, 2 days ago",
    "P6D, 6 days ago",
    "P400D, 400 days ago"
  })
  void saysTimesTheWayPeopleDo(Duration ago, String words) {
    assertThat(TimeAgo.of(NOW.minus(ago), NOW, ZoneOffset.UTC).english()).isEqualTo(words);
  }

  @Test
  void aDayEndsAtMidnightOfTheUser() {
    assertThat(TimeAgo.of(NOW.minus(Duration.ofHours(35)), NOW, ZoneId.of("Asia/Tokyo")).english())
        .isEqualTo("yesterday");
  }
}
