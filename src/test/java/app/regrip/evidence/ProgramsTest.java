package app.regrip.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.HResult;
import app.regrip.evidence.Analysis.Answer;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What winget and Intune say of programs: it is about those, and never about Windows' updates. */
class ProgramsTest {

  private static final String ENTRY =
      "<![LOG[%s]LOG]!><time=\"09:14:39.1234567\" date=\"2-12-2026\" component=\"%s\" context=\"\""
          + " type=\"1\" thread=\"27\" file=\"\">\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Installer failed with exit code: 1603|0x80070643",
        "Installer failed with exit code: 5|",
        "Installer failed with exit code: 0x80070006 : The handle is invalid.|0x80070006",
        "Uninstall failed with exit code: 0x8a150030 : Running uninstall command failed|0x8A150030",
        "0x8a15000f : Data required by the source is missing|0x8A15000F",
      })
  void aProgramThatWingetCouldNotInstallIsNoFaultOfUpdates(String line, String code) {
    Analysis.Result result =
        Analysed.of(
            "PS C:\\> winget upgrade Some.Program\nStarting package install...\n" + line + "\n");
    assertThat(result.answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(code(result, "not-windows")).isEqualTo(Optional.ofNullable(code));
  }

  @Test
  void whatWingetInstalledIsNoProofThatUpdatesWork() {
    Analysis.Result result =
        Analysed.of("C:\\>winget install Some.Program\nSuccessfully installed\n");
    assertThat(result.answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(result.files().get(0).kind()).isEqualTo(FileKind.WINGET_OUTPUT);
  }

  @Test
  void theStateOfAProgramInIntuneIsRead() {
    Analysis.Result result =
        Analysed.of(
            "{\"AppId\":\"a1\",\"EnforcementState\":5000,\"EnforcementErrorCode\":-2016345060}\n");
    assertThat(result.answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(code(result, "not-windows")).contains("0x87D1041C");
  }

  @Test
  void theLogOfIntunesClientIsRead() {
    Analysis.Result failed =
        Analysed.of(
            ENTRY.formatted(
                "Set EnforcementStateMessage: {\"EnforcementState\":5000,\"ErrorCode\":-2016345060}",
                "IntuneManagementExtension"));
    assertThat(failed.files().get(0).kind()).isEqualTo(FileKind.CONFIG_MANAGER_LOG);
    assertThat(code(failed, "not-windows")).contains("0x87D1041C");
    Analysis.Result script =
        Analysed.of(ENTRY.formatted("output = , error = It failed: 0x80240024", "AgentExecutor"));
    assertThat(code(script, "not-windows")).contains("0x80240024");
    assertThat(script.answer()).isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void aPcThatIntuneCallsUpToDateHasSearched() {
    String state =
        "{\"deviceDisplayName\":\"LT-1\",\"status\":\"%s\",\"qualityUpdateVersion\":\"10.0.26100.1\","
            + "\"lastScanDateTime\":\"2026-02-12T07:10:00Z\"}\n";
    assertThat(Analysed.of(state.formatted("upToDate")).answer()).isEqualTo(Answer.WELL);
    assertThat(Analysed.of(state.formatted("failed")).answer()).isEqualTo(Answer.WRONG);
    assertThat(Analysed.of(state.formatted("pendingReboot")).answer()).isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void aTableOfDevicesIsReadRowByRow() {
    Analysis.Result result =
        Analysed.of(
            "DeviceName,UpdateVersion,AlertMessage,AlertErrorCode\n"
                + "LT-1,\"Windows 11, version 24H2\",Download failed,0x80240034\n");
    assertThat(result.answer()).isEqualTo(Answer.WRONG);
    assertThat(result.findings().get(0).code()).contains(new HResult(0x80240034));
    assertThat(result.findings().get(0).text().english()).contains("Windows 11, version 24H2");
  }

  @Test
  void linesThatCmTraceCopiedAreThoseOfTheLog() {
    String line =
        "OnSearchComplete - Failed to end search job. Error = 0x80240438.\tWUAHandler\t"
            + "2/%d/2026 9:15:31 AM\t2412 (0x096C)\n";
    Analysis.Result result = Analysed.of(line.formatted(11) + line.formatted(12));
    assertThat(result.answer()).isEqualTo(Answer.WRONG);
    assertThat(result.findings().get(0).code()).contains(new HResult(0x80240438));
  }

  @Test
  void theWordsOfAnEventMayStandAroundItsFields() {
    Analysis.Result result =
        Analysed.of(
            "{\"@timestamp\":\"2026-01-10T10:00:01.000Z\",\"winlog\":{\"event_id\":20,\"provider_name\":"
                + "\"Microsoft-Windows-WindowsUpdateClient\"},\"message\":\"Installation Failure: Windows failed"
                + " to install the following update with error 0x80070643: Update (KB5099001).\"}\n");
    assertThat(result.files().get(0).events()).hasSize(1);
    assertThat(result.findings().get(0).code()).contains(new HResult(0x80070643));
    assertThat(result.findings().get(0).text().english()).contains("KB5099001");
  }

  @Test
  void whatTheHandlerSaysIsEnough() {
    Analysis.Result result =
        Analysed.of(
            "OnSearchComplete - Failed to end search job. Error = 0x80244010.\n"
                + "Scan failed with error = 0x80244010.\n");
    assertThat(result.answer()).isEqualTo(Answer.WRONG);
    assertThat(result.findings().get(0).code()).contains(new HResult(0x80244010));
  }

  @Test
  void aSearchThatAnsibleWasAskedForNeedsNoSecond() {
    assertThat(
            Analysed.of(
                    "fatal: [srv01]: FAILED! => {\"changed\": false, \"msg\": \"Failed to search for"
                        + " updates: Exception from HRESULT: 0x80244022\", \"found_update_count\": 0}")
                .answer())
        .isEqualTo(Answer.WRONG);
  }

  private static Optional<String> code(Analysis.Result result, String id) {
    return result.findings().stream()
        .filter(finding -> finding.id().equals(id))
        .findFirst()
        .orElseThrow()
        .code()
        .map(HResult::hex);
  }
}
