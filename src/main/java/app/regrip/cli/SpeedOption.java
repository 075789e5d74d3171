package app.regrip.cli;

import app.regrip.text.Message;
import picocli.CommandLine.ITypeConverter;

/** Reads {@code --speed}: a number above zero, or {@code max} for no waiting at all. */
final class SpeedOption implements ITypeConverter<Double> {

  @Override
  public Double convert(String text) {
    if (text.equalsIgnoreCase("max")) {
      return Double.POSITIVE_INFINITY;
    }
    try {
      double times = Double.parseDouble(text);
      if (times > 0 && Double.isFinite(times)) {
        return times;
      }
    } catch (NumberFormatException e) {
      // The same answer as to a number that is none we can use.
    }
    throw new UsageException(Message.of("cli.mistyped.speed"));
  }
}
