package app.regrip.evidence;

import app.regrip.errors.HResult;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Notes the error numbers in a text that people put together themselves: pastes hold more than one
 * thing, and a failure that nobody here understood must not stand under an all-clear.
 */
final class LeftoverErrors implements LogReader {

  private static final int MOST = 50;
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?:0[xX]|(?i:code|error|fehler|erreur)[ :=#]{1,3}|\\()([89cC][0-9a-fA-F]{7})"
              + "(?![0-9a-zA-Z-])");

  /** As PowerShell prints a number of the update agent or of Win32. */
  private static final Pattern DECIMAL = Pattern.compile("(?<![0-9.-])-21[0-9]{8}(?![0-9.])");

  private final LogReader reader;
  private final Map<HResult, Long> lines = new LinkedHashMap<>();

  /**
   * @param reader reads all the same
   */
  LeftoverErrors(LogReader reader) {
    this.reader = reader;
  }

  /** Whether texts of a kind are put together by people; logs hold numbers of everyday. */
  static boolean matterIn(FileKind kind) {
    return switch (kind) {
      case DISM_OUTPUT, SFC_OUTPUT, UPDATE_HISTORY, SERVICE_QUERY -> true;
      default -> false;
    };
  }

  /** The first error number in a text; empty where there is none. */
  static String firstIn(String text) {
    Matcher found = NUMBER.matcher(text);
    return found.find() ? "0x" + found.group(1) : "";
  }

  /** Failures by their numbers, with the line each was first seen in. */
  Map<HResult, Long> numbers() {
    return lines;
  }

  @Override
  public void line(long number, String text) {
    note(number, text);
    reader.line(number, text);
  }

  @Override
  public void continued(long number, String text) {
    reader.continued(number, text);
  }

  @Override
  public void end() {
    reader.end();
  }

  private void note(long number, String text) {
    if (lines.size() >= MOST) {
      return;
    }
    if (ErrorText.mayBeIn(text)) {
      Matcher found = NUMBER.matcher(text);
      while (found.find()) {
        lines.putIfAbsent(new HResult(Integer.parseUnsignedInt(found.group(1), 16)), number);
      }
    }
    if (text.contains("-21")) {
      Matcher decimal = DECIMAL.matcher(text);
      while (decimal.find()) {
        ErrorText.any(decimal.group()).ifPresent(code -> lines.putIfAbsent(code, number));
      }
    }
  }
}
