package app.regrip.evidence;

import java.util.Locale;

/**
 * How Settings says in its history what became of an update, by the stems that its languages have
 * for it. Their sentences differ from one Windows to the next, the stems do not. A word for failing
 * or a "not" outweighs every word for succeeding.
 */
final class HistoryWords {

  /** How a line speaks of a failure. */
  private static final Phrases FAILED =
      Phrases.of(
          "fail",
          "error",
          "unable",
          "erreur",
          "échec",
          "échou",
          "impossib",
          "fehler",
          "nicht",
          "no se pudo",
          "no se ha podido",
          "non riuscit",
          "non è stat",
          "erro ",
          "falha",
          "falhou",
          "não foi",
          "błąd",
          "nie można",
          "nie udał",
          "nie został",
          "niepowodz",
          "ошибк",
          "сбой",
          "не удал",
          "не установ",
          "hata",
          "başarısız",
          "lenemedi",
          "mislukt",
          "niet ",
          "nezdař",
          "nepodař",
          "sikertelen",
          "nem siker",
          "错误",
          "失败",
          "未能",
          "錯誤",
          "失敗",
          "エラー",
          "できません",
          "されません",
          "오류",
          "실패",
          "지 못");

  /** How it speaks of a success, together with being installed. */
  private static final Phrases DONE =
      Phrases.of(
          "successfully installed",
          "erfolgreich installiert",
          "installé avec succès",
          "installée avec succès",
          "installation réussie",
          "correctement installé",
          "installé correctement",
          "installée correctement",
          "instaló correctamente",
          "instalado correctamente",
          "instalada correctamente",
          "correctamente instalad",
          "instalación correcta",
          "installazione completata",
          "installazione riuscita",
          "installato correttamente",
          "installata correttamente",
          "installato con esito positivo",
          "instalado com êxito",
          "instalada com êxito",
          "instalado com sucesso",
          "instalada com sucesso",
          "instalação bem-sucedida",
          "pomyślnie zainstalowan",
          "zainstalowano pomyślnie",
          "успешно установлен",
          "установлено успешно",
          "успешная установка",
          "başarıyla yüklen",
          "başarıyla kurul",
          "geïnstalleerd",
          "úspěšně nainstalov",
          "sikeresen telepít",
          "成功安装",
          "安装成功",
          "成功安裝",
          "安裝成功",
          "正常にインストールされ",
          "正しくインストールされ",
          "インストールに成功し",
          "설치했습니다",
          "설치되었습니다",
          "설치됨",
          "설치 성공");

  private static final Phrases UPDATES =
      Phrases.of(
          "update",
          "mises à jour",
          "actualizaciones",
          "aggiornament",
          "atualizaç",
          "aktualizac",
          "обновлени",
          "güncelleştirme",
          "更新",
          "업데이트");

  private static final Phrases TROUBLE =
      Phrases.of("problem", "problèm", "проблем", "sorun", "问题", "問題", "문제");

  private HistoryWords() {}

  static boolean sayFailed(String line) {
    return FAILED.anyIn(line.toLowerCase(Locale.ROOT));
  }

  static boolean sayDone(String line) {
    String lower = straight(line.toLowerCase(Locale.ROOT));
    return DONE.anyIn(lower) && !FAILED.anyIn(lower);
  }

  static boolean sayDoneOrFailed(String line) {
    String lower = line.toLowerCase(Locale.ROOT);
    return FAILED.anyIn(lower) || DONE.anyIn(straight(lower));
  }

  private static String straight(String text) {
    return text.replace('\u2019', '\'');
  }

  /** Whether a sentence is about trouble with updates. */
  static boolean sayTrouble(String sentence) {
    String lower = sentence.toLowerCase(Locale.ROOT);
    return UPDATES.anyIn(lower) && TROUBLE.anyIn(lower);
  }
}
