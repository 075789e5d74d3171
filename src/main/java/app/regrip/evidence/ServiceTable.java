package app.regrip.evidence;

import app.regrip.errors.HResult;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * States of services in one line: rows of {@code Get-Service}, of tables with a start type, and the
 * errors of {@code sc} and {@code net} alone, whose numbers are the same in every language.
 */
final class ServiceTable {

  /** ERROR_SERVICE_DISABLED and ERROR_SERVICE_DOES_NOT_EXIST. */
  private static final Pattern NUMBER = Pattern.compile("(?<![0-9.])(1058|1060)(?![0-9])");

  /** What else keeps a service from starting; that it runs already, or asks for rights, is none. */
  private static final Pattern FAILURE =
      Pattern.compile(
          "(?<![0-9.])(2|3|126|127|193|1053|1066|1067|1068|1069|1070|1075|1079|1083|1114|1290|14001)"
              + "(?!\\.?[0-9])");

  /** The service itself gave up; its own number may be behind. */
  private static final Pattern OWN_ERROR =
      Pattern.compile("service.specific error (?:occurred: |code )?([0-9]{1,10})");

  /** PowerShell, which names no reason. */
  private static final Pattern NOT_STARTED =
      Pattern.compile("[\"'].{1,80}\\(([\\w.-]{1,40})\\)[\"'] cannot be started due to");

  private static final Pattern SET_TO_DISABLED =
      Pattern.compile("(?i)start ?type of (?:the )?([\\w.-]{1,40}) service is set to disabled");

  /** How {@code net} begins to speak of an error, in the languages of Windows. */
  private static final Phrases WORDS =
      Phrases.of(
          "system error",
          "systemfehler",
          "erreur syst",
          "error de sistema",
          "errore di sistema",
          "erro de sistema",
          "błąd systemu",
          "системная ошибка",
          "系统错误",
          "系統錯誤",
          "システム エラー",
          "시스템 오류",
          "sistem hatası");

  private ServiceTable() {}

  /** The number where the line is such an error. */
  static Optional<String> error(String text) {
    if (!text.contains("1058") && !text.contains("1060")) {
      return Optional.empty();
    }
    String lower = text.strip().toLowerCase(Locale.ROOT);
    boolean ours = lower.startsWith("[sc]") || WORDS.anyIn(lower);
    Matcher number = NUMBER.matcher(lower);
    return ours && lower.length() < 200 && number.find()
        ? Optional.of(number.group(1))
        : Optional.empty();
  }

  /** The number with which a service did not start, where the line is such an error. */
  static Optional<HResult> failure(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    if (lower.length() > 200) {
      return Optional.empty();
    }
    Matcher own = OWN_ERROR.matcher(lower);
    if (lower.contains("specific error") && own.find()) {
      return ErrorText.any("%%" + own.group(1));
    }
    boolean ours = lower.startsWith("[sc] startservice") || WORDS.anyIn(lower);
    Matcher number = FAILURE.matcher(lower);
    return ours && number.find()
        ? Optional.of(HResult.ofWin32(Integer.parseInt(number.group(1))))
        : Optional.empty();
  }

  /** The service that PowerShell could not start. */
  static Optional<String> notStarted(String text) {
    if (!text.contains("cannot be started")) {
      return Optional.empty();
    }
    Matcher named = NOT_STARTED.matcher(text);
    return named.find() ? Optional.of(named.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
  }

  /** The service that a scanner of services found disabled. */
  static Optional<String> setToDisabled(String text) {
    if (!text.contains(" is set to ")) {
      return Optional.empty();
    }
    Matcher set = SET_TO_DISABLED.matcher(text);
    return set.find() ? Optional.of(set.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
  }

  static boolean isHeader(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    boolean ours = lower.contains("displayname") || lower.contains("start");
    if (text.indexOf(':') >= 0 || !ours) {
      return false;
    }
    Set<String> words = words(text);
    return words.contains("name")
        && (words.contains("displayname")
            || words.contains("starttype")
            || words.contains("startmode"))
        && (words.contains("status") || words.contains("state"));
  }

  /** The update service a row of such a table is about. */
  static Optional<String> service(String row) {
    return words(row).stream().filter(EventOfXml.UPDATE_SERVICES::contains).findFirst();
  }

  static boolean isDisabled(String row) {
    return words(row).contains("disabled");
  }

  static boolean isRunning(String row) {
    return words(row).contains("running");
  }

  private static Set<String> words(String text) {
    return new HashSet<>(Arrays.asList(text.strip().toLowerCase(Locale.ROOT).split("\\s+")));
  }
}
