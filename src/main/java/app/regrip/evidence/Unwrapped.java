package app.regrip.evidence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A log that was copied out of a window narrower than its lines: each of them goes on in the next
 * line until one is shorter than the window, or a date begins another.
 */
final class Unwrapped implements LogReader {

  private static final int NARROWEST = 60;
  private static final int WIDEST = 400;
  private static final int FEWEST = 3;
  private static final int LONGEST = 4000;
  private static final Pattern DATE = Pattern.compile("[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}[ \\t].*");

  private final int width;
  private final LogReader reader;
  private final StringBuilder held = new StringBuilder();
  private long heldAt;
  private boolean goesOn;

  private Unwrapped(int width, LogReader reader) {
    this.width = width;
    this.reader = reader;
  }

  /** Whether lines of a log were wrapped is told by those that are no beginning of one. */
  static LogReader takenFrom(List<String> head, LogReader reader) {
    Map<Integer, Integer> lengths = new HashMap<>();
    String before = "";
    int longest = 0;
    for (String line : head) {
      longest = Math.max(longest, line.length());
      if (!before.isEmpty() && !line.isEmpty() && !DATE.matcher(line).matches()) {
        lengths.merge(before.length(), 1, Integer::sum);
      }
      before = line;
    }
    boolean wrapped =
        longest >= NARROWEST && longest <= WIDEST && lengths.getOrDefault(longest, 0) >= FEWEST;
    return wrapped ? new Unwrapped(longest, reader) : reader;
  }

  @Override
  public void line(long number, String text) {
    boolean more = goesOn && held.length() < LONGEST && !DATE.matcher(text).matches();
    if (!more) {
      tell();
      heldAt = number;
    }
    held.append(text);
    goesOn = text.length() == width;
    if (!goesOn) {
      tell();
    }
  }

  private void tell() {
    if (held.length() > 0 || heldAt > 0) {
      reader.line(heldAt, held.toString());
    }
    held.setLength(0);
    heldAt = 0;
    goesOn = false;
  }

  @Override
  public void continued(long number, String text) {
    tell();
    reader.continued(number, text);
  }

  @Override
  public void end() {
    tell();
    reader.end();
  }
}
