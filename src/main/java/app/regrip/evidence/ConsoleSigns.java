package app.regrip.evidence;

import java.util.List;
import java.util.regex.Pattern;

/** By which signs a line of DISM or SFC is known, in squeezed text (see {@link KnownSentences}). */
final class ConsoleSigns {

  /** What DISM calls itself. The Russian one begins with a Latin C. */
  private static final Phrases DISM_TITLES =
      Phrases.of(
          "deploymentimageservicingandmanagementtool",
          "toolzurimageverwaltungfürdiebereitstellung",
          "toolzurabbildverwaltungfürdiebereitstellung",
          "outilgestionetmaintenancedesimagesdedéploiement",
          "herramientaadministraciónymantenimientodeimágenesdeimplementación",
          "cистемаdism",
          "системаdism",
          "部署映像服务和管理工具",
          "部署映像服務與管理工具",
          "展開イメージのサービスと管理ツール",
          "배포이미지서비스및관리도구");

  private static final Phrases DISM_RESULTS =
      Phrases.of(
          "nocomponentstorecorruptiondetected",
          "componentstoreisrepairable",
          "componentstorecannotberepaired",
          "therestoreoperationcompletedsuccessfully",
          "therestoreoperationfailed",
          "dismfailed.nooperationwasperformed",
          "elevatedpermissionsarerequiredtorundism",
          "repaircontentcouldnotbefoundanywhere",
          "componentstore(winsxs)information",
          "enablingfeature(s)",
          "disablingfeature(s)",
          "theoperationiscompletebut",
          "theoperationcompletedbut",
          "imagehealthstate:");

  private static final List<String> SFC_BEGINS =
      List.of(
          "beginningsystemscan.",
          "systemsuchewirdgestartet.",
          "diesystemsuchewirdgestartet.",
          "systemscanwirdgestartet.",
          "rozpoczynanieskanowaniasystemu.",
          "开始系统扫描。",
          "débutdel'analysedusystème.",
          "iniciandoexamendelsistema.",
          "начатосканированиесистемы.",
          "システムスキャンを開始しています。");

  /** What each Windows calls its resource protection: no sentence on a result is without it. */
  private static final Phrases SFC_RESULTS =
      Phrases.of(
          "windowsresourceprotection",
          "windows-ressourcenschutz",
          "protectiondesressourceswindows",
          "protecciónderecursosdewindows",
          "protezionerisorsediwindows",
          "proteçãoderecursosdowindows",
          "защитаресурсовwindows",
          "ochronazasobówsystemuwindows",
          "windows资源保护",
          "windows資源保護",
          "windowsリソース保護",
          "windows리소스보호",
          "windowskaynakkoruması",
          "защитыресурсовwindows",
          "systemrepairpendingwhichrequires",
          "anotherservicingorrepairoperation",
          "mustbeanadministratorrunningaconsolesession");

  private static final Pattern SFC_PROGRESS =
      Pattern.compile(
          "(?:verification|überprüfung|weryfikowanieukończonew|验证|検証|проверка|lavérification)"
              + "[0-9]{1,3}%(?:complete|abgeschlossen|已完成|が完了しました|завершена|estterminée)?"
              + "[.。]?.{0,40}");

  private static final Pattern PACKAGES = Pattern.compile("processing[0-9]+of[0-9]+-.+");
  private static final Pattern VERSION =
      Pattern.compile("[^:：=]{1,30}[:：](?:6\\.[1-4]|10\\.0)\\.[0-9]{4,5}\\.[0-9]+");
  private static final Pattern SEPARATOR = Pattern.compile("([=*_#~-])\\1{9,}");

  private ConsoleSigns() {}

  static boolean isDismTitle(String squeezed) {
    return DISM_TITLES.anyIn(squeezed);
  }

  static boolean isDismResult(String squeezed) {
    return DISM_RESULTS.anyIn(squeezed) || isPackage(squeezed);
  }

  /** What DISM says of one of several packages. */
  static boolean isPackage(String squeezed) {
    return squeezed.startsWith("processing") && PACKAGES.matcher(squeezed).matches();
  }

  /** The line of DISM's or the image's version; DISM prints it right below its title. */
  static boolean isVersion(String squeezed) {
    return VERSION.matcher(squeezed).matches();
  }

  /** Whether a line above a version may be DISM's title in a language nobody listed. */
  static boolean mayBeTitle(String squeezed) {
    return squeezed.length() >= 6
        && squeezed.length() <= 80
        && !squeezed.endsWith(".")
        && squeezed.chars().noneMatch(c -> c == ':' || c == '：' || c == '=' || c == '%')
        && squeezed.chars().noneMatch(Character::isDigit);
  }

  static boolean isSfcBegin(String squeezed) {
    return SFC_BEGINS.stream().anyMatch(squeezed::startsWith);
  }

  static boolean isSfcResult(String squeezed) {
    return SFC_RESULTS.anyIn(squeezed);
  }

  static boolean isSfcProgress(String squeezed) {
    return squeezed.indexOf('%') > 0 && SFC_PROGRESS.matcher(squeezed).matches();
  }

  /** Whether its progress stands somewhere in a longer text, together with its beginning. */
  static boolean isSfcProgressIn(String text) {
    String squeezed = KnownSentences.squeeze(text);
    return SFC_BEGINS.stream().anyMatch(squeezed::contains);
  }

  static boolean isSeparator(String squeezed) {
    return SEPARATOR.matcher(squeezed).matches();
  }
}
