package app.regrip.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.HResult;
import app.regrip.evidence.Analysis.Answer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines that somebody quoted, numbered, or found by a search. */
class QuotationTest {

  private static final List<String> LOG =
      List.of(
          "2026-02-11 09:10:02, Info                  CBS    Exec: Processing started.  Session: 3_2,"
              + " Client: UpdateAgentLCU",
          "2026-02-11 09:10:03, Error                 CBS    Failed to install package"
              + " Package_for_RollupFix~31bf3856ad364e35~amd64~~26100.1.1 [HRESULT = 0x800f0991]",
          "2026-02-11 09:10:03, Info                  CBS    Session: 3_2 finalized. Reboot required:"
              + " no [HRESULT = 0x800f0991]");

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "    ~",
        "\t~",
        "> ~",
        ">> ~",
        "| ~",
        "&gt; ~",
        "CBS.log:~",
        "C:\\Temp\\CBS.log:~",
        "~: ",
        "~\t",
        "~:"
      })
  void whatStandsBeforeEachLineIsTakenAway(String mark, String behindNumber) {
    String text =
        IntStream.range(0, LOG.size())
            .mapToObj(i -> (behindNumber == null ? mark : (7 + i) + behindNumber) + LOG.get(i))
            .collect(Collectors.joining("\n"));
    Analysis.Result result = Analysed.of(text);
    assertThat(result.answer()).isEqualTo(Answer.WRONG);
    assertThat(result.findings().get(0).code()).contains(new HResult(0x800F0991));
  }

  @Test
  void aQuotedCheckIsRead() {
    String quoted =
        "> Beginning system scan.  This process will take some time.\n>\n"
            + "> Verification 100% complete.\n>\n"
            + "> Windows Resource Protection did not find any integrity violations.\n";
    assertThat(Analysed.of(quoted).answer()).isEqualTo(Answer.WELL);
  }

  @Test
  void timesOfDayAreNoNumbersOfLines() {
    assertThat(Quotation.of(List.of("10:01:02 a", "10:01:03 b", "10:01:04 c")).isThere()).isFalse();
    assertThat(Quotation.of(List.of("3: a", "2: b", "1: c")).isThere()).isFalse();
    assertThat(Quotation.of(List.of("1: a", "2: b", "3: c")).isThere()).isTrue();
  }
}
