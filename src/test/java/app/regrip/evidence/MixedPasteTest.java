package app.regrip.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.ErrorCatalog;
import app.regrip.errors.HResult;
import app.regrip.evidence.Analysis.Answer;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people put together: several things in one text, as pages on the web show them. */
class MixedPasteTest {

  private static final String SOUND =
      "C:\\>sfc /scannow\n\nBeginning system scan.  This process will take some time.\n"
          + "Verification 100% complete.\n"
          + "Windows Resource Protection did not find any integrity violations.\n\n";

  @Test
  void theHistoryBelowASoundCheckCounts() {
    Analysis.Result result =
        analysed(SOUND + "Some update (KB5099001)\nFailed to install on 1/23/2026 - 0x800f0991\n");
    assertThat(result.answer()).isEqualTo(Answer.WRONG);
    assertThat(result.findings().get(0).code()).contains(new HResult(0x800F0991));
    assertThat(result.findings().get(0).text().english()).contains("KB5099001");
  }

  @Test
  void theServiceBelowASoundCheckCounts() {
    String net = "C:\\>net start wuauserv\nSystem error 1058 has occurred.\n";
    assertThat(analysed(SOUND + net).answer()).isEqualTo(Answer.WRONG);
  }

  @Test
  void oneLineOfALogBelowASoundCheckCounts() {
    String head = "2026-01-23 03:12:44, Info                  ";
    assertThat(
            analysed(
                    SOUND.repeat(3)
                        + head
                        + "CSI    000002ff [SR] Cannot repair member file [l:8]'some.dll' of Some\n")
                .answer())
        .isEqualTo(Answer.WRONG);
    assertThat(analysed(SOUND.repeat(3) + head + "CBS    Session: 1_2 initialized\n").answer())
        .isEqualTo(Answer.WELL);
  }

  @Test
  void dismBehindASoundCheckIsARunOfItsOwn() {
    String dism = "Error: 1726\n\nThe call failed. See C:\\WINDOWS\\Logs\\DISM\\dism.log\n";
    assertThat(analysed(SOUND + dism).answer()).isEqualTo(Answer.WRONG);
  }

  @Test
  void anErrorThatNothingExplainsIsADoubt() {
    Analysis.Result result = analysed(SOUND + "some tool: error 0x8024402c\n");
    assertThat(result.answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(result.findings())
        .extracting(LogFinding::code)
        .contains(Optional.of(new HResult(0x8024402C)));
    assertThat(analysed(SOUND + "some tool: 0x00000000\n").answer()).isEqualTo(Answer.WELL);
    assertThat(analysed(SOUND + "Keywords: 0x8080000000000000\n").answer()).isEqualTo(Answer.WELL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Install error - 0x80070006",
        "Download error - 0x80070006",
        "Erreur d’installation - 0x80070006",
        "Fehler bei der Installation am 23.01.2026 - 0x80070006",
        "Failed to install on \u200E1/\u200E23/\u200E2026 – 0x80070006",
        "There were some problems installing updates, but we'll try later: (0x80070006)",
        "Installer encountered an error: 0x80070006"
      })
  void anErrorThatWindowsShowsIsAFailure(String line) {
    Analysis.Result result = analysed(line + "\n");
    assertThat(result.answer()).isEqualTo(Answer.WRONG);
    assertThat(result.findings().get(0).code()).contains(HResult.INVALID_HANDLE);
  }

  @Test
  void inEveryLanguageTheLineBelowAnUpdateMayEndWithItsError() {
    Analysis.Result result = analysed("Aktualizacja (KB5099001)\nnie udało się - 0x80070006\n");
    assertThat(result.answer()).isEqualTo(Answer.WRONG);
    assertThat(analysed("nobody knows what this is - 0x80070006\n").answer())
        .isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void aPageOnTheWebIsReadAsItIsSeen() {
    String page =
        "<p>C:\\&gt;sfc /scannow</p>\n<p>Beginning system scan.&nbsp; This will take time.</p>\n"
            + "<p>Windows Resource Protection found corrupt files but was unable to fix some<br />\n"
            + "of them.</p>\n";
    assertThat(analysed(page).answer()).isEqualTo(Answer.WRONG);
  }

  @Test
  void anSfcOnOneLineIsCutAgain() {
    assertThat(analysed(SOUND.replace("\n", " ")).answer()).isEqualTo(Answer.WELL);
    assertThat(
            analysed(
                    SOUND
                        .replace(
                            "did not find any integrity violations",
                            "found corrupt files but was unable to fix some of them")
                        .replace("\n", " "))
                .answer())
        .isEqualTo(Answer.WRONG);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Source :|Date :|ID de l’événement :|Description :",
        "Origen:|Fecha:|Id. del evento:|Descripción:",
        "Origine:|Data:|ID evento:|Descrizione:",
        "Источник:|Дата:|Код события:|Описание:",
        "ソース:|日付:|イベント ID:|説明:"
      })
  void eventViewerSpeaksOtherLanguages(String source, String date, String id, String text) {
    Analysis.Result result =
        analysed(
            source
                + " Microsoft-Windows-WindowsUpdateClient\n"
                + date
                + " 23/01/2026 08:12:44\n"
                + id
                + " 20\n"
                + text
                + "\nfoo 0x80070006: Some update (KB5099001).\n");
    assertThat(result.answer()).isEqualTo(Answer.WRONG);
    assertThat(result.findings().get(0).code()).contains(HResult.INVALID_HANDLE);
    assertThat(result.findings().get(0).last().map(LogTime::toString))
        .contains("2026-01-23T08:12:44");
  }

  @Test
  void anUnknownTextIsNotAskedAboutInVain() {
    Analysis.Result result = analysed("It only says 0x8a15000f and nothing else.\n");
    assertThat(result.files().get(0).problems().get(0).what().english())
        .contains("regrip explain 0x8a15000f");
  }

  @Test
  void aMountedImageIsNotThisPc() {
    String image =
        "C:\\>DISM /Image:D:\\ /Cleanup-Image /ScanHealth\n"
            + "Deployment Image Servicing and Management tool\nVersion: 10.0.19041.844\n"
            + "Image Version: 10.0.19045.2965\n"
            + "[===100.0%===] No component store corruption detected.\n"
            + "The operation completed successfully.\n";
    assertThat(analysed(image).answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(analysed(image.replace("/Image:D:\\", "/Online")).answer()).isEqualTo(Answer.WELL);
  }

  @ParameterizedTest
  @CsvSource({"Code 80070006", "(80070006)", "error: 80070006"})
  void anErrorWithoutItsMarkIsADoubtToo(String error) {
    Analysis.Result result = analysed(SOUND + "Windows Update came upon something. " + error);
    assertThat(result.answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(result.findings())
        .extracting(LogFinding::code)
        .contains(Optional.of(HResult.INVALID_HANDLE));
  }

  @Test
  void reportsWhoseTabsAreBlanksAreReports() {
    String report =
        "{87F8BCEC-FE1A-47A9-886D-E56112D19E42}\t2026-01-23 11:45:28:713+0100\t1\t182\t101\t"
            + "{53367D29-F57A-442B-9F49-DC50B1334BD4}\t205\t80070006\tUpdateOrchestrator\tFailure\t"
            + "Content Install\tInstallation Failure: Windows failed to install the following"
            + " update with error 0x80070006: Some update (KB5099001).\n";
    Analysis.Result tabs = analysed(report);
    assertThat(tabs.answer()).isEqualTo(Answer.WRONG);
    assertThat(analysed(report.replace("\t", "    ")).findings()).isEqualTo(tabs.findings());
  }

  @Test
  void servicesWithTheirStartTypeAreATable() {
    assertThat(
            analysed(
                    """
                    Name     Status  StartType
                    ----     ------  ---------
                    BITS     Running Automatic
                    wuauserv Stopped  Disabled
                    """)
                .answer())
        .isEqualTo(Answer.WRONG);
  }

  @Test
  void theReliabilityHistoryCounts() {
    String good = "Windows\tSuccessful Windows Update\t1/23/2026 8:12 AM\t\n";
    assertThat(analysed(good).answer()).isEqualTo(Answer.WELL);
    assertThat(analysed(good.replace("Successful", "Failed")).answer()).isEqualTo(Answer.WRONG);
  }

  private static Analysis.Result analysed(String text) {
    Analysis analysis = new Analysis(ErrorCatalog.load());
    analysis.read("pasted", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    return analysis.result();
  }

  @ParameterizedTest
  @CsvSource({
    "'Updates: 12 installed, 0 failed', WELL",
    "'Updates: 2 installed, 10 failed', UNKNOWN",
    "'Updates: failed 0', WELL",
    "'The update failed 0x, and more I do not know', UNKNOWN"
  })
  void noneFailedIsHarmlessButTenAreNot(String line, Answer answer) {
    assertThat(analysed(SOUND + line).answer()).isEqualTo(answer);
  }
}
