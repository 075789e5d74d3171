package app.regrip.console;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The percentage in a progress line of the System File Checker, in any language. */
public final class SfcPercent {

  /** Turkish and Basque write the sign first. */
  private static final Pattern PERCENT =
      Pattern.compile(
          "(?<![0-9.,])([0-9]{1,3})[\\s\u00A0\u202F]?%|%[\\s\u00A0\u202F]?([0-9]{1,3})(?=[^0-9])");

  private SfcPercent() {}

  /** The last percentage in a line, which may be beyond 100. */
  public static OptionalInt last(String line) {
    Matcher percent = PERCENT.matcher(line);
    OptionalInt last = OptionalInt.empty();
    while (percent.find()) {
      String digits = percent.group(1) == null ? percent.group(2) : percent.group(1);
      last = OptionalInt.of(Integer.parseInt(digits));
    }
    return last;
  }
}
