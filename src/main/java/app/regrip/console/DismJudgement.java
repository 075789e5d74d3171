package app.regrip.console;

import app.regrip.errors.Family;
import app.regrip.errors.HResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides what a run of DISM came to, by the meaning of its text and by the number it ended with.
 * Exit code 0 alone is never evidence: DISM also ends with 0 when it found damage. Where text and
 * number disagree, the failure wins.
 */
public final class DismJudgement {

  private static final HResult SUCCESS_RESTART_NEEDED = HResult.ofWin32(3010);
  private static final HResult FAILED_RESTART_NEEDED = HResult.ofWin32(3017);

  /** String ids 330 to 332 of CbsProvider.dll, and what RestoreHealth adds to them. */
  private static final Map<String, DismVerdict> HEALTH =
      Map.of(
          "nocomponentstorecorruptiondetected", DismVerdict.HEALTHY,
          "componentstoreisrepairable", DismVerdict.REPAIRABLE,
          "componentstorecannotberepaired", DismVerdict.NOT_REPAIRABLE,
          "restoreoperationcompletedsuccessfully", DismVerdict.REPAIRED);

  /** Sentences whose error is certain even where the line with its number got lost. */
  private static final Map<String, HResult> FAILURES =
      Map.of(
          "sourcefilescouldnotbefound", new HResult(0x800F081F),
          "sourcefilescouldnotbedownloaded", new HResult(0x800F0906),
          "repaircontentcouldnotbefoundanywhere", new HResult(0x800F0915),
          "systemrebootisrequiredtorollback", FAILED_RESTART_NEEDED,
          "elevatedpermissionsarerequiredtorundism", HResult.ofWin32(740));

  private static final String RAN = "theoperationcompletedsuccessfully";

  /** Goes on "…or the component store cannot be repaired", which here is a guess of DISM. */
  private static final String RESTORE_FAILED = "therestoreoperationfailed";

  private static final String NOTHING_DONE = "dismfailed.nooperationwasperformed";
  private static final String NOT_ENABLED = "featurewasnotenabled";
  private static final String RESTART_TO_COMPLETE = "restartwindowstocompletethisoperation";

  private static final String ERROR_WORD =
      "(?:Error|Fehler|Erreur|Errore|Erro|Fout|Fel|Feil|Fejl|Virhe|Chyba|Hiba|Hata|Eroare"
          + "|Błąd|Ошибка|Помилка|错误|錯誤|エラー|오류)\\s*[:：]\\s*";

  /** The name of an error code stands before it, in the language of Windows. */
  private static final Pattern HEX_LINE =
      Pattern.compile(
          "(?:[^:：]{1,30}[:：]\\s*)?0[xX]([0-9a-fA-F]{8})\\.?|"
              + ERROR_WORD
              + "0[xX]([0-9a-fA-F]{8})(?![0-9a-zA-Z]).*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern DECIMAL_LINE =
      Pattern.compile(
          ERROR_WORD + "(-?[0-9]{1,10})\\.?", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private DismJudgement() {}

  /**
   * @param lines what it wrote, without bars, wrapped anywhere
   * @param exitCode all 32 bits; 0 where nobody knows it, since it proves nothing
   */
  public static DismOutcome of(List<String> lines, int exitCode) {
    String text = KeptLines.squeeze(String.join("", lines));
    HResult exit = HResult.ofWin32(exitCode);
    boolean exitFailed = isError(exit);
    Optional<HResult> error =
        printedCode(lines)
            .filter(DismJudgement::isError)
            .or(() -> describedError(text))
            .or(() -> exitFailed ? Optional.of(exit) : Optional.empty());
    boolean restart =
        waitsForRestart(exit)
            || error.filter(DismJudgement::waitsForRestart).isPresent()
            || printedCode(lines).filter(SUCCESS_RESTART_NEEDED::equals).isPresent()
            || text.contains(RESTART_TO_COMPLETE);
    boolean failed =
        error.isPresent()
            || exitFailed
            || text.contains(NOTHING_DONE)
            || text.contains(NOT_ENABLED)
            || text.contains(RESTORE_FAILED);
    return new DismOutcome(verdict(text, error, failed, restart), error, restart, lines);
  }

  private static DismVerdict verdict(
      String text, Optional<HResult> error, boolean failed, boolean restart) {
    Optional<DismVerdict> health = health(text);
    if (health.filter(DismVerdict.NOT_REPAIRABLE::equals).isPresent()
        && !text.contains(RESTORE_FAILED)) {
      return DismVerdict.NOT_REPAIRABLE;
    }
    if (failed) {
      return error.filter(DismJudgement::waitsForRestart).isPresent()
          ? DismVerdict.RESTART_NEEDED
          : DismVerdict.FAILED;
    }
    if (health.isPresent()) {
      return health.get();
    }
    if (restart) {
      return DismVerdict.RESTART_NEEDED;
    }
    return text.contains(RAN) ? DismVerdict.SUCCEEDED : DismVerdict.INCOMPLETE;
  }

  /** The last word on the store counts, where a text holds several runs. */
  private static Optional<DismVerdict> health(String text) {
    DismVerdict last = null;
    int position = -1;
    for (Map.Entry<String, DismVerdict> sentence : HEALTH.entrySet()) {
      int at = text.lastIndexOf(sentence.getKey());
      if (at > position) {
        position = at;
        last = sentence.getValue();
      }
    }
    return Optional.ofNullable(last);
  }

  /** Whether a number says that nothing more can be done before a restart of the PC. */
  public static boolean waitsForRestart(HResult code) {
    return Family.of(code) == Family.RESTART_NEEDED;
  }

  /**
   * The number in an error line, that of a success with restart too. An HRESULT says more than the
   * Win32 number DISM then ends with.
   */
  public static Optional<HResult> printedCode(List<String> lines) {
    return lines.stream()
        .flatMap(line -> hexCode(line).stream())
        .findFirst()
        .or(() -> lines.stream().flatMap(line -> decimalCode(line).stream()).findFirst());
  }

  private static Optional<HResult> hexCode(String line) {
    Matcher hex = HEX_LINE.matcher(line);
    return hex.matches()
        ? Optional.of(hex.group(1) == null ? hex.group(2) : hex.group(1))
            .map(digits -> new HResult(Integer.parseUnsignedInt(digits, 16)))
            .filter(HResult::isFailure)
        : Optional.empty();
  }

  private static Optional<HResult> decimalCode(String line) {
    Matcher decimal = DECIMAL_LINE.matcher(line);
    return decimal.matches()
        ? Optional.of(HResult.ofWin32((int) Long.parseLong(decimal.group(1))))
            .filter(HResult::isFailure)
        : Optional.empty();
  }

  private static boolean isError(HResult code) {
    return code.isFailure() && !code.equals(SUCCESS_RESTART_NEEDED);
  }

  private static Optional<HResult> describedError(String text) {
    return FAILURES.entrySet().stream()
        .filter(sentence -> text.contains(sentence.getKey()))
        .map(Map.Entry::getValue)
        .min(HResult::compareTo);
  }
}
