package app.regrip.report;

import app.regrip.text.Message;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The kinds of things that are taken out of a report; each is replaced by its name and a number.
 */
public enum Secret {
  USER,
  COMPUTER,
  DOMAIN,
  SID,
  SERVER,
  EMAIL,
  ADDRESS,
  SERIAL,
  KEY,
  TOKEN;

  /** What stands in the place of a secret, e.g. {@code USER-1}. */
  static final Pattern PLACEHOLDER =
      Pattern.compile(
          Arrays.stream(values())
              .map(Enum::name)
              .collect(Collectors.joining("|", "(?:", ")-[0-9]+")));

  /** In plural, for a sentence. */
  public Message words() {
    return Message.of("report.secret." + name().toLowerCase(Locale.ROOT));
  }
}
