package app.regrip.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.ErrorCatalog;
import app.regrip.text.Message;
import app.regrip.text.Translator;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What logs tell whoever speaks German. */
class GermanAnalysisTest {

  private static final Translator GERMAN = new Translator(Locale.GERMANY, ZoneOffset.UTC);

  private static Analysis.Result analysed(String text) {
    Analysis analysis = new Analysis(ErrorCatalog.load());
    analysis.read("log", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    return analysis.result();
  }

  private static String only(String text) {
    Analysis.Result result = analysed(text);
    assertThat(result.findings()).hasSize(1);
    return GERMAN.say(result.findings().get(0).text());
  }

  @Test
  void theStoryOfAnUpdateWithoutANameOfItsOwn() {
    String named =
        "2026-02-03 04:05:06, Error                 CBS    Failed to pre- stage package: %s"
            + " [HRESULT = 0x80070002 - ERROR_FILE_NOT_FOUND]\n";
    assertThat(only(named.formatted("Package_for_RollupFix~31bf~amd64~~26100.1234.1.8")))
        .startsWith(
            "Kumulatives Update 26100.1234 ließ sich nicht installieren (0x80070002 Datei nicht"
                + " gefunden). ");
    assertThat(analysed(named.formatted("package_for_rollupfix~31bf~amd64~~26100.1234.1.8")))
        .extracting(result -> result.findings().get(0).text().english())
        .asString()
        .startsWith("The cumulative update 26100.1234 could not be installed (0x80070002 ");
  }

  @Test
  void howOftenSomethingFailedAndWithWhat() {
    String failure =
        "{16D57C29-A552-4B80-80E9-A353C6D90CBE}\t2026-01-0%d 09:45:55:528-0500\t1\t"
            + "182 [AGENT_INSTALLING_FAILED]\t101\t{9482F4B4-E343-43B6-B170-9A65BC822C77}\t200"
            + "\t80070006\tApp\tFailure\tContent Install\tInstallation Failure: Windows failed to"
            + " install the following update with error 0x80070006: A (KB5000001).\tcv\n";
    assertThat(only(failure.formatted(1) + failure.formatted(2) + failure.formatted(3)))
        .startsWith(
            "0x80070006 Das Handle ist ungültig: Die Installation ist 3-mal fehlgeschlagen, zuletzt"
                + " bei „A (KB5000001)")
        .endsWith(" Der Befehl dafür: regrip fix all.");
  }

  @Test
  void aMomentOfALog() {
    LogTime time = new LogTime(LocalDateTime.of(2026, 9, 4, 8, 5), Optional.of(ZoneOffset.UTC));
    assertThat(GERMAN.say(time.inWords())).isEqualTo("04.09.2026 08:05 UTC");
    assertThat(time.inWords().english()).isEqualTo("4 Sep 2026 08:05 UTC");
  }

  @ParameterizedTest
  @EnumSource
  void whyNothingWasReadIsSaidOfEachKind(FileKind kind) {
    assertThat(kind.inWords().english()).isEqualTo(kind.id());
    assertThat(GERMAN.say(kind.inWords())).doesNotContain("evidence.");
    assertThat(GERMAN.say(NothingRead.because(kind, 0)))
        .startsWith("Daraus war nichts zu lesen: ")
        .doesNotContain("evidence.");
    assertThat(GERMAN.say(NothingRead.because(kind, 1)))
        .isEqualTo(
            "Über Updates war darin nichts zu lesen: Das einzige Ereignis handelt nicht von Windows"
                + " Update.");
    assertThat(GERMAN.say(NothingRead.because(kind, 7)))
        .endsWith("Keines der 7 Ereignisse handelt von Windows Update.");
  }

  @ParameterizedTest
  @EnumSource
  void whatARunOnAnImageCameToHasWords(ToolRun.Verdict verdict) {
    assertThat(GERMAN.say(Message.of("evidence.of-image.is." + verdict.id())))
        .doesNotContain("evidence.");
  }
}
