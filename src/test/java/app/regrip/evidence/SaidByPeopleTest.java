package app.regrip.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.HResult;
import app.regrip.evidence.Analysis.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Single sentences out of their place, as people put them into a thread. */
class SaidByPeopleTest {

  private static final String UNABLE =
      "Windows Resource Protection found corrupt files but was unable to fix some of them.";

  @ParameterizedTest
  @ValueSource(
      strings = {"**%s**", "\u201C%s\u201D", "- sfc /scannow: %s", "* %s", "\"%s\"", "`%s`"})
  void aResultInDecorationIsOne(String decoration) {
    assertThat(Analysed.of(decoration.formatted(UNABLE) + "\n").answer()).isEqualTo(Answer.WRONG);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Windows Update error: The handle is invalid",
        "Error(s) found:\nCode 80070006  Windows Update encountered an unknown error.",
        "Error(s) found:\nCode 80070006",
        "**Install error - 0x80070006**"
      })
  void anErrorOfWindowsUpdateIsAFailure(String text) {
    Analysis.Result result = Analysed.of(text + "\n");
    assertThat(result.answer()).isEqualTo(Answer.WRONG);
    assertThat(result.findings().get(0).code()).contains(HResult.INVALID_HANDLE);
  }

  @Test
  void anEmphasisedErrorOfDismIsOne() {
    assertThat(
            Analysed.of("**Error: 1460**\n\nThe DISM log file can be found at C:\\dism.log\n")
                .answer())
        .isEqualTo(Answer.WRONG);
  }

  @Test
  void aRowOfEventViewerIsCountedOnce() {
    String row =
        "Error\t13/03/2026 10:12:13\tWindowsUpdateClient\t20\tAgent\t\"Installation Failure:"
            + " Windows failed to install the following update with error 0x80070006: Update"
            + " (KB5035845).\"\n";
    Analysis.Result result =
        Analysed.of("Level\tDate and Time\tSource\tEvent ID\tTask Category\n" + row);
    assertThat(result.findings().get(0).count()).isEqualTo(1);
  }

  @Test
  void adviceIsNoResult() {
    assertThat(Analysed.of("If it says \"" + UNABLE + "\" then run DISM.\n").answer())
        .isEqualTo(Answer.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Get-WindowsUpdate : Exception from HRESULT: 0x80070006|WRONG",
        "Exception calling \"Search\" with \"1\" argument(s): \"(Exception from HRESULT: 0x80070006)|WRONG",
        "Exception calling \"Install\" with \"0\" argument(s): \"Exception from HRESULT: 0x80070006\"|WRONG",
        "Add-WindowsCapability : Add-WindowsCapability failed. Error code = 0x80070006|WRONG",
        "Get-Process : Exception from HRESULT: 0x80070006|UNKNOWN"
      })
  void aCmdletOfUpdatesThatThrewIsAFailure(String line, Answer answer) {
    Analysis.Result result = Analysed.of(line + "\n");
    assertThat(result.answer()).isEqualTo(answer);
    if (answer == Answer.WRONG) {
      assertThat(result.findings().get(0).code()).contains(HResult.INVALID_HANDLE);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Échec de l’installation : erreur 0x80070643 : Mise à jour (KB5099001).",
        "Falha na Instalação: O Windows não pôde instalar, erro 0x80070643: Atualização (KB5099001).",
        "Ошибка при установке: ошибка 0x80070643: Обновление (KB5099001)."
      })
  void anEventsSentenceIsReadInOtherLanguages(String sentence) {
    Analysis.Result result = Analysed.of(sentence + "\n");
    assertThat(result.answer()).isEqualTo(Answer.WRONG);
    assertThat(result.findings().get(0).code()).contains(new HResult(0x80070643));
    assertThat(result.findings().get(0).text().english()).contains("(KB5099001)");
  }

  @Test
  void aNumberInDecimalsBelowASoundCheckIsADoubt() {
    String sound = "Windows Resource Protection did not find any integrity violations.\n";
    assertThat(Analysed.of(sound + "then it said -2145124318\n").answer())
        .isEqualTo(Answer.UNKNOWN);
    assertThat(Analysed.of(sound + "then it said 555-2145124318\n").answer())
        .isEqualTo(Answer.WELL);
  }

  @Test
  void theHistoryBelowATableOfHotfixesCounts() {
    Analysis.Result result =
        Analysed.of(
            """
            Source        Description      HotFixID      InstalledBy          InstalledOn
            ------        -----------      --------      -----------          -----------
            LT-1          Update           KB5049622     NT AUTHORITY\\SYSTEM  2/11/2026 12:00:00 AM

            Some update (KB5099001)
            Failed to install on 2/11/2026 - 0x800f0922
            """);
    assertThat(result.answer()).isEqualTo(Answer.WRONG);
    assertThat(result.findings().get(0).text().english()).contains("KB5099001");
  }
}
