package app.regrip.evidence;

import app.regrip.errors.HResult;
import app.regrip.evidence.LoggedEvent.Outcome;
import app.regrip.update.UpdateEvent.Operation;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One sentence in which somebody tells that an update failed, which one, and with what error. A
 * sentence that only speaks of such errors, as advice and articles do, is none, nor is a program's.
 */
final class ToldFailure {

  private static final int LONGEST = 300;

  private static final Pattern CODE =
      Pattern.compile(
          "(?i)(?:0x|(?:error|code|fehler|fehlercode|erreur|errore|erro|ошибк[аи]|код|hata|błąd|错误|エラー)"
              + "[ :#=(]{1,3})([89c][0-9a-f]{7})(?![0-9a-z-])");

  /** How the numbers of errors begin that are told of. */
  private static final Phrases DIGITS = Phrases.of("0x", "0X", "80", "87", "C1", "c1");

  /** What Windows' own updates are called; other programs are updated too, and on Windows. */
  private static final Phrases OF_WINDOWS =
      Phrases.of(
          "windows update",
          "windows-update",
          "windows quality update",
          "quality update",
          "feature update",
          "cumulative update",
          "kumulative",
          "mise à jour cumulative",
          "actualización acumulativa",
          "aggiornamento cumulativo",
          "atualização cumulativa",
          "накопительное обновление",
          "累积更新",
          "累積更新",
          "累積的な更新",
          "누적 업데이트",
          "install windows 1",
          "upgrade to windows 1");

  private static final Phrases SEARCHES =
      Phrases.of("check for", "checking for", "search", "suche nach", "recherche de", "поиск");

  /** A piece of a program, a list of changes, or a line of a log. */
  private static final Pattern NO_SENTENCE =
      Pattern.compile(
          ".*(?:\\(\"|\\$[A-Za-z_({]|==|=>|-eq |//|\\);|following update with error|\\bassert).*"
              + "|[-*+] .*|\\[[^\\]]{4,40}[:.][^\\]]{1,40}\\].*|\\W{0,4}0[xX][0-9a-fA-F]{8}\\W.*\\|.*");

  private ToldFailure() {}

  /**
   * @param before the line before, which may name the update
   */
  static Optional<LoggedEvent> in(long number, String text, String before) {
    if (text.length() > LONGEST || !DIGITS.anyIn(text)) {
      return Optional.empty();
    }
    Matcher code = CODE.matcher(text);
    if (!code.find() || isNoSentence(text)) {
      return Optional.empty();
    }
    String label = text.substring(0, code.start());
    HResult error = new HResult(Integer.parseUnsignedInt(code.group(1), 16));
    int end = code.end();
    boolean several = code.find() && Integer.parseUnsignedInt(code.group(1), 16) != error.value();
    Optional<String> named = update(text);
    Optional<String> update = named.or(() -> update(before));
    boolean about = update.isPresent() || OF_WINDOWS.anyIn(ComplaintWords.lower(text));
    boolean fails =
        HistoryWords.sayTrouble(text)
            && (named.isPresent() || HistoryWords.sayFailed(label + text.substring(end)));
    if (several || !about || !fails || ComplaintWords.EVERYDAY.hedge(text)) {
      return Optional.empty();
    }
    return Optional.of(
        new LoggedEvent(
            PrintedDate.in(text, false),
            operation(ComplaintWords.lower(text)),
            Outcome.FAILED,
            Optional.of(error),
            update,
            number,
            true));
  }

  private static Operation operation(String lower) {
    return SEARCHES.anyIn(lower)
        ? Operation.SEARCH
        : lower.contains("download") ? Operation.DOWNLOAD : Operation.INSTALL;
  }

  private static Optional<String> update(String text) {
    Matcher update = UpdateLine.NUMBER.matcher(text);
    return text.length() <= LONGEST && update.find() && !isNoSentence(text)
        ? Optional.of(update.group())
        : Optional.empty();
  }

  /** A field with its value, the cells of a table, or the words of an event are none either. */
  private static boolean isNoSentence(String text) {
    String inner = text.strip();
    return inner.contains(" : ")
        || inner.contains("  ")
        || inner.indexOf('\t') >= 0
        || inner.chars().filter(c -> c == '"').count() % 2 != 0
        || NO_SENTENCE.matcher(inner).matches()
        || UpdateLine.isOfEvent(inner);
  }
}
