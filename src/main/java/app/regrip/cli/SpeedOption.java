package app.regrip.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

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
    throw new TypeConversionException("it takes a number above 0, or max");
  }
}
