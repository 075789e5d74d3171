package app.regrip.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.HResult;
import app.regrip.evidence.Analysis.Answer;
import org.junit.jupiter.api.Test;

/** Texts that a program read from a picture. */
class MisreadTest {

  @Test
  void aDigitInAWordIsALetter() {
    assertThat(
            Analysed.of(
                    "Windows Resource Protecti0n found corrupt files but was unab1e to fix s0me of"
                        + " them.\n")
                .answer())
        .isEqualTo(Answer.WRONG);
    assertThat(
            Analysed.of("VVindows Resource Protection did not find any integrity vio1ations.\n")
                .answer())
        .isEqualTo(Answer.WELL);
  }

  @Test
  void aLetterInANumberIsADigit() {
    Analysis.Result result = Analysed.of("Install error - Ox8OO70OO6\n");
    assertThat(result.answer()).isEqualTo(Answer.WRONG);
    assertThat(result.findings().get(0).code()).contains(HResult.INVALID_HANDLE);
  }

  @Test
  void damageBesideASoundLineIsSeen() {
    assertThat(
            Analysed.of(
                    "Windows Resource Protection did not find any integrity violations.\n"
                        + "The comp0nent store is repairab1e.\n")
                .answer())
        .isEqualTo(Answer.WRONG);
  }

  @Test
  void namesAndNumbersStay() {
    Analysis.Result result =
        Analysed.of(
            "Update f0adab1e (KB5099001)\nFailed to install on 1/23/2026 - 0x800f0a12\nh0me\n");
    assertThat(result.findings().get(0).code()).contains(new HResult(0x800F0A12));
    assertThat(result.findings().get(0).text().english()).contains("Update f0adab1e (KB5099001)");
  }
}
