package app.regrip.evidence;

import app.regrip.errors.HResult;
import app.regrip.evidence.LoggedEvent.Outcome;
import app.regrip.update.UpdateEvent.Operation;
import app.regrip.update.UpdateTitle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One line of a list of updates that needs no head to be understood: rows of PSWindowsUpdate
 * ({@code Get-WUHistory}, {@code Get-WindowsUpdate}, PSWU's own log) and the history in Settings.
 */
final class UpdateLine {

  /** Without one of these in it, a line is none. */
  private static final Phrases MAY_BE =
      Phrases.of(
          "nstallation",
          "KB",
          "Installer error",
          "ed Windows Update",
          "ful Windows Update",
          "nstalled on ",
          "nstall on ",
          "nstallier",
          "0x8",
          "0X8",
          "0xC",
          "0xc",
          "hr=",
          "hr =",
          "Code 8",
          "-Windows");

  private static final Pattern HISTORY =
      Pattern.compile(
          "\\S{1,64}\\s{1,40}(Installation|Uninstallation)\\s{1,40}"
              + "(Succeeded|SucceededWithErrors|Failed|InProgress|Aborted)\\s{1,40}"
              + "(\\S{6,10}\\s\\S{1,12}(?:\\s[AP]M)?)\\s{1,40}(.{3,400})");

  private static final Pattern RESULT =
      Pattern.compile(
          "(?:\\d{1,3}\\s{1,40})?\\S{1,64}\\s{1,40}(Accepted|Downloaded|Installed|Failed|Rejected)"
              + "\\s{1,40}(KB\\d{6,8})\\s{1,40}[0-9.,]{1,8}\\s?[KMG]B\\s{1,40}(.{3,400})");

  /** What both begin with: the name of the PC, cut off where the column is narrow. */
  private static final Pattern ROW =
      Pattern.compile(
          "(?:\\d{1,3}\\s{1,40})?([\\p{L}0-9_-]{1,63})(?:\\.{3}|\u2026)?\\s{1,40}"
              + "(?:Installation|Uninstallation|Accepted|Downloaded|Installed|Failed|Rejected)\\s.*");

  /** One of these is in each of those. */
  private static final Phrases RESULTS =
      Phrases.of("Accepted", "Downloaded", "Installed", "Failed", "Rejected");

  /** The module PSWU, whose column is cut off behind the number. */
  private static final Pattern INSTALLER =
      Pattern.compile(".{0,120}\\bInstaller error (-?\\d{1,10}), resultcode (\\d).*");

  /** Settings, in whatever language: words, perhaps a date, and the error behind a dash. */
  private static final Pattern DASHED =
      Pattern.compile("(.{3,120}?)\\s?[-\u2013\u2014]\\s?(0[xX][89cC][0-9a-fA-F]{7})[\\s.]*");

  /** What Settings and the stand-alone installer say of a failure, with its number behind. */
  private static final Phrases SAID =
      Phrases.of(
          "problems installing updates",
          "problems installing some updates",
          "problems downloading updates",
          "problems downloading some updates",
          "signature update failed with hr",
          "error(s) found",
          "role services, or features failed",
          "verifywuserverurl() failed",
          "installer encountered an error");

  /** An event's sentence in whatever language: the error, a colon, and the update's name. */
  private static final Pattern NAMED =
      Pattern.compile(
          "\\p{L}.{10,200}\\b(0[xX][89cC][0-9a-fA-F]{7})\\s?[:\uFF1A]\\s?(.{3,300}KB ?[0-9]{6,8}.{0,40})");

  /** A cmdlet or a method of the update agent that threw. */
  private static final Pattern THROWN =
      Pattern.compile(
          "(?i).{0,200}?(?:(?:get-(?:windowsupdate|wulist)|(install-windowsupdate|get-wuinstall"
              + "|add-windowscapability|add-windowspackage|enable-windowsoptionalfeature))(?:\\s?:| failed)"
              + "|exception calling \"(?:search|(download|install))\").*?"
              + "(?:hresult:|error code =|error:)\\s?(0x[89c][0-9a-f]{7}).*");

  /** A cmdlet that gives the message of an error and not its number. */
  private static final Pattern SAID_BY_CMDLET =
      Pattern.compile(
          "(?i)(?:install-windowsupdate|get-wuinstall|add-windowscapability|add-windowspackage"
              + "|enable-windowsoptionalfeature)\\s?: (.{10,200})");

  /** The long sentence of Windows Update ends with its error in brackets, in every language. */
  private static final Pattern BRACKETED =
      Pattern.compile(".{20,500}[(（](0[xX][89cC][0-9a-fA-F]{7})[)）][.。\\s]*");

  /** What stands before the date in Settings, below the name of an update. */
  private static final List<String> FAILED_ON =
      List.of("failed to install on ", "fehler beim installieren am ");

  private static final List<String> DONE_ON =
      List.of("successfully installed on ", "erfolgreich installiert am ");

  private static final int LONGEST_TITLE = 40;

  /** What the windows are called that install updates. */
  private static final Set<String> TITLES =
      Set.of("windows update", "windows-update", "windows update standalone installer");

  /** A line that tells what became of an update is a short one. */
  private static final int LONGEST_STATE = 120;

  /** Of an update. */
  static final Pattern NUMBER = Pattern.compile("KB ?[0-9]{6,8}(?![0-9])");

  private static final Pattern CODE =
      Pattern.compile("(?:0[xX]|hr ?= ?(?:0[xX])?|Code )([89cC][0-9a-fA-F]{7})(?![0-9a-fA-F])");

  private UpdateLine() {}

  static boolean isSign(String text, String before) {
    return (MAY_BE.anyIn(text)
            || mayBeOfSettings(text)
            || isTitle(before)
            || namesWindowsUpdate(text))
        && of(1, text, before).isPresent();
  }

  /** The PC that a row of PSWindowsUpdate is about; empty where it is none. */
  static String pc(String text) {
    Matcher row = ROW.matcher(text.strip());
    return row.matches() ? row.group(1) : "";
  }

  private static boolean isTitle(String before) {
    return TITLES.contains(before.strip().toLowerCase(Locale.ROOT));
  }

  private static boolean mayBeOfSettings(String text) {
    return text.length() < LONGEST_STATE
        && PrintedDate.mayBeIn(text)
        && HistoryWords.sayDoneOrFailed(text)
        && PrintedDate.isIn(DirectionMarks.takenFrom(text));
  }

  /**
   * @param before the line before, which in Settings is the title
   */
  static Optional<LoggedEvent> of(long number, String text, String before) {
    String plain = WebText.plain(DirectionMarks.takenFrom(text).strip());
    Matcher m;
    if (plain.contains("nstallation") && (m = HISTORY.matcher(plain)).matches()) {
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
    if (RESULTS.anyIn(plain) && (m = RESULT.matcher(plain)).matches()) {
      Operation operation =
          m.group(1).equals("Downloaded") ? Operation.DOWNLOAD : Operation.INSTALL;
      return Optional.of(
          event(
              Optional.empty(),
              operation,
              outcome(m.group(1)),
              Optional.empty(),
              numbered(m.group(3), m.group(2)),
              number));
    }
    if (plain.contains("Installer error") && (m = INSTALLER.matcher(plain)).matches()) {
      return Optional.of(
          event(
              PrintedDate.in(plain, false),
              Operation.INSTALL,
              m.group(2).equals("4") ? Outcome.FAILED : Outcome.OTHER,
              ErrorText.any(m.group(1)),
              "",
              number));
    }
    String above = DirectionMarks.takenFrom(before).strip();
    return dialog(number, plain, above).or(() -> ofSettings(number, plain, above));
  }

  /** A narrow column cuts the title off before its number. */
  private static String numbered(String title, String number) {
    return title.contains(number) ? title : title.strip() + " (" + number + ")";
  }

  /** A window of Windows Update as it is copied: its title, and what Windows says of the error. */
  private static Optional<LoggedEvent> dialog(long number, String text, String before) {
    int colon = text.indexOf(':');
    boolean oneLine = colon > 0 && colon < LONGEST_TITLE && namesWindowsUpdate(text);
    if (!oneLine && !isTitle(before)) {
      return Optional.empty();
    }
    return SystemMessages.said(oneLine ? text.substring(colon + 1) : text)
        .map(
            error ->
                event(
                    Optional.empty(),
                    Operation.INSTALL,
                    Outcome.FAILED,
                    Optional.of(error),
                    "",
                    number));
  }

  private static boolean namesWindowsUpdate(String text) {
    return text.regionMatches(true, 0, "windows update", 0, "windows update".length());
  }

  /** Windows 7: a number of the line itself, below the words that head it. */
  private static boolean isOfWindows7(String text, String before) {
    return text.startsWith("Code 8")
        && (text.contains("Windows Update") || before.startsWith("Error(s) found"));
  }

  private static Optional<LoggedEvent> ofSettings(long number, String text, String before) {
    String lower = text.toLowerCase(Locale.ROOT);
    int failed = indexOf(FAILED_ON, lower);
    int done = indexOf(DONE_ON, lower);
    int at = Math.max(failed, done);
    if (text.length() > 400) {
      return Optional.empty();
    }
    boolean unreliable = lower.contains("failed windows update");
    if ((unreliable || lower.contains("successful windows update")) && PrintedDate.isIn(text)) {
      Outcome outcome = unreliable ? Outcome.FAILED : Outcome.SUCCEEDED;
      Optional<LogTime> time = PrintedDate.in(text, false);
      return Optional.of(event(time, Operation.INSTALL, outcome, Optional.empty(), "", number));
    }
    if (at < 0) {
      return ofNumber(number, text, lower, before).or(() -> ofWords(number, text, before));
    }
    String said = text.substring(at);
    Optional<LogTime> time = PrintedDate.in(said, false);
    Optional<HResult> error = code(said);
    if (time.isPresent() || error.isPresent() || PrintedDate.isIn(said)) {
      String title = at > 0 ? text.substring(0, at) : before.length() > 300 ? "" : before;
      return Optional.of(
          event(
              time,
              Operation.INSTALL,
              failed >= 0 ? Outcome.FAILED : done(said),
              error,
              title,
              number));
    }
    return ofNumber(number, text, lower, before);
  }

  private static Optional<HResult> code(String text) {
    if (!ErrorText.mayBeIn(text)) {
      return Optional.empty();
    }
    Matcher code = CODE.matcher(text);
    return code.find() ? ErrorText.bareHex(code.group(1)) : Optional.empty();
  }

  private static Outcome done(String text) {
    return HistoryWords.sayDone(text) ? Outcome.SUCCEEDED : Outcome.UNSURE;
  }

  private static int indexOf(List<String> beginnings, String lower) {
    return beginnings.stream().mapToInt(lower::indexOf).max().orElse(-1);
  }

  /** Below the name of an update: a date, and whether it was installed. */
  private static Optional<LoggedEvent> ofWords(long number, String text, String before) {
    boolean dated = text.length() < LONGEST_STATE && PrintedDate.isIn(text);
    if (!dated || !isTitled(before) || !HistoryWords.sayDoneOrFailed(text)) {
      return Optional.empty();
    }
    return Optional.of(
        event(
            PrintedDate.in(text, false),
            Operation.INSTALL,
            HistoryWords.sayFailed(text) ? Outcome.FAILED : done(text),
            Optional.empty(),
            before,
            number));
  }

  private static boolean isTitled(String before) {
    return before.length() <= 300 && before.contains("KB") && NUMBER.matcher(before).find();
  }

  /** Whether the readers of events know the line, which would count it once more. */
  static boolean isOfEvent(String text) {
    return EventDraft.beginsMessage(text)
        || text.contains("Microsoft-Windows-")
        || text.contains("\tWindowsUpdateClient\t")
        || EventTextReader.fieldOf(text).isPresent();
  }

  /** Whether it is the error of a cmdlet or a method that somebody called. */
  static boolean isThrown(String text) {
    return thrown(1, WebText.plain(text.strip())).isPresent();
  }

  private static Optional<LoggedEvent> thrown(long number, String text) {
    Matcher words = SAID_BY_CMDLET.matcher(text);
    Optional<HResult> said =
        text.contains(" : ") && words.matches()
            ? SystemMessages.said(words.group(1))
            : Optional.empty();
    if (said.isPresent()) {
      return Optional.of(
          event(Optional.empty(), Operation.INSTALL, Outcome.FAILED, said, "", number));
    }
    Matcher thrown = THROWN.matcher(text);
    if (!text.contains("0x") || !thrown.matches()) {
      return Optional.empty();
    }
    Operation operation =
        thrown.group(1) != null
            ? Operation.INSTALL
            : thrown.group(2) == null
                ? Operation.SEARCH
                : thrown.group(2).equalsIgnoreCase("install")
                    ? Operation.INSTALL
                    : Operation.DOWNLOAD;
    return Optional.of(
        event(
            Optional.empty(),
            operation,
            Outcome.FAILED,
            ErrorText.any(thrown.group(3)),
            "",
            number));
  }

  /** A line that ends with the number of an error. */
  private static Optional<LoggedEvent> ofNumber(
      long number, String text, String lower, String before) {
    Optional<LoggedEvent> thrown = thrown(number, text);
    if (thrown.isPresent() || !ErrorText.mayBeIn(text)) {
      return thrown;
    }
    Matcher named = NAMED.matcher(text);
    if (HistoryWords.sayFailed(text) && named.matches() && !isOfEvent(text)) {
      return Optional.of(
          event(
              Optional.empty(),
              Operation.INSTALL,
              Outcome.FAILED,
              ErrorText.any(named.group(1)),
              named.group(2),
              number));
    }
    Matcher dashed = DASHED.matcher(text);
    boolean titled = isTitled(before);
    boolean failure = dashed.matches() && (titled || HistoryWords.sayFailed(text));
    Matcher code = CODE.matcher(text);
    boolean said =
        SAID.anyIn(lower)
            || isOfWindows7(text, before)
            || BRACKETED.matcher(text).matches() && HistoryWords.sayTrouble(text);
    if (!failure && !(said && code.find())) {
      return Optional.empty();
    }
    return Optional.of(
        event(
            PrintedDate.in(text, false),
            lower.contains("download")
                ? Operation.DOWNLOAD
                : lower.contains("checking for updates") || lower.contains("wuserverurl")
                    ? Operation.SEARCH
                    : Operation.INSTALL,
            Outcome.FAILED,
            failure ? ErrorText.any(dashed.group(2)) : ErrorText.bareHex(code.group(1)),
            titled ? before : "",
            number));
  }

  /** Whether a row of a table with a head is of this form too, where dates may be too wide. */
  static boolean isHistoryRow(String text) {
    return HISTORY.matcher(text.strip()).matches();
  }

  /** Whether it is the line of Settings below the name of an update. */
  static boolean isOfSettings(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    return Stream.of(FAILED_ON, DONE_ON).flatMap(List::stream).anyMatch(lower::startsWith);
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
