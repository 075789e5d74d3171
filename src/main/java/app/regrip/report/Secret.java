package app.regrip.report;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The kinds of things that are taken out of a report; each is replaced by its name and a number.
 */
public enum Secret {
  USER("user names"),
  COMPUTER("computer names"),
  DOMAIN("domains"),
  SID("account numbers (SIDs)"),
  SERVER("servers"),
  EMAIL("e-mail addresses"),
  ADDRESS("network addresses"),
  SERIAL("serial numbers"),
  KEY("product keys"),
  TOKEN("passwords and tokens");

  /** What stands in the place of a secret, e.g. {@code USER-1}. */
  static final Pattern PLACEHOLDER =
      Pattern.compile(
          Arrays.stream(values())
              .map(Enum::name)
              .collect(Collectors.joining("|", "(?:", ")-[0-9]+")));

  private final String words;

  Secret(String words) {
    this.words = words;
  }

  /** In plural, for a sentence. */
  public String words() {
    return words;
  }
}
