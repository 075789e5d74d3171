package app.regrip.console;

/**
 * Understands what DISM writes while it writes it. Feed the bytes of one run in chunks of any size,
 * then {@link #end}.
 *
 * <p>On a pipe each step is {@code CR [== 3.8% ] CR LF}; on a console the result stands behind the
 * last bar. Some commands stop their bar at 20 % and succeed: only the text and the exit code tell
 * how it went. Not for use by several threads.
 */
public final class DismOutput {

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
    return DismJudgement.of(kept.asList(), exitCode);
  }

  private void line(String line) {
    String text = readBars(line);
    if (!text.isEmpty()) {
      kept.add(text);
      listener.said(text);
    }
  }

  private String readBars(String line) {
    return DismBar.read(line, progress::report);
  }
}
