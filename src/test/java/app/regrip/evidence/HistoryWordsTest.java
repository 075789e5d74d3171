package app.regrip.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.HResult;
import app.regrip.evidence.Analysis.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The history in Settings, in the languages of Windows. */
class HistoryWordsTest {

  private static final String UPDATE = "2026-02 Windows 11 (KB5099001)\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Erfolgreich installiert am 11.02.2026",
        "Installé avec succès le 11/02/2026",
        "Se instaló correctamente el 11/02/2026",
        "Installazione completata il 11/02/2026",
        "Instalado com êxito em 11/02/2026",
        "Pomyślnie zainstalowano 11.02.2026",
        "Успешно установлено 11.02.2026",
        "11.02.2026 tarihinde başarıyla yüklendi",
        "Geïnstalleerd op 11-02-2026",
        "2026/02/11 に正常にインストールされました",
        "2026/2/11 安装成功",
        "已於 2026/2/11 成功安裝",
        "2026-02-11에 설치했습니다."
      })
  void wordsThatNobodySawWindowsUseAreNoAllClear(String state) {
    Analysis.Result result = Analysed.of(UPDATE + state + "\n");
    assertThat(result.answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(result.findings())
        .singleElement()
        .extracting(finding -> finding.text().english())
        .asString()
        .contains("seem to be installed");
    assertThat(result.files().get(0).events())
        .singleElement()
        .extracting(LoggedEvent::outcome)
        .isEqualTo(LoggedEvent.Outcome.UNSURE);
  }

  @ParameterizedTest
  @CsvSource({"2026-02-10, UNKNOWN", "2026-02-12, WRONG"})
  void whatSeemsToHaveWorkedLaterMayBeHealed(String failed, Answer answer) {
    assertThat(
            Analysed.of(
                    UPDATE
                        + "Fehler beim Installieren am "
                        + failed
                        + " - 0x800f0991\n"
                        + UPDATE
                        + "Erfolgreich installiert am 2026-02-11\n")
                .answer())
        .isEqualTo(answer);
  }

  @Test
  void aSuccessInWordsThatWereSeenIsOne() {
    assertThat(Analysed.of(UPDATE + "Successfully installed on 2/11/2026\n").answer())
        .isEqualTo(Answer.WELL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Échec de l’installation le 11/02/2026",
        "No se pudo instalar el 11/02/2026",
        "Impossibile installare il 11/02/2026",
        "Installazione non riuscita il 11/02/2026",
        "Falha ao instalar em 11/02/2026",
        "Nie można zainstalować 11.02.2026",
        "Не удалось установить 11.02.2026",
        "11.02.2026 tarihinde yüklenemedi",
        "2026/02/11 にインストールできませんでした",
        "2026/2/11 安装失败",
        "2026-02-11에 설치하지 못했습니다."
      })
  void aFailureIsOneWithAndWithoutItsNumber(String state) {
    Analysis.Result without = Analysed.of(UPDATE + state + "\n");
    assertThat(without.answer()).isEqualTo(Answer.WRONG);
    assertThat(without.findings().get(0).text().english()).contains("KB5099001");
    assertThat(Analysed.of(UPDATE + state + " - 0x800f0991\n").findings().get(0).code())
        .contains(new HResult(0x800F0991));
  }

  @Test
  void withoutTheNameOfAnUpdateOrADateItIsAnySentence() {
    assertThat(Analysed.of("Le pilote\nInstallé avec succès le 11/02/2026\n").answer())
        .isEqualTo(Answer.UNKNOWN);
    assertThat(Analysed.of(UPDATE + "Installé avec succès\n").answer()).isEqualTo(Answer.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "There were problems checking for updates. Try again later, this may help: (0x8024402c)|UNKNOWN",
        "更新プログラムのインストール中に問題が発生しました。次のコードが役立ちます: (0x8024402c)|WRONG",
        "Problemen bij het installeren van updates, deze code kan helpen: (0x8024402c)|WRONG",
      })
  void theLongSentenceEndsWithItsError(String sentence, Answer answer) {
    Analysis.Result result = Analysed.of(sentence + "\n");
    assertThat(result.answer()).isEqualTo(answer);
    assertThat(result.findings().get(0).code()).contains(new HResult(0x8024402C));
  }

  @Test
  void theWindowOfWindows7IsRead() {
    String window =
        "Security Update for Windows 7 (KB5099001)\n\nInstallation date: \u200E3/\u200E11/\u200E2026"
            + " 6:43 AM\n\nInstallation status: %s\n\n%sUpdate type: Important\n";
    Analysis.Result failed =
        Analysed.of(window.formatted("Failed", "Error details: Code 80070490\n\n"));
    assertThat(failed.answer()).isEqualTo(Answer.WRONG);
    assertThat(failed.findings().get(0).code()).contains(new HResult(0x80070490));
    assertThat(failed.findings().get(0).text().english()).contains("KB5099001");
    assertThat(Analysed.of(window.formatted("Successful", "")).answer()).isEqualTo(Answer.WELL);
  }

  @Test
  void anUpdateOfSignaturesThatFailedIsAFailure() {
    Analysis.Result result = Analysed.of("ERROR: Signature Update failed with hr=80070652\n");
    assertThat(result.answer()).isEqualTo(Answer.WRONG);
    assertThat(result.findings().get(0).code()).contains(new HResult(0x80070652));
  }
}
