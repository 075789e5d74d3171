package app.regrip.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.HResult;
import app.regrip.evidence.Analysis.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A service that updates need does not start. */
class ServiceStartTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "net start wuauserv|System error 1068 has occurred.|1068",
        "net start wuauserv|Systemfehler 1079 aufgetreten.|1079",
        "net start bits|Error de sistema 2.|2",
        "sc start wuauserv|[SC] StartService FAILED 1053:|1053",
      })
  void itsNumberIsNamed(String command, String answer, int number) {
    Analysis.Result result = Analysed.of("C:\\>" + command + "\n" + answer + "\n");
    assertThat(result.answer()).isEqualTo(Answer.WRONG);
    assertThat(result.findings().get(0).id()).isEqualTo(Hint.SERVICE_FAILED);
    assertThat(result.findings().get(0).code()).contains(HResult.ofWin32(number));
  }

  @Test
  void powerShellNamesNoReason() {
    Analysis.Result result =
        Analysed.of(
            "Start-Service : Service 'Windows Update (wuauserv)' cannot be started due to the"
                + " following error: Cannot start service\n");
    assertThat(result.answer()).isEqualTo(Answer.WRONG);
    assertThat(result.findings().get(0).text().english()).contains("wuauserv");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "net start spooler|System error 1068 has occurred.",
        "net start wuauserv|System error 5 has occurred.",
        "sc start wuauserv|[SC] StartService FAILED 1056:",
      })
  void anotherServiceOrARefusalIsNoFailure(String command, String answer) {
    assertThat(Analysed.of("C:\\>" + command + "\n" + answer + "\n").answer())
        .isEqualTo(Answer.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "C:\\>sc config wuauserv start= auto\n[SC] OpenService 失败 1060:\n",
        "The start type of wuauserv service is set to Disabled. The default start type is Auto.\n"
      })
  void theServiceThatWasAskedForIsNamed(String text) {
    Analysis.Result result = Analysed.of(text);
    assertThat(result.answer()).isEqualTo(Answer.WRONG);
    assertThat(result.findings().get(0).text().english()).contains("wuauserv");
  }
}
