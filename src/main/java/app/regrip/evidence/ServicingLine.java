package app.regrip.evidence;

import app.regrip.errors.HResult;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of CBS.log, dism.log or setuperr.log, which share one form: {@code 2023-05-23 10:36:37,
 * Info<blanks>CBS<blanks>message}. A line without that head belongs to the one before.
 *
 * @param level {@code Info}, {@code Warning} or {@code Error}; empty where the line has no head
 */
record ServicingLine(Optional<LogTime> time, String level, String message) {

  private static final int LONGEST_HEAD = 70;
  private static final Phrases BEFORE_CODE = Phrases.of("HRESULT", "hr:", "hr=", "Error");
  private static final Pattern HEAD =
      Pattern.compile(
          "([0-9]{4})-([0-9]{2})-([0-9]{2})[ T]([0-9]{2}):([0-9]{2}):([0-9]{2})(?:[.:][0-9]{1,7})?,"
              + " +(\\w+) +(?:\\[[^\\]]{1,20}\\] *)?(\\w{2,12})\\b *");
  private static final Pattern CODE =
      Pattern.compile(
          "(?:HRESULT *= *|hr[:=] *|Error *[:=] *)(?:0[xX])?([0-9a-fA-F]{8})(?![0-9a-fA-F])");

  /** Where the message begins, found without reading what stands before it. */
  static int message(String text) {
    int length = text.length();
    if (length < 22 || text.charAt(4) != '-' || text.charAt(7) != '-') {
      return blanks(text, 0);
    }
    int comma = text.indexOf(',', 19);
    if (comma < 0 || comma > LONGEST_HEAD) {
      return blanks(text, 0);
    }
    int component = blanks(text, word(text, blanks(text, comma + 1)));
    if (text.startsWith("[0x", component)) {
      component = blanks(text, word(text, component));
    }
    return blanks(text, word(text, component));
  }

  private static int blanks(String text, int from) {
    int at = from;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }

  private static int word(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) != ' ' && text.charAt(at) != '\t') {
      at++;
    }
    return at;
  }

  static ServicingLine read(String text) {
    Matcher head = HEAD.matcher(text);
    head.region(0, Math.min(text.length(), LONGEST_HEAD));
    if (!head.lookingAt()) {
      return new ServicingLine(Optional.empty(), "", text.strip());
    }
    return new ServicingLine(time(head), head.group(7), text.substring(head.end()).strip());
  }

  private static Optional<LogTime> time(Matcher head) {
    try {
      LocalDateTime local =
          LocalDateTime.of(
              number(head, 1),
              number(head, 2),
              number(head, 3),
              number(head, 4),
              number(head, 5),
              number(head, 6));
      return Optional.of(new LogTime(local, Optional.empty()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(Matcher head, int group) {
    return Integer.parseInt(head.group(group));
  }

  boolean isError() {
    return level.equals("Error");
  }

  /** The number in {@code [HRESULT = 0x80070bc9 - …]} or {@code (hr:0x800f081f)}, also S_OK. */
  Optional<HResult> code() {
    if (!BEFORE_CODE.anyIn(message)) {
      return Optional.empty();
    }
    Matcher code = CODE.matcher(message);
    return code.find()
        ? Optional.of(new HResult(Integer.parseUnsignedInt(code.group(1), 16)))
        : Optional.empty();
  }

  /** Whether it tells of a check of the component store, which {@link StoreCheck} follows. */
  boolean isOfStoreCheck() {
    return message.contains("orruption detect")
        || message.contains("Corruption Detect")
        || message.contains("Corruption Repair")
        || message.contains("Detect and repair");
  }

  Optional<HResult> failure() {
    return code().filter(HResult::isFailure);
  }
}
