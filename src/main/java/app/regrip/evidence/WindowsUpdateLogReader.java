package app.regrip.evidence;

import app.regrip.errors.HResult;
import app.regrip.evidence.LoggedEvent.Outcome;
import app.regrip.update.UpdateEvent.Operation;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads WindowsUpdate.log, the classic one and the one {@code Get-WindowsUpdateLog} decodes: an
 * event for each line with an error number. Most lines tell of an inner step and not of an update;
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
  private static final Pattern REPORT = Pattern.compile("REPORT EVENT: (.*)");
  private static final Pattern REPORT_TIME =
      Pattern.compile("\\t(\\d{4}-\\d\\d-\\d\\d)[ \\t](\\d\\d:\\d\\d:\\d\\d:\\d{3}[+-]\\d{4})\\t");
  private static final String WSUS = "WSUS server: http";

  private final EvidenceSink sink;
  private boolean wsusSeen;

  WindowsUpdateLogReader(EvidenceSink sink) {
    this.sink = sink;
  }

  @Override
  public void line(long number, String text) {
    Matcher start = START.matcher(text);
    if (!start.lookingAt()) {
      return;
    }
    Optional<LogTime> time = time(start);
    String message = text.substring(start.end());
    event(number, time, message).ifPresent(sink::event);
    if (!wsusSeen && message.contains(WSUS)) {
      wsusSeen = true;
      sink.clue(new Clue(Clue.WSUS, "", Optional.empty(), time, number));
    }
  }

  private static Optional<LoggedEvent> event(long number, Optional<LogTime> time, String message) {
    Matcher report = REPORT.matcher(message);
    if (report.find()) {
      String line = REPORT_TIME.matcher(report.group(1)).replaceFirst("\t$1 $2\t");
      return ReportingLine.read(number, line);
    }
    Matcher end = END.matcher(message);
    if (end.find()) {
      Optional<HResult> error = ErrorText.bareHex(end.group(2));
      boolean failed = error.map(HResult::isFailure).orElse(false);
      return Optional.of(
          new LoggedEvent(
              time,
              operation(end.group(1)),
              failed ? Outcome.FAILED : Outcome.SUCCEEDED,
              error,
              Optional.empty(),
              number,
              true));
    }
    Matcher code = CODE.matcher(message);
    if (!code.find()) {
      return Optional.empty();
    }
    String words = message.toLowerCase(Locale.ROOT);
    boolean failed = words.contains("fail") || words.contains("fatal") || words.contains("error");
    return Optional.of(
        new LoggedEvent(
            time,
            words.contains("search callback failed") ? Operation.SEARCH : Operation.OTHER,
            failed ? Outcome.FAILED : Outcome.OTHER,
            ErrorText.bareHex(code.group(1)),
            Optional.empty(),
            number,
            true));
  }

  private static Operation operation(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "finding" -> Operation.SEARCH;
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
