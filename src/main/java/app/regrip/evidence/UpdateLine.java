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

  private static final Pattern HISTORY =
      Pattern.compile(
          "\\S{1,64}\\s{1,40}(Installation|Uninstallation)\\s{1,40}"
              + "(Succeeded|SucceededWithErrors|Failed|InProgress|Aborted)\\s{1,40}"
              + "(\\S{6,10})\\s(\\S{1,12})(?:\\s[AP]M)?\\s{1,40}(.{3,400})");

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
    return of(1, text, "").isPresent();
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
              m.group(5),
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
    boolean failed = begins(lower, "failed to install on ", "fehler beim installieren am ");
    boolean done = begins(lower, "successfully installed on ", "erfolgreich installiert am ");
    if (!failed && !done || text.length() > 200) {
      return Optional.empty();
    }
    Matcher code = CODE.matcher(text);
    return Optional.of(
        event(
            PrintedDate.in(text, false),
            Operation.INSTALL,
            failed ? Outcome.FAILED : Outcome.SUCCEEDED,
            code.find() ? ErrorText.any(code.group()) : Optional.empty(),
            before.length() > 300 ? "" : before,
            number));
  }

  private static boolean begins(String text, String english, String german) {
    return text.startsWith(english) || text.startsWith(german);
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
