package app.regrip.evidence;

import app.regrip.errors.HResult;
import app.regrip.evidence.LoggedEvent.Outcome;
import app.regrip.update.UpdateEvent.Operation;
import app.regrip.update.UpdateTitle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a list of updates that needs no head to be understood: rows of PSWindowsUpdate
 * ({@code Get-WUHistory}, {@code Get-WindowsUpdate}, PSWU's own log) and the history in Settings.
 */
final class UpdateLine {

  /** Without one of these in it, a line is none. */
  private static final Phrases MAY_BE =
      Phrases.of("nstallation", "KB", "Installer error", "nstalled on ", "nstall on ", "nstallier");

  private static final Pattern HISTORY =
      Pattern.compile(
          "\\S{1,64}\\s{1,40}(Installation|Uninstallation)\\s{1,40}"
              + "(Succeeded|SucceededWithErrors|Failed|InProgress|Aborted)\\s{1,40}"
              + "(\\S{6,10}\\s\\S{1,12}(?:\\s[AP]M)?)\\s{1,40}(.{3,400})");

  private static final Pattern RESULT =
      Pattern.compile(
          "(?:\\d{1,3}\\s{1,40})?\\S{1,64}\\s{1,40}(Accepted|Downloaded|Installed|Failed|Rejected)"
              + "\\s{1,40}(KB\\d{6,8})\\s{1,40}[0-9.,]{1,8}\\s?[KMG]B\\s{1,40}(.{3,400})");

  /** The module PSWU, whose column is cut off behind the number. */
  private static final Pattern INSTALLER =
      Pattern.compile(".{0,120}\\bInstaller error (-?\\d{1,10}), resultcode (\\d).*");

  private static final Pattern DIRECTION = Pattern.compile("[\\u200E\\u200F\\u202A-\\u202E]");

  private static final Pattern CODE = Pattern.compile("0[xX][0-9a-fA-F]{8}(?![0-9a-fA-F])");

  private UpdateLine() {}

  static boolean isSign(String text) {
    return MAY_BE.anyIn(text) && of(1, text, "").isPresent();
  }

  /**
   * @param before the line before, which in Settings is the title
   */
  static Optional<LoggedEvent> of(long number, String text, String before) {
    String plain = DIRECTION.matcher(text).replaceAll("").strip();
    Matcher m;
    if ((m = HISTORY.matcher(plain)).matches()) {
      Operation operation =
          m.group(1).equals("Installation") ? Operation.INSTALL : Operation.UNINSTALL;
      return Optional.of(
          event(
              EventTime.of(m.group(3)),
              operation,
              outcome(m.group(2)),
              Optional.empty(),
              m.group(4),
              number));
    }
    if ((m = RESULT.matcher(plain)).matches()) {
      Operation operation =
          m.group(1).equals("Downloaded") ? Operation.DOWNLOAD : Operation.INSTALL;
      return Optional.of(
          event(
              Optional.empty(),
              operation,
              outcome(m.group(1)),
              Optional.empty(),
              m.group(3),
              number));
    }
    if ((m = INSTALLER.matcher(plain)).matches()) {
      return Optional.of(
          event(
              PrintedDate.in(plain, false),
              Operation.INSTALL,
              m.group(2).equals("4") ? Outcome.FAILED : Outcome.OTHER,
              ErrorText.any(m.group(1)),
              "",
              number));
    }
    return ofSettings(number, plain, DIRECTION.matcher(before).replaceAll("").strip());
  }

  private static Optional<LoggedEvent> ofSettings(long number, String text, String before) {
    String lower = text.toLowerCase(Locale.ROOT);
    int failed =
        Math.max(
            lower.indexOf("failed to install on "), lower.indexOf("fehler beim installieren am "));
    int done =
        Math.max(
            lower.indexOf("successfully installed on "),
            lower.indexOf("erfolgreich installiert am "));
    int at = Math.max(failed, done);
    if (at < 0 || text.length() > 400) {
      return Optional.empty();
    }
    String said = text.substring(at);
    Optional<LogTime> time = PrintedDate.in(said, false);
    Matcher code = CODE.matcher(said);
    Optional<HResult> error = code.find() ? ErrorText.any(code.group()) : Optional.empty();
    if (PrintedDate.ANY.matcher(said).find() || error.isPresent()) {
      String title = at > 0 ? text.substring(0, at) : before.length() > 300 ? "" : before;
      return Optional.of(
          event(
              time,
              Operation.INSTALL,
              failed >= 0 ? Outcome.FAILED : Outcome.SUCCEEDED,
              error,
              title,
              number));
    }
    return Optional.empty();
  }

  /** Whether a row of a table with a head is of this form too, where dates may be too wide. */
  static boolean isHistoryRow(String text) {
    return HISTORY.matcher(text.strip()).matches();
  }

  private static Outcome outcome(String result) {
    return switch (result) {
      case "Succeeded", "SucceededWithErrors", "Installed", "Downloaded" -> Outcome.SUCCEEDED;
      case "Failed" -> Outcome.FAILED;
      default -> Outcome.OTHER;
    };
  }

  private static LoggedEvent event(
      Optional<LogTime> time,
      Operation operation,
      Outcome outcome,
      Optional<HResult> error,
      String title,
      long number) {
    return new LoggedEvent(
        time,
        operation,
        outcome,
        error,
        Optional.of(title.strip()).filter(words -> !words.isEmpty()),
        number,
        !UpdateTitle.isStoreApp(title));
  }
}
