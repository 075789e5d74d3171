package app.regrip.console;

import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** DISM's progress bar: 58 cells with the percentage laid over the middle. May be cut off. */
public final class DismBar {

  private static final Pattern BAR =
      Pattern.compile("\\[[= ]*+([0-9]{1,3})(?:[.,]([0-9]))?[0-9]? ?%[= ]*+(?:\\]|$)");

  private DismBar() {}

  /** Hands out the percentages in a line and gives back what else it says. */
  static String read(String line, DoubleConsumer onPercent) {
    Matcher bar = BAR.matcher(line);
    StringBuilder rest = new StringBuilder();
    while (bar.find()) {
      String tenths = bar.group(2) == null ? "0" : bar.group(2);
      onPercent.accept(Double.parseDouble(bar.group(1) + "." + tenths));
      bar.appendReplacement(rest, " ");
    }
    return bar.appendTail(rest).toString().strip();
  }

  /** The last percentage in a line, 0 to 100. */
  public static OptionalDouble lastPercent(String line) {
    double[] last = {-1};
    read(line, percent -> last[0] = percent <= 100 ? percent : last[0]);
    return last[0] < 0 ? OptionalDouble.empty() : OptionalDouble.of(last[0]);
  }

  /** What a line says besides its bars. */
  public static String textBeside(String line) {
    return read(line, percent -> {});
  }
}
