package app.regrip.evidence;

import app.regrip.errors.HResult;
import app.regrip.evidence.LoggedEvent.Outcome;
import app.regrip.update.UpdateEvent.Operation;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads WindowsUpdate.log, the classic one and the one {@code Get-WindowsUpdateLog} decodes: an
 * event for each update's outcome, for each call and each server that could not be reached, and one
 * for every other line with an error number. Those tell of an inner step and not of an update;
 * healthy PCs have many of them.
 */
final class WindowsUpdateLogReader implements LogReader {

  /** Date and time of either form; the decoded one has more digits and slashes or dots. */
  static final Pattern START =
      Pattern.compile(
          "(\\d{4})[-/.](\\d\\d)[-/.](\\d\\d)[ \\t]+(\\d\\d):(\\d\\d):(\\d\\d)[.:,](\\d{3,9})[ \\t]+"
              + "\\d+[ \\t]+[0-9a-fA-F]+[ \\t]+[A-Za-z][\\w-]*[ \\t]");

  private static final Pattern CODE =
      Pattern.compile("(?:\\[|0x)([89a-fA-F][0-9a-fA-F]{7})(?![0-9a-fA-F])");
  private static final Pattern END =
      Pattern.compile(
          "END \\*.*?(Finding|Downloading|Installing) updates?.*exit code = 0x([0-9a-fA-F]{8})",
          Pattern.CASE_INSENSITIVE);

  /** The service's own word on a whole call, in the classic log. */
  private static final Pattern CLIENT =
      Pattern.compile(
          "WU client failed (Searching|Downloading|Installing)\\b.{0,60}?error (?:0x)?([0-9a-fA-F]{8})");

  private static final Pattern REPORT = Pattern.compile("REPORT EVENT: (.*)");
  private static final Pattern REPORT_TIME =
      Pattern.compile("\\t(\\d{4}-\\d\\d-\\d\\d)[ \\t](\\d\\d:\\d\\d:\\d\\d:\\d{3}[+-]\\d{4})\\t");
  private static final Pattern HISTORY =
      Pattern.compile(
          "LogHistory called\\..{0,20}idUpdate=(\\{[0-9a-fA-F-]{36}\\}).{0,60}"
              + "resultMapped=([0-9a-fA-F]{1,8})\\b");
  private static final Pattern CALL =
      Pattern.compile(
          "(Install|Download) call complete\\s+\\(succeeded = ([0-9]{1,6}),"
              + ".{0,60}?failed = ([0-9]{1,6})\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern HR =
      Pattern.compile("(?:hr = |error |with )(?:0x)?([89a-fA-F][0-9a-fA-F]{7})(?![0-9a-fA-F])");

  /** Without one of these in it, a line tells nothing; so are most. */
  private static final Phrases TELLS = Phrases.of(telling());

  private static final int MOST_UPDATES = 10_000;
  private static final String TITLE = "Title = ";
  private static final Pattern UPDATE_ID =
      Pattern.compile("UpdateId = \\{?([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})");
  private static final String WSUS = "WSUS server: http";

  private final EvidenceSink sink;

  /**
   * What updates are called, by their id in capitals: the log tells it before what they came to.
   */
  private final Map<String, String> titles = new HashMap<>();

  private String title = "";

  /** Updates that failed in the call that goes on. */
  private final Set<String> told = new HashSet<>();

  private Optional<HResult> lastServer = Optional.empty();
  private Optional<LogTime> lastAttempt = Optional.empty();
  private boolean callFailed;
  private boolean wsusSeen;

  private static List<String> telling() {
    List<String> telling = new ArrayList<>();
    Collections.addAll(
        telling,
        TITLE,
        "UpdateId = ",
        "REPORT EVENT: ",
        "END *",
        "LogHistory",
        "all complete",
        "SendRequest",
        "Send failed");
    for (char first : "89aAbBcCdDeEfF".toCharArray()) {
      telling.add("[" + first);
      telling.add("0x" + first);
    }
    telling.add(WSUS);
    return telling;
  }

  WindowsUpdateLogReader(EvidenceSink sink) {
    this.sink = sink;
  }

  @Override
  public void line(long number, String text) {
    Matcher start = START.matcher(text);
    if (!TELLS.anyIn(text) || !start.lookingAt()) {
      return;
    }
    Optional<LogTime> time = time(start);
    String message = text.substring(start.end());
    named(message);
    event(number, time, message).ifPresent(sink::event);
    if (!wsusSeen && message.contains(WSUS)) {
      wsusSeen = true;
      sink.clue(new Hint(Hint.WSUS, "", Optional.empty(), time, number));
    }
  }

  /** {@code Title = …}, and in the next lines {@code UpdateId = {…}.200}. */
  private void named(String message) {
    int told = message.indexOf(TITLE);
    if (told >= 0) {
      title = message.substring(told + TITLE.length()).strip();
      return;
    }
    Matcher id = UPDATE_ID.matcher(message);
    if (!title.isEmpty() && message.contains("UpdateId = ") && id.find()) {
      if (titles.size() < MOST_UPDATES) {
        titles.put(id.group(1).toUpperCase(Locale.ROOT), title);
      }
      title = "";
    }
  }

  private Optional<LoggedEvent> event(long number, Optional<LogTime> time, String message) {
    Matcher report = REPORT.matcher(message);
    if (report.find()) {
      String line = REPORT_TIME.matcher(report.group(1)).replaceFirst("\t$1 $2\t");
      return ReportingLine.read(number, line);
    }
    Matcher end = END.matcher(message);
    if (end.find()) {
      Optional<HResult> error = ErrorText.bareHex(end.group(2));
      boolean failed = error.map(HResult::isFailure).orElse(false);
      return event(
          number,
          time,
          operation(end.group(1)),
          failed ? Outcome.FAILED : Outcome.SUCCEEDED,
          error);
    }
    Matcher logged = HISTORY.matcher(message);
    if (logged.find()) {
      return history(number, time, logged.group(1), logged.group(2));
    }
    Matcher call = CALL.matcher(message);
    if (call.find()) {
      return call(number, time, call);
    }
    Matcher client = CLIENT.matcher(message);
    if (client.find()) {
      return event(
          number,
          time,
          operation(client.group(1)),
          Outcome.FAILED,
          ErrorText.bareHex(client.group(2)));
    }
    Optional<HResult> server = server(message);
    if (server.isPresent()) {
      return attempt(number, time, message, server);
    }
    boolean echo = callFailed && message.contains("Call error code");
    return echo ? Optional.empty() : step(number, time, message);
  }

  /** The agent's own history: one line for each update, with what it came to. */
  private Optional<LoggedEvent> history(
      long number, Optional<LogTime> time, String update, String result) {
    Optional<HResult> error = ErrorText.bareHex(result);
    boolean failed = error.filter(HResult::isFailure).isPresent();
    if (failed && told.size() < MOST_UPDATES) {
      told.add(update);
    }
    return failed
        ? Optional.of(
            new LoggedEvent(
                time,
                Operation.INSTALL,
                Outcome.FAILED,
                error,
                Optional.of(titles.getOrDefault(id(update), "update " + update)),
                number,
                true))
        : Optional.empty();
  }

  private static String id(String braced) {
    return braced.substring(1, braced.length() - 1).toUpperCase(Locale.ROOT);
  }

  /** The sum of a call: it counts where no line before it named the updates that failed. */
  private Optional<LoggedEvent> call(long number, Optional<LogTime> time, Matcher call) {
    int failed = Integer.parseInt(call.group(3));
    int succeeded = Integer.parseInt(call.group(2));
    Operation operation = operation(call.group(1) + "ing");
    int named = told.size();
    told.clear();
    callFailed = failed > 0;
    if (failed > named) {
      return event(number, time, operation, Outcome.FAILED, Optional.empty());
    }
    return failed == 0 && succeeded > 0
        ? event(number, time, operation, Outcome.SUCCEEDED, Optional.empty())
        : Optional.empty();
  }

  /** Each attempt is said once, and then again by everybody who waited for it. */
  private Optional<LoggedEvent> attempt(
      long number, Optional<LogTime> time, String message, Optional<HResult> error) {
    boolean another = message.contains("SendRequest failed with") && !time.equals(lastAttempt);
    if (!another && error.equals(lastServer)) {
      return Optional.empty();
    }
    lastServer = error;
    lastAttempt = time;
    return event(number, time, Operation.SEARCH, Outcome.FAILED, error);
  }

  /** What it says when a server could not be reached, mostly in several lines one after another. */
  private static Optional<HResult> server(String message) {
    if (!message.contains("SendRequest") && !message.contains("Send failed")) {
      return Optional.empty();
    }
    Matcher code = HR.matcher(message);
    return code.find() ? ErrorText.bareHex(code.group(1)) : Optional.empty();
  }

  private static Optional<LoggedEvent> step(long number, Optional<LogTime> time, String message) {
    Matcher code = CODE.matcher(message);
    if (!code.find()) {
      return Optional.empty();
    }
    String words = message.toLowerCase(Locale.ROOT);
    boolean failed = words.contains("fail") || words.contains("fatal") || words.contains("error");
    return event(
        number,
        time,
        words.contains("search callback failed") ? Operation.SEARCH : Operation.OTHER,
        failed ? Outcome.FAILED : Outcome.OTHER,
        ErrorText.bareHex(code.group(1)));
  }

  private static Optional<LoggedEvent> event(
      long number,
      Optional<LogTime> time,
      Operation operation,
      Outcome outcome,
      Optional<HResult> error) {
    return Optional.of(
        new LoggedEvent(time, operation, outcome, error, Optional.empty(), number, true));
  }

  private static Operation operation(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "finding", "searching" -> Operation.SEARCH;
      case "downloading" -> Operation.DOWNLOAD;
      default -> Operation.INSTALL;
    };
  }

  private static Optional<LogTime> time(Matcher m) {
    try {
      String nanos = (m.group(7) + "000000000").substring(0, 9);
      return Optional.of(
          new LogTime(
              LocalDateTime.of(
                  Integer.parseInt(m.group(1)),
                  Integer.parseInt(m.group(2)),
                  Integer.parseInt(m.group(3)),
                  Integer.parseInt(m.group(4)),
                  Integer.parseInt(m.group(5)),
                  Integer.parseInt(m.group(6)),
                  Integer.parseInt(nanos)),
              Optional.empty()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  @Override
  public void end() {
    // Each line stands for itself.
  }
}
