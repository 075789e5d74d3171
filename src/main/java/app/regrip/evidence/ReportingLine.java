package app.regrip.evidence;

import app.regrip.errors.HResult;
import app.regrip.evidence.LoggedEvent.Outcome;
import app.regrip.update.UpdateService;
import app.regrip.update.UpdateTitle;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One report of the update agent: fields between tabs, 13 of them or 12 on older builds. The time
 * is local with an offset, the error hexadecimal without 0x.
 */
final class ReportingLine {

  /** Up to the id; what else the line must have is checked field by field. */
  private static final Pattern START =
      Pattern.compile(
          "\\{[0-9A-Fa-f-]{36}}\\t(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d):(\\d{3})"
              + "([+-]\\d{4})\\t\\d+\\t(\\d{1,5})(?: \\[[^\\t]*])?\\t");

  private static final Pattern BLANKS = Pattern.compile(" {2,}");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private static final Pattern TITLE =
      Pattern.compile("following update(?: with error 0x[0-9a-fA-F]+)?: (.+)");
  private static final int FEWEST_FIELDS = 11;

  private ReportingLine() {}

  static boolean begins(String text) {
    return START.matcher(withTabs(text)).lookingAt();
  }

  /** Pages on the web show a tab as blanks; in a report itself there are no two in a row. */
  static String withTabs(String text) {
    boolean lost = text.startsWith("{") && text.indexOf('\t') < 0 && text.indexOf("  ") > 0;
    return lost ? BLANKS.matcher(text).replaceAll("\t") : text;
  }

  /** Empty where the text is no report, or is torn. */
  static Optional<LoggedEvent> read(long number, String text) {
    Matcher start = START.matcher(text);
    String[] field = text.split("\t", -1);
    if (!start.lookingAt() || field.length < FEWEST_FIELDS) {
      return Optional.empty();
    }
    ReportingId id = ReportingId.of(Integer.parseInt(start.group(4)), field[10].strip());
    Optional<HResult> error = ErrorText.bareHex(field[7]);
    boolean failure = field[9].strip().equals("Failure");
    Optional<String> title = Optional.empty();
    if (field.length > 11) {
      Matcher named = TITLE.matcher(field[11]);
      title = named.find() ? Optional.of(named.group(1).strip()) : Optional.empty();
    }
    boolean store =
        UpdateService.ofGuid(field[5]) == UpdateService.MICROSOFT_STORE
            || title.map(UpdateTitle::isStoreApp).orElse(false);
    return Optional.of(
        new LoggedEvent(
            time(start),
            id.operation(),
            failure ? Outcome.FAILED : id.outcome(),
            error,
            title,
            number,
            !store));
  }

  static boolean isOfWsus(String text) {
    String[] field = text.split("\t", 7);
    return field.length == 7 && UpdateService.ofGuid(field[5]) == UpdateService.WSUS;
  }

  private static Optional<LogTime> time(Matcher start) {
    try {
      LocalDateTime second = LocalDateTime.parse(start.group(1), TIME);
      return Optional.of(
          new LogTime(
              second.plusNanos(Long.parseLong(start.group(2)) * 1_000_000),
              Optional.of(ZoneOffset.of(start.group(3)))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
