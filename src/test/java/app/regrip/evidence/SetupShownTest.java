package app.regrip.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.HResult;
import app.regrip.evidence.Analysis.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a feature update ended, as its window and SetupDiag show it. */
class SetupShownTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We couldn't install Windows 11\n\n0xC1900101 - 0x4000D\nThe installation failed\n",
        "Error: 0xC1900101 – 0x4000D\n",
        "Error: SetupDiag reports Hard Block Found: DiskSize. Error code 0xC1900101\n",
        "{\n  \"ProfileGuid\":\"3A43\",\n  \"FailureDetails\":\"Err = 0xC1900101, Extend = 0x4000D\"\n}\n",
        "<?xml version=\"1.0\"?>\n<SetupDiag xmlns=\"x\">\n <FailureData>Error = 0xC1900101-0x4000D</FailureData>\n"
      })
  void aFailureIsReadFromEach(String shown) {
    Analysis.Result result = Analysed.of(shown);
    assertThat(result.answer()).isEqualTo(Answer.WRONG);
    assertThat(result.findings().get(0).code()).contains(new HResult(0xC1900101));
  }

  @Test
  void aSuccessfulUpgradeIsKnownByItsProfile() {
    assertThat(
            Analysed.of(
                    "SetupDiag version: 1.7.0.0\nMatching Profile found: FindSuccessfulUpgrade -"
                        + " 8A0824C8-A56D-4C55-95A0-22751AB62F3E\n")
                .answer())
        .isEqualTo(Answer.WELL);
  }

  @Test
  void theEndOfASearchCountsInADecodedLog() {
    String line =
        "2026/02/11 09:14:33.1234567 7160  2680  Agent           * END * Finding updates CallerId ="
            + " UpdateOrchestrator, Id = 52, Exit code = 0x%s (cV = y.1)\n";
    assertThat(Analysed.of(line.formatted("00000000")).answer()).isEqualTo(Answer.WELL);
    assertThat(Analysed.of(line.formatted("80072EE2")).findings().get(0).id())
        .isEqualTo("search-failed-once");
  }

  @Test
  void theClassicLogSaysThatASearchFailed() {
    Analysis.Result result =
        Analysed.of(
            "2015-02-11\t09:15:31:130\t 988\t1a2c\tAgent\tWARNING: WU client failed Searching for"
                + " update with error 0x80072ee2\n");
    assertThat(result.findings().get(0).id()).isEqualTo("search-failed-once");
  }

  @Test
  void anErrorBelowACommandTypedFromMemoryIsDisms() {
    Analysis.Result result =
        Analysed.of("dism /online /cleanup-image /restorehealth gives me\nError: 0x800f081f\n");
    assertThat(result.answer()).isEqualTo(Answer.WRONG);
    assertThat(result.findings().get(0).code()).contains(new HResult(0x800F081F));
  }
}
