package app.regrip.evidence;

import app.regrip.errors.HResult;
import app.regrip.evidence.LoggedEvent.Outcome;
import app.regrip.update.UpdateEvent.Operation;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads WUAHandler.log, UpdatesDeployment.log and their like, of the client of Configuration
 * Manager, and the logs of Intune's client, in the form of CMTrace: {@code
 * <![LOG[text]LOG]!><time=… date=… component=…>}, or as CMTrace copies its lines.
 */
final class ConfigManagerReader implements LogReader {

  /** Logs of that client whose lines tell how updates went. */
  private static final Set<String> COMPONENTS =
      Set.of(
          "wuahandler",
          "updatesdeploymentagent",
          "updateshandler",
          "updatesstore",
          "scanagent",
          "updatesdeployment");

  /** Logs of Intune's client, which installs programs and runs scripts. */
  private static final Set<String> OF_PROGRAMS =
      Set.of("intunemanagementextension", "agentexecutor", "appworkload", "win32appinventory");

  /** A line as CMTrace copies it: the text, the component, the time, the thread. */
  private static final Pattern COPIED =
      Pattern.compile(
          "(.{1,4000}?)(?:\\t|\\s{2,}|\\s*\\$\\$<)(\\w{4,40})(?:\\t|\\s{2,}|><)"
              + "(\\d{1,2}[/-]\\d{1,2}[/-]\\d{4} \\d{1,2}:\\d\\d:\\d\\d(?:\\.\\d{1,3}(?:[+-]\\d{1,3})?)?(?: [AP]M)?)"
              + "(?:\\t|\\s{2,}|><thread=)\\d{1,6} \\(0x[0-9a-fA-F]{1,6}\\)>?\\s*");

  /** What the handler says of a search, without the rest of its line. */
  private static final Pattern BARE =
      Pattern.compile(
          "\\s*((?:OnSearchComplete - Failed to end search job\\. Error"
              + "|Scan failed with error) = 0x[0-9a-fA-F]{8})\\.?\\s*");

  private static final Pattern ENFORCED =
      Pattern.compile("\"EnforcementState\":(\\d{4}),\"ErrorCode\":(-?\\d{1,10}|null)");

  private static final String BEGIN = "<![LOG[";
  private static final String END = "]LOG]!>";
  private static final Pattern ATTRIBUTES =
      Pattern.compile(
          "<time=\"(\\d\\d):(\\d\\d):(\\d\\d)(?:\\.\\d{1,7})?([+-]\\d{1,3})?\""
              + " date=\"(\\d{1,2})-(\\d{1,2})-(\\d{4})\" component=\"([^\"]{1,60})\".*");
  private static final Pattern CODE =
      Pattern.compile("(?i)(?:error|result|code)[^0-9a-z]{1,6}(0x[0-9a-f]{8})(?![0-9a-f])");
  private static final int LONGEST = 8000;

  private final EvidenceSink sink;
  private final StringBuilder open = new StringBuilder();
  private long openLine;
  private boolean wsusSeen;

  ConfigManagerReader(EvidenceSink sink) {
    this.sink = sink;
  }

  /** Whether a line is of a log that tells about updates. */
  static boolean isSign(String text) {
    if (text.contains(END)) {
      Matcher m = attributes(text);
      return m.matches() && isKnown(m.group(8));
    }
    Matcher copied = COPIED.matcher(text);
    return text.contains("(0x") && copied.matches() && isKnown(copied.group(2))
        || text.contains("ailed ") && BARE.matcher(text).matches();
  }

  private static boolean isKnown(String component) {
    String name = component.toLowerCase(Locale.ROOT);
    return COMPONENTS.contains(name) || OF_PROGRAMS.contains(name);
  }

  private static Matcher attributes(String text) {
    return ATTRIBUTES.matcher(text.substring(text.lastIndexOf(END) + END.length()));
  }

  /** What is logged may go over several lines. */
  @Override
  public void line(long number, String text) {
    Matcher copied = COPIED.matcher(text);
    if (open.length() == 0 && text.contains("(0x") && copied.matches()) {
      openLine = number;
      entry(copied.group(1).strip(), copied.group(2), PrintedDate.in(copied.group(3), true));
      return;
    }
    Matcher bare = BARE.matcher(text);
    if (open.length() == 0 && text.contains("ailed ") && bare.matches()) {
      openLine = number;
      update(bare.group(1), Optional.empty());
      return;
    }
    int begin = text.indexOf(BEGIN);
    if (begin >= 0) {
      open.setLength(0);
      openLine = number;
    }
    if (open.length() + text.length() > LONGEST) {
      open.setLength(0);
      return;
    }
    open.append(begin >= 0 ? text.substring(begin + BEGIN.length()) : text);
    if (open.indexOf(END) >= 0) {
      entry(open.toString());
      open.setLength(0);
    }
  }

  private void entry(String whole) {
    String message = whole.substring(0, whole.lastIndexOf(END)).strip();
    Matcher m = attributes(whole);
    if (m.matches()) {
      entry(message, m.group(8), time(m));
    }
  }

  private void entry(String message, String component, Optional<LogTime> time) {
    String name = component.toLowerCase(Locale.ROOT);
    if (OF_PROGRAMS.contains(name)) {
      program(message, time);
    } else if (COMPONENTS.contains(name)) {
      update(message, time);
    }
  }

  /** How Intune fared with a program or a script; Windows' own updates are none of those. */
  private void program(String message, Optional<LogTime> time) {
    Matcher state = ENFORCED.matcher(message);
    Optional<HResult> error = Optional.empty();
    Optional<Outcome> outcome = Optional.empty();
    if (state.find()) {
      outcome = IntuneState.outcome(state.group(1));
      error = ErrorText.any(state.group(2));
    } else if (message.contains("lpExitCode is defined as")) {
      outcome = Optional.of(message.contains("as Success") ? Outcome.SUCCEEDED : Outcome.FAILED);
    } else if (message.contains("error = ") && !LeftoverErrors.firstIn(message).isEmpty()) {
      outcome = Optional.of(Outcome.FAILED);
      error = ErrorText.any(LeftoverErrors.firstIn(message));
    }
    Optional<HResult> code = error;
    outcome.ifPresent(
        known ->
            sink.event(
                new LoggedEvent(
                    time, Operation.INSTALL, known, code, Optional.empty(), openLine, false)));
  }

  private void update(String message, Optional<LogTime> time) {
    String lower = message.toLowerCase(Locale.ROOT);
    if (!wsusSeen && lower.contains("wsus update source")) {
      wsusSeen = true;
      sink.clue(new Hint(Hint.WSUS, "", Optional.empty(), time, openLine));
    }
    Operation operation =
        lower.contains("scan") || lower.contains("search")
            ? Operation.SEARCH
            : lower.contains("download")
                ? Operation.DOWNLOAD
                : lower.contains("install") || lower.contains("cistateerror")
                    ? Operation.INSTALL
                    : Operation.OTHER;
    outcome(lower, message)
        .ifPresent(
            outcome ->
                sink.event(
                    new LoggedEvent(
                        time,
                        operation,
                        outcome,
                        code(message),
                        Optional.empty(),
                        openLine,
                        true)));
  }

  private static Optional<Outcome> outcome(String lower, String message) {
    boolean failed =
        lower.contains("failed")
            || lower.contains("cistateerror")
            || lower.contains("encountered some failures")
            || lower.startsWith("job error");
    if (failed && code(message).isPresent()) {
      return Optional.of(Outcome.FAILED);
    }
    boolean done =
        lower.startsWith("successfully completed scan")
            || lower.startsWith("async installation of updates completed successfully")
            || lower.startsWith("installation of updates completed");
    return done ? Optional.of(Outcome.SUCCEEDED) : Optional.empty();
  }

  private static Optional<HResult> code(String message) {
    Matcher m = CODE.matcher(message);
    while (m.find()) {
      Optional<HResult> code = ErrorText.any(m.group(1)).filter(HResult::isFailure);
      if (code.isPresent()) {
        return code;
      }
    }
    return Optional.empty();
  }

  /** The bias is in minutes, and added to the local time it gives UTC. */
  private static Optional<LogTime> time(Matcher m) {
    try {
      LocalDateTime local =
          LocalDateTime.of(
              Integer.parseInt(m.group(7)),
              Integer.parseInt(m.group(5)),
              Integer.parseInt(m.group(6)),
              Integer.parseInt(m.group(1)),
              Integer.parseInt(m.group(2)),
              Integer.parseInt(m.group(3)));
      Optional<ZoneOffset> offset =
          Optional.ofNullable(m.group(4))
              .map(bias -> ZoneOffset.ofTotalSeconds(-60 * Integer.parseInt(bias)));
      return Optional.of(new LogTime(local, offset));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  @Override
  public void end() {
    // An entry without its end was torn.
  }
}
