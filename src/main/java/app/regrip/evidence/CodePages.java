package app.regrip.evidence;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which code page a text without a mark is in. Told by words of Windows' own output that come out
 * right in one page only; where there are none, the page of Western consoles.
 */
final class CodePages {

  private static final List<Charset> CANDIDATES =
      Stream.of(
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
              "x-windows-950")
          .filter(Charset::isSupported)
          .map(Charset::forName)
          .toList();

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

  private CodePages() {}

  static Charset of(byte[] head) {
    if (isAllAscii(head)) {
      return CANDIDATES.isEmpty() ? StandardCharsets.ISO_8859_1 : CANDIDATES.get(0);
    }
    return CANDIDATES.stream()
        .max(Comparator.comparingInt(page -> preferred(page, head)))
        .orElse(StandardCharsets.ISO_8859_1);
  }

  /** Of equals the first listed wins, which a maximum alone would not promise. */
  private static int preferred(Charset page, byte[] head) {
    String text = new String(head, page);
    long words = TELLING.stream().filter(text::contains).count();
    return (int) words * CANDIDATES.size() - CANDIDATES.indexOf(page);
  }

  private static boolean isAllAscii(byte[] bytes) {
    return Arrays.equals(
        bytes, new String(bytes, StandardCharsets.US_ASCII).getBytes(StandardCharsets.US_ASCII));
  }
}
