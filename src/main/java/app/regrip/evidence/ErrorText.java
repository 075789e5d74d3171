package app.regrip.evidence;

import app.regrip.errors.HResult;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the error number of a field that holds nothing else. */
final class ErrorText {

  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,10}");
  private static final Pattern HEX = Pattern.compile("0[xX]([0-9a-fA-F]{1,8})");
  private static final Pattern BARE_HEX = Pattern.compile("[0-9a-fA-F]{1,8}");

  private ErrorText() {}

  /** Whether it is worth looking for the number of a failure in hexadecimal digits. */
  static boolean mayBeIn(String text) {
    int digits = 0;
    for (int i = text.length() - 1; i >= 0; i--) {
      char c = text.charAt(i);
      digits = HexFormat.isHexDigit(c) ? digits + 1 : 0;
      if (digits >= 8 && (c == '8' || c == '9' || c == 'c' || c == 'C')) {
        return true;
      }
    }
    return false;
  }

  /** {@code 0x80070006}, {@code -2147024890}, {@code 2147942406} or {@code %%2147942406}. */
  static Optional<HResult> any(String text) {
    String number = text.strip();
    Matcher hex = HEX.matcher(number);
    if (hex.matches()) {
      return nonZero(Integer.parseUnsignedInt(hex.group(1), 16));
    }
    boolean insert = number.startsWith("%%");
    String decimal = insert ? number.substring(2) : number;
    if (!DECIMAL.matcher(decimal).matches()) {
      return Optional.empty();
    }
    long value = Long.parseLong(decimal);
    if (value < Integer.MIN_VALUE || value > 0xFFFFFFFFL) {
      return Optional.empty();
    }
    return insert && value > 0 && value <= 0xFFFF
        ? Optional.of(HResult.ofWin32((int) value))
        : nonZero((int) value);
  }

  /** Hexadecimal digits without 0x, as logs of the update agent have them. */
  static Optional<HResult> bareHex(String text) {
    String digits = text.strip();
    return BARE_HEX.matcher(digits).matches()
        ? nonZero(Integer.parseUnsignedInt(digits, 16))
        : Optional.empty();
  }

  private static Optional<HResult> nonZero(int value) {
    return value == 0 ? Optional.empty() : Optional.of(new HResult(value));
  }
}
