package app.regrip.evidence;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/**
 * Which code page a text without a mark is in. Told by words of Windows' own output that come out
 * right in one page only; where there are none, the page of Western consoles. Judged when first
 * asked for: most texts are ASCII or UTF-8, and all of Java's code pages take a while to load.
 */
final class CodePage implements Supplier<Charset> {

  private static final List<String> CANDIDATES =
      List.of(
          "IBM850",
          "windows-1252",
          "IBM852",
          "windows-1250",
          "IBM866",
          "windows-1251",
          "IBM857",
          "windows-1254",
          "windows-31j",
          "GBK",
          "x-windows-949",
          "x-windows-950");

  private static final List<String> TELLING =
      List.of(
          "für",
          "Ausführen",
          "Überprüfung",
          "beschädigt",
          "déploiement",
          "réparation",
          "opération",
          "vérification",
          "système",
          "Administración",
          "imágenes",
          "operación",
          "correctamente.",
          "Versión",
          "completó",
          "zasobów",
          "ukończone",
          "cлужб",
          "система",
          "Система",
          "операция",
          "Версия",
          "Ошибка",
          "успешно",
          "ресурсов",
          "bulunamadı",
          "değil",
          "işlem",
          "Görüntü",
          "展開イメージ",
          "バージョン",
          "エラー",
          "操作",
          "部署映像",
          "版本",
          "错误",
          "資源保護",
          "资源保护",
          "배포 이미지",
          "버전",
          "오류",
          "çã",
          "Manutenção",
          "operação",
          "è stata",
          "integrità");

  private final byte[] head;
  private Charset judged;

  /**
   * @param head the beginning of the text
   */
  CodePage(byte[] head) {
    this.head = head;
  }

  @Override
  public Charset get() {
    if (judged == null) {
      judged = judge(head);
    }
    return judged;
  }

  /** Of equals the first listed wins. */
  private static Charset judge(byte[] head) {
    Charset best = StandardCharsets.ISO_8859_1;
    long most = -1;
    for (String name : CANDIDATES) {
      if (Charset.isSupported(name)) {
        Charset page = Charset.forName(name);
        long words = words(new String(head, page));
        best = words > most ? page : best;
        most = Math.max(words, most);
      }
    }
    return best;
  }

  private static long words(String text) {
    return TELLING.stream().filter(text::contains).count();
  }
}
