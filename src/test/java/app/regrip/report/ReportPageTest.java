package app.regrip.report;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.repair.Finding;
import app.regrip.repair.Verdict;
import app.regrip.session.Case;
import app.regrip.text.Message;
import app.regrip.text.Translator;
import app.regrip.update.UpdateEvent;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class ReportPageTest {

  private static final Instant AT = Instant.parse("2026-03-04T10:00:00Z");

  private static final String PARTS =
      """
      {"createdAt":"2026-03-04T10:00:00Z",
       "status":{"pc":"This PC","status":"failing","headline":"Last update check: failed",
         "since":"2026-03-04T09:00:00Z","title":"<script>alert(1)</script>","operation":"search",
         "code":{"hex":"0x80070006","symbol":"E_HANDLE","meaning":"The handle is invalid.",
         "signed":-2147024890,"unsigned":2147942406}},
       "history":[{"code":{"hex":"0x80070006","symbol":"E_HANDLE"},"state":"open","entries":[
         {"kind":"failed","at":"2026-03-04T09:00:00Z","code":"0x80070006","operation":"search"},
         {"kind":"failed","at":"2026-03-04T09:30:00Z","code":"0x80070006","operation":"search"},
         {"kind":"tried","at":"2026-03-04T09:40:00Z","fix":"reset","verdict":"still-failing",
          "words":"Not yet."},
         {"kind":"came-back","at":"2026-03-04T09:50:00Z","code":"0x80070006","recurrence":2}]}],
       "windowsHistory":[{"at":"2026-02-01T10:00:00Z","title":"Update <b>","updateId":"a",
         "result":"failed","code":{"hex":"0x80240022","symbol":"WU_E_ALL_UPDATES_FAILED"}}],
       "findings":[{"id":"x","severity":"cause","text":"A cause.",
         "evidence":"C:\\\\Users\\\\failing\\\\x on http://wsus.contoso.example"}],
       "versions":{"Regrip":"1.2.3","Java":"17.0.15.1"}}
      """;

  private static ReportDocument document() {
    Redaction redaction = new Redaction(Map.of(Secret.USER, List.of("failing")));
    return ReportDocument.of(JsonParser.parseString(PARTS).getAsJsonObject(), redaction);
  }

  private static String html() {
    return html(Locale.ENGLISH);
  }

  private static String html(Locale locale) {
    return new ReportPage(document(), ZoneOffset.UTC, new Translator(locale, ZoneOffset.UTC))
        .html();
  }

  private static byte[] zip() {
    Translator english = new Translator(Locale.ENGLISH, ZoneOffset.UTC);
    return ReportFile.zip(document(), document(), english, AT, ZoneOffset.UTC);
  }

  @Test
  void theDocumentIsRedactedAndCountsWhatWasRemoved() {
    JsonObject read = JsonParser.parseString(document().json()).getAsJsonObject();
    assertThat(read.get("schema").getAsInt()).isEqualTo(1);
    JsonObject finding = read.getAsJsonArray("findings").get(0).getAsJsonObject();
    assertThat(finding.get("evidence").getAsString())
        .isEqualTo("C:\\Users\\USER-1\\x on http://SERVER-1");
    JsonObject removed = read.getAsJsonObject("removed");
    assertThat(removed.getAsJsonObject("user").get("names").getAsInt()).isEqualTo(1);
    assertThat(removed.getAsJsonObject("server").get("places").getAsInt()).isEqualTo(1);
  }

  @Test
  void aUserCalledLikeAWordOfOursDoesNotBreakTheReport() {
    JsonObject read = JsonParser.parseString(document().json()).getAsJsonObject();
    assertThat(read.getAsJsonObject("status").get("status").getAsString()).isEqualTo("failing");
    assertThat(read.getAsJsonObject("versions").get("Java").getAsString()).isEqualTo("17.0.15.1");
  }

  @Test
  void aTitleIsTextAndNeverMarkup() {
    assertThat(html()).contains("&lt;script&gt;alert(1)&lt;/script&gt;").doesNotContain("<script");
  }

  @Test
  void thePageNeedsNothingFromElsewhere() {
    assertThat(html())
        .contains("default-src 'none'", "prefers-color-scheme: dark", "@media print")
        .doesNotContain(" src=", " href=", "@import", "url(");
  }

  @Test
  void theStoryIsTold() {
    assertThat(html())
        .contains(
            "Failed: looking for updates (0x80070006), 2 times in a row, last 4 Mar 2026, 09:30",
            "Repair “reset”: still failing",
            "Came back (0x80070006), time 2",
            "What Windows listed before a reset",
            "Update &lt;b&gt;",
            "failed with 0x80240022 WU_E_ALL_UPDATES_FAILED",
            "A cause.",
            "-2147024890, 2147942406",
            "1 name in 1 place",
            "1.2.3")
        .doesNotContain("contoso");
  }

  @Test
  void thePageSpeaksTheLanguageOfWhoMakesIt() {
    assertThat(html(Locale.GERMANY))
        .contains(
            "<html lang=\"de-DE\">",
            "<title>Bericht zu Windows Update</title>",
            "Fehlgeschlagen: Suche nach Updates (0x80070006), 2-mal in Folge, zuletzt am 4. März"
                + " 2026, 09:30",
            "Reparatur „reset“: Updates schlagen weiterhin fehl",
            "Wieder aufgetreten (0x80070006), zum 2. Mal",
            "<span class=\"chip\">Ursache</span>",
            "1 Name an 1 Stelle",
            "Benutzernamen")
        .doesNotContain("report.");
  }

  @Test
  void thePageHasAWordForAllThatAReportCanSay() {
    Translator german = new Translator(Locale.GERMAN, ZoneOffset.UTC);

    for (String key : keys()) {
      assertThat(german.say(Message.of(key)))
          .as(key)
          .doesNotStartWith("report.")
          .doesNotStartWith(key);
    }
  }

  private static List<String> keys() {
    List<String> keys = new ArrayList<>();
    words(Verdict.Kind.values()).forEach(word -> keys.add("report.verdict." + word));
    words(Finding.Severity.values()).forEach(word -> keys.add("report.severity." + word));
    words(Case.State.values()).forEach(word -> keys.add("report.case." + word));
    words(UpdateEvent.Operation.values()).forEach(word -> keys.add("update.operation." + word));
    for (Secret kind : Secret.values()) {
      keys.add(kind.words().key());
    }
    return keys;
  }

  private static Stream<String> words(Enum<?>... constants) {
    return Stream.of(constants).map(c -> c.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  @Test
  void inOtherWordsTheDocumentIsRedactedAlikeAndCountsOnce() {
    Redaction redaction = new Redaction(Map.of(Secret.USER, List.of("failing")));
    JsonObject parts = JsonParser.parseString(PARTS).getAsJsonObject();
    ReportDocument document = ReportDocument.of(parts, redaction);

    assertThat(document.said(parts, redaction).json()).isEqualTo(document.json());
  }

  @Test
  void turningCharactersBecomeVisible() {
    assertThat(Html.text("a\u202Eb\u0007c\"'&")).isEqualTo("a\uFFFDb\uFFFDc&quot;&#39;&amp;");
  }

  @Test
  void theFileHoldsThePageAndTheDocumentAndIsTheSameEachTime() throws Exception {
    byte[] zip = zip();
    assertThat(zip()).isEqualTo(zip);

    List<String> names = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        names.add(entry.getName());
        texts.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    assertThat(names).containsExactly("report.html", "report.json");
    assertThat(texts).containsExactly(html(), document().json());
  }
}
