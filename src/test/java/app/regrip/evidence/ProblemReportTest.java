package app.regrip.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.HResult;
import app.regrip.evidence.Analysis.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Windows Error Reporting notes of updates. */
class ProblemReportTest {

  private static final String SIGNATURE =
      """
      Fault bucket , type 0
      Event Name: WindowsUpdateFailure3
      Cab Id: 0

      Problem signature:
      P1: 10.0.19041.1503
      P2: 80070643
      P3: 11111111-2222-3333-4444-555555555555
      P4: Install
      P8: UpdateOrchestrator
      P9: {9482F4B4-E343-43B6-B170-9A65BC822C77}
      """;

  @Test
  void theSecondParameterIsTheError() {
    Analysis.Result result = Analysed.of(SIGNATURE);
    assertThat(result.answer()).isEqualTo(Answer.WRONG);
    assertThat(result.findings().get(0).code()).contains(new HResult(0x80070643));
    assertThat(result.findings().get(0).text().english()).contains("installing failed once");
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\n\n"})
  void lineEndsDoNotMatter(String end) {
    assertThat(Analysed.of(SIGNATURE.replace("\n", end)).answer()).isEqualTo(Answer.WRONG);
  }

  @Test
  void aSearchThatFailedOnceIsNoFault() {
    assertThat(Analysed.of(SIGNATURE.replace("Install", "Scan")).answer())
        .isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void appsOfTheStoreAreNotWindows() {
    assertThat(
            Analysed.of(
                    SIGNATURE.replace(
                        "9482F4B4-E343-43B6-B170-9A65BC822C77",
                        "855E8A7C-ECB4-4CA3-B045-1DFA50104289"))
                .answer())
        .isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void theReliabilityHistoryHasNamesForThem() {
    Analysis.Result result =
        Analysed.of(
            "Problem Event Name:\tWindowsUpdateFailure3\nClientVersion:\t10.0\nWin32HResult:\t800f0922\nScenario:\tDownload\n");
    assertThat(result.findings().get(0).code()).contains(new HResult(0x800F0922));
    assertThat(result.findings().get(0).text().english()).contains("downloading failed once");
  }

  @Test
  void ofServicingItIsTheSixth() {
    Analysis.Result result =
        Analysed.of(
            "Event Name: CbsPackageServicingFailure2\nP1: 10.0\nP2: Package_for_RollupFix\nP3: 17763.1\nP4: amd64\nP5: unknown\nP6: 80073701\nP7: Resolve\n");
    assertThat(result.findings().get(0).code()).contains(new HResult(0x80073701));
    assertThat(result.findings().get(0).text().english()).contains("Package_for_RollupFix");
  }
}
