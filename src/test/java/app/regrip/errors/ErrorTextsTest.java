package app.regrip.errors;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.Spelling.Reading;
import app.regrip.text.Message;
import app.regrip.text.Translator;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorTextsTest {

  private static final Pattern GAP = Pattern.compile("\\{\\d");
  private static final int ONE_LINE = "0x80070006 ".length() + 40;

  private final ErrorCatalog catalog = ErrorCatalog.load();

  @Test
  void everyTextIsInBothLanguagesWithTheSameGaps() throws IOException {
    Properties english = texts("");
    Properties german = texts("_de");
    assertThat(german.keySet()).isEqualTo(english.keySet());
    assertThat(english.stringPropertyNames())
        .allSatisfy(
            key ->
                assertThat(gaps(german.getProperty(key)))
                    .as(key)
                    .isEqualTo(gaps(english.getProperty(key))));
  }

  @Test
  void everyNumberHasAMeaningAndNoMeaningIsForAnother() throws IOException {
    assertThat(named("meaning."))
        .isEqualTo(
            catalog.all().stream().map(name -> name.code().digits()).collect(Collectors.toSet()));
  }

  @Test
  void everyAdviceIsForAFamilyOrANumber() throws IOException {
    Set<String> advised = new TreeSet<>();
    Tsv.rows("advice.tsv", 2).forEach(cells -> advised.add(cells[0].substring("0x".length())));
    Arrays.stream(Family.values()).forEach(family -> advised.add("family." + family.id()));
    assertThat(named("advice.")).isEqualTo(advised);
  }

  @Test
  void everyComponentIsOneThatReports() throws IOException {
    Set<String> reporting = new TreeSet<>(Set.of("unknown"));
    Tsv.rows("error-codes.tsv", 5).forEach(cells -> reporting.add(cells[2]));
    assertThat(named("component.")).isEqualTo(reporting);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void everyHeadlineFitsOneLine(String language) {
    for (ErrorName name : catalog.all()) {
      String headline = say(language, catalog.headline(name.code()));
      assertThat(headline)
          .startsWith(name.code().hex() + " ")
          .hasSizeBetween(14, ONE_LINE)
          .doesNotContain("…", "{", "|");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void everythingIsSaidInSentences(String language) {
    for (ErrorName name : catalog.all()) {
      Explanation explained = Explanation.of(name.code(), catalog);
      assertThat(say(language, explained.meaning())).endsWith(".").doesNotContain("..", "{", "|");
      assertThat(say(language, explained.advice()))
          .endsWith(".")
          .hasSizeBetween(40, 420)
          .doesNotContain("..", "{", "\"");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "80070006 | Das Handle ist ungültig | „Automatisch reparieren“",
        "80070005 | Zugriff verweigert | als Administrator",
        "80070422 | Dienst ist deaktiviert | „Ursachen suchen“",
        "80072EE7 | Servername nicht auflösbar | Internetverbindung",
        "80073712 | Komponentenspeicher beschädigt | (DISM)",
        "80240022 | Alle Updates fehlgeschlagen | Updateverlauf",
        "800F0954 | Updateserver | WSUS",
        "C1900101 | zurückgesetzt | neuesten Treiber",
        "C000000F | Datei nicht gefunden | PC neu starten"
      })
  void explainsInGerman(String number, String meaning, String advice) {
    Explanation explained = Explanation.of(code(number), catalog);
    assertThat(german(explained.meaning())).contains(meaning);
    assertThat(german(explained.advice())).contains(advice);
  }

  @Test
  void headsInGerman() {
    assertThat(german(catalog.headline(HResult.INVALID_HANDLE)))
        .isEqualTo("0x80070006 Das Handle ist ungültig");
    assertThat(german(catalog.headline(code("8024BEEF"))))
        .isEqualTo("0x8024BEEF Fehler (Windows Update)");
    assertThat(german(catalog.headline(code("86660001"))))
        .isEqualTo("0x86660001 Unbekannter Fehler");
  }

  @Test
  void takesAnUnknownNumberApartInGerman() {
    assertThat(german(Explanation.of(code("80071234"), catalog).meaning()))
        .isEqualTo(
            "Dieser Code steht nicht in der Liste von Regrip. Es ist ein Fehlercode aus dem Bereich"
                + " 0x7 (Win32), Nummer 4660 (0x1234). Darin steckt der Win32-Fehler 4660.");
  }

  @Test
  void readsWhatGermanWindowsWrites() {
    assertThat(List.of("Fehlercode: 0x80070006", "Fehlercode 6", "Fehler: (0x80070006)"))
        .allSatisfy(
            text ->
                assertThat(Spelling.read(text, catalog))
                    .isEqualTo(new Reading.Code(HResult.INVALID_HANDLE)));
    assertThat(Spelling.read("0x8007006", catalog))
        .isInstanceOfSatisfying(
            Reading.NotACode.class,
            not ->
                assertThat(german(not.words()))
                    .isEqualTo(
                        "Das ist kein Fehlercode. Gemeint ist vielleicht 0x80070006 Das Handle"
                            + " ist ungültig."));
  }

  private static HResult code(String digits) {
    return new HResult(HexFormat.fromHexDigits(digits));
  }

  private static String german(Message message) {
    return say("de", message);
  }

  private static String say(String language, Message message) {
    return new Translator(Locale.forLanguageTag(language), ZoneOffset.UTC).say(message);
  }

  /** What follows {@code prefix} in the keys. */
  private static Set<String> named(String prefix) throws IOException {
    return texts("").stringPropertyNames().stream()
        .filter(key -> key.startsWith(prefix))
        .map(key -> key.substring(prefix.length()))
        .collect(Collectors.toSet());
  }

  private static Set<String> gaps(String pattern) {
    return GAP.matcher(pattern).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  private static Properties texts(String suffix) throws IOException {
    try (InputStream in =
        ErrorTextsTest.class.getResourceAsStream("texts" + suffix + ".properties")) {
      Properties texts = new Properties();
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return texts;
    }
  }
}
