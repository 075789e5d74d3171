package app.regrip.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.HResult;
import app.regrip.evidence.Analysis.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stand-alone installer and the Service Control Manager, by their message tables. */
class EventSentenceTest {

  private static final String REFUSED =
      "Windows update \"Security Update for Windows (KB5099001)\" could not be installed because of"
          + " error 2147942405 \"Access is denied.\" (Command line: \"wusa.exe a.msu\")";

  private static final String XML =
      "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider"
          + " Name='Microsoft-Windows-WUSA'/><EventID>%s</EventID><TimeCreated"
          + " SystemTime='2026-01-05T10:00:00Z'/></System><EventData><Data"
          + " Name='UpdateTitle'>Update (KB5099001)</Data><Data Name='ErrorCode'>%s</Data>"
          + "</EventData></Event>\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s\n",
        "Source:        Microsoft-Windows-WUSA\nEvent ID:      3\nDescription:\n%s\n",
        "ProviderName : Microsoft-Windows-WUSA\nId           : 3\nMessage      : %s\n"
      })
  void anUpdateThatTheInstallerRefused(String form) {
    Analysis.Result result = Analysed.of(form.formatted(REFUSED));
    assertThat(result.answer()).isEqualTo(Answer.WRONG);
    assertThat(result.findings().get(0).code()).contains(HResult.ofWin32(5));
    assertThat(result.findings().get(0).text().english()).contains("KB5099001");
  }

  @Test
  void itsEventsAsXml() {
    assertThat(Analysed.of(XML.formatted("3", "2147942402")).findings().get(0).code())
        .contains(HResult.ofWin32(2));
    assertThat(Analysed.of(XML.formatted("2", "")).answer()).isEqualTo(Answer.WELL);
    assertThat(Analysed.of(XML.formatted("8", "2147942402")).answer()).isEqualTo(Answer.WRONG);
    assertThat(Analysed.of(XML.formatted("4", "")).answer()).isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void whatIsInstalledAlreadyDidNotFail() {
    assertThat(Analysed.of(XML.formatted("3", "2359302")).answer()).isEqualTo(Answer.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The Windows Update service terminated with the following error: %%6",
        "The Windows Update service terminated with the following error: \nThe handle is invalid.",
        "The BITS service failed to start due to the following error:\n%%6",
        "Der Dienst \"Windows Update\" wurde mit folgendem Fehler beendet: \n%%2147942406",
        "Der Dienst \"Windows Update\" wurde mit folgendem Fehler beendet: Das Handle ist ungültig."
      })
  void aServiceThatUpdatesNeed(String sentence) {
    Analysis.Result result = Analysed.of(sentence + "\n");
    assertThat(result.answer()).isEqualTo(Answer.WRONG);
    assertThat(result.findings().get(0).code()).contains(HResult.INVALID_HANDLE);
  }

  @Test
  void noMoreThanTheNextLineBelongsToASentence() {
    Analysis.Result result =
        Analysed.of(
            "The Windows Update service failed to start due to the following error:\n%%6\n"
                + "some other thing 0x80070005\n");
    assertThat(result.findings().get(0).code()).contains(HResult.INVALID_HANDLE);
  }

  @Test
  void anotherServiceIsNobodysTrouble() {
    assertThat(Analysed.of("The Fax service terminated with the following error: %%6\n").answer())
        .isEqualTo(Answer.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The handle is invalid.",
        "Das Handle ist ungültig.",
        "Descripteur non valide",
        "ハンドルが無効です。"
      })
  void aWindowIsItsTitleAndTheErrorInWords(String message) {
    Analysis.Result result = Analysed.of("Windows Update\n\n" + message + "\n");
    assertThat(result.answer()).isEqualTo(Answer.WRONG);
    assertThat(result.findings().get(0).code()).contains(HResult.INVALID_HANDLE);
    assertThat(Analysed.of("Some Game\n\n" + message + "\n").answer()).isEqualTo(Answer.UNKNOWN);
  }
}
