package app.regrip.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.evidence.Analysis.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sentences of people about updates that failed, and such as only speak of it. */
class ToldFailureTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-04 KB5099001: failure 0x80092004",
        "2026-01 Cumulative Update for .NET (KB5099001) - Error 0x80070001",
        "KB5099001 won't install, error 0x80070643",
        "Windows 11 quality update failed 0x800f081f",
        "But now the cumulative updates always failed, the error code is 0x800f0991.",
        "\"We couldn't install Windows 11, 0xc1900101 - 0x30018\"",
        "Bei mir schlägt Windows Update seit Tagen mit Fehler 0x80240438 fehl.",
        "KB5099001 lässt sich nicht installieren, Fehler 80070643",
        "La mise à jour KB5099001 échoue avec l'erreur 0x80073701.",
        "No se pudo instalar la actualización KB5099001, error 0x800f0922",
        "Обновление KB5099001 не удалось установить, ошибка 0x8024200B",
        "安装 KB5099001 时报错 0x800f081f",
      })
  void whoSaysThatAnUpdateFailedIsBelieved(String sentence) {
    Analysis.Result result = Analysed.of("Hello,\n" + sentence + "\n");
    assertThat(result.answer()).isEqualTo(Answer.WRONG);
    assertThat(result.findings().get(0).code()).isPresent();
  }

  @Test
  void aSearchIsCalledSo() {
    Analysis.Result result =
        Analysed.of("Windows Update fails to check for updates, error 0x8024402c\n");
    assertThat(result.answer()).isEqualTo(Answer.WRONG);
    assertThat(result.findings().get(0).text().english()).contains("searching for updates failed");
  }

  @Test
  void theLineBeforeMayNameTheUpdate() {
    Analysis.Result result =
        Analysed.of(
            "It is about this update (KB5099001).\nStill the update error `Install - 0x800f081f`\n");
    assertThat(result.findings().get(0).text().english()).contains("KB5099001");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "If KB5099001 fails with error 0x80070643, the partition is too small.",
        "How to fix Windows Update error 0x80070643: the update failed",
        "KB5099001 addresses an issue that made updates fail with error 0x80070643.",
        "I was getting error 0x80070643 on KB5099001, now it is solved, no failure.",
        "Falls KB5099001 mit Fehler 0x80070643 fehlschlägt, hilft mehr Platz.",
        "Wenn Windows Update mit 0x80070643 fehlschlägt",
        "- Handle error 0x80240022 when Windows Update failed",
        "Write-Error(\"Windows Update failed with error 0x80240022\")",
        "| 0x80070643 | ERROR_INSTALL_FAILURE | installation failed, KB5099001 |",
        "[1024/101112.123:ERROR] Windows Update check failed, 0x80040801",
        "Microsoft Edge on Windows 10 could not update: 0x80040902",
        "Failed to install Windows Update 0x80070005, 0x800f081f",
        "Windows Update came upon something. error: 80070006",
        "WslRegisterDistribution failed with error: 0x80070424",
      })
  void whoOnlySpeaksOfItIsNot(String sentence) {
    assertThat(Analysed.of("Hello,\n" + sentence + "\n").answer()).isEqualTo(Answer.UNKNOWN);
  }
}
