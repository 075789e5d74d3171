package app.regrip.console;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Understands what DISM writes while it writes it. Feed the bytes of one run in chunks of any size,
 * then {@link #end}.
 *
 * <p>On a pipe each step is {@code CR [== 3.8% ] CR LF}; on a console the result stands behind the
 * last bar. Some commands stop their bar at 20 % and succeed: only the text and the exit code tell
 * how it went. Not for use by several threads.
 */
public final class DismOutput {

  private static final Pattern BAR =
      Pattern.compile("\\[[= ]*+([0-9]{1,3})(?:[.,]([0-9]))?[0-9]? ?%[= ]*+\\]");

  private final ConsoleListener listener;
  private final ConsoleLines lines = new ConsoleLines(this::line);
  private final KeptLines kept = new KeptLines();
  private final Progress progress;

  public DismOutput(ConsoleListener listener) {
    this.listener = listener;
    this.progress = new Progress(listener::progressed);
  }

  public void feed(byte[] chunk) {
    lines.feed(chunk);
    readBars(lines.unfinished());
  }

  /**
   * @param exitCode of the process, all 32 bits
   */
  public DismOutcome end(int exitCode) {
    lines.end();
    return DismJudgement.of(kept, exitCode);
  }

  private void line(String line) {
    String text = readBars(line);
    if (!text.isEmpty()) {
      kept.add(text);
      listener.said(text);
    }
  }

  /** Reports the bars in a line and gives back what else it says. */
  private String readBars(String line) {
    Matcher bar = BAR.matcher(line);
    StringBuilder rest = new StringBuilder();
    while (bar.find()) {
      String tenths = bar.group(2) == null ? "0" : bar.group(2);
      progress.report(Double.parseDouble(bar.group(1) + "." + tenths));
      bar.appendReplacement(rest, " ");
    }
    return bar.appendTail(rest).toString().strip();
  }
}
