package app.regrip.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.HResult;
import app.regrip.evidence.Analysis.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What scripts and build servers print that ask the update agent for updates. */
class ScriptReportTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "80244017 | Search for Windows updates failed with 'Exception from HRESULT: 0x80244017'.",
        "80240016 | ERROR: Exception from HRESULT: 0x80240016",
        "80240016 | System.Runtime.InteropServices.COMException (0x80240016): what it says",
        "8024401C | OLE error code:8024401C in <Unknown>",
        "80240438 | Exception calling \"EndInvoke\": \"Exception from HRESULT: 0x80240438\"",
        "80070005 | Installing Windows updates...; ERROR: Exception from HRESULT: 0x80070005",
        "80070005 | (in OLE method `CreateUpdateDownloader': );  OLE error code:80070005 in <Unknown>",
      })
  void whatTheAgentThrewFailed(String code, String text) {
    Analysis.Result result = Analysed.of(text.replace("; ", "\n"));
    assertThat(result.answer()).isEqualTo(Answer.WRONG);
    assertThat(result.findings().get(0).code()).contains(hex(code));
  }

  private static HResult hex(String code) {
    return new HResult(Integer.parseUnsignedInt(code, 16));
  }

  @Test
  void aSearchIsCalledSo() {
    assertThat(
            Analysed.of("Search for Windows updates failed, 'Exception from HRESULT: 0x80244017'")
                .findings()
                .get(0)
                .text()
                .english())
        .contains("searching for updates failed once");
  }

  @Test
  void anErrorThatMayBeOfAnythingIsADoubt() {
    Analysis.Result result =
        Analysed.of(
            "3 PC01 Installed  KB5099001  22MB Update (KB5099001)\n"
                + "Exception from HRESULT: 0x80070005\n");
    assertThat(result.answer()).isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void theSameErrorToldTwiceIsOne() {
    String text =
        """
        Installing Windows updates...
        ERROR: Exception from HRESULT: 0x80240016
        ERROR: at line 220
        ERROR EXCEPTION: COMException (0x80240016): Exception from HRESULT: 0x80240016
        """;
    assertThat(Analysed.of(text).findings().get(0).count()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Exception from HRESULT: 0x80070005",
        "Searching for Windows updates...",
        "Installing Windows updates...\nWaiting for it to end",
        "Did Installing Windows updates fail with an Exception from HRESULT?",
      })
  void whatMayBeOfAnythingOrHasNoEndIsNone(String text) {
    assertThat(Analysed.of(text).answer()).isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void updatesThatFailedAreNamed() {
    Analysis.Result result =
        Analysed.of("image: Windows updates failed to install: KB5099001, KB5099002\n");
    assertThat(result.answer()).isEqualTo(Answer.WRONG);
    assertThat(result.files().get(0).events())
        .extracting(event -> event.title().orElse(""))
        .containsExactly("KB5099001", "KB5099002");
    String title =
        "2026-02 Cumulative Update for Windows Server 2022 for x64-based Systems (KB5099001)";
    assertThat(
            Analysed.of("Failed to download update (1 of 1) " + title + ": Download Result 4")
                .findings()
                .get(0)
                .text()
                .english())
        .contains("downloading failed once")
        .contains("(KB5099001)");
  }

  @ParameterizedTest
  @CsvSource({"4, WRONG", "2, WELL", "0, UNKNOWN"})
  void resultsOfMicrosoftsExampleAreRead(String result, Answer answer) {
    assertThat(
            Analysed.of(
                    """
                    Listing of updates installed and individual installation results:
                    1> 2026-02 Cumulative Update (KB5099001): %s
                    """
                        .formatted(result))
                .answer())
        .isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource({"Installation Failed, WRONG", "Installation Succeeded, WELL"})
  void saltGivesTheResultAboveTheTitle(String result, Answer answer) {
    assertThat(
            Analysed.of(
                    """
                    Result:
                        %s
                    Title:
                        2026-02 Cumulative Update (KB5099001)
                    """
                        .formatted(result))
                .answer())
        .isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "80070002 | Enable-WindowsOptionalFeature : The system cannot find the file specified.",
        "800F0954 | Add-WindowsCapability failed. Error code = 0x800f0954",
        "800F0922 | Installation of one or more roles, role services, or features failed. Error: 0x800f0922",
      })
  void aCmdletThatFailedIsAFailure(String code, String text) {
    Analysis.Result result = Analysed.of(text);
    assertThat(result.answer()).isEqualTo(Answer.WRONG);
    assertThat(result.findings().get(0).code()).contains(hex(code));
  }

  @Test
  void aNarrowColumnDoesNotHideTheNumberOfTheUpdate() {
    assertThat(
            Analysed.of("3 PC01 Failed     KB5099001   22MB 2026-01 Security Update for Micro...\n")
                .findings()
                .get(0)
                .text()
                .english())
        .contains("(KB5099001)");
  }

  private static final String SETUP =
      """
      [8D40:8D44][2026-04-01T11:38:46]i301: Applying execute package: MSU_x86, path: C:\\Cache\\Windows6.1-KB5099001-x86.msu
      [8D40:8D44][2026-04-01T11:39:06]e000: Error 0x%1$s: Failed to execute MSU package.
      [8C0C:8C10][2026-04-01T11:39:06]e000: Error 0x%1$s: Failed to configure per-machine MSU package.
      """;

  @Test
  void setupsBringUpdatesWithThem() {
    Analysis.Result result = Analysed.of(SETUP.formatted("80070005"));
    assertThat(result.answer()).isEqualTo(Answer.WRONG);
    assertThat(result.files().get(0).events()).hasSize(1);
    assertThat(result.findings().get(0).code()).contains(hex("80070005"));
    assertThat(result.findings().get(0).text().english()).contains("KB5099001");
    assertThat(Analysed.of(SETUP.formatted("80240017")).findings().get(0).id())
        .isEqualTo("refused");
  }

  @ParameterizedTest
  @CsvSource({"-2145124329, 80240017", "-2147024891, 80070005"})
  void theNumberOfAnInstallerIsItsError(String exit, String code) {
    assertThat(
            Analysed.of(
                    "Running [\"wusa.exe\" \"C:\\Temp\\Windows8.1-KB5099001-x64.msu\" /quiet] was not"
                        + " successful. Exit code was '"
                        + exit
                        + "'.\n")
                .findings()
                .get(0)
                .code())
        .contains(hex(code));
  }
}
