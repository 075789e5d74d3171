package app.regrip.console;

import java.util.OptionalInt;

/**
 * Understands what the System File Checker writes. Feed the bytes of one run in chunks of any size,
 * then {@link #end}.
 *
 * <p>On a pipe it writes UTF-16LE without a mark, in blocks of 4 KB, and redraws one progress line
 * after CR. Its exit code is 0 even where damage stays, so it is not asked for. Which sentences it
 * knows is up to the {@link SfcSentences} given; text in an unknown language gives progress and
 * {@link SfcVerdict#INCOMPLETE}, never a guess. Not for use by several threads.
 */
public final class SfcOutput {

  private final ConsoleListener listener;
  private final ConsoleLines lines = new ConsoleLines(this::line);
  private final KeptLines kept = new KeptLines();
  private final Progress progress;
  private final SfcSentences sentences;
  private boolean lastWasProgress;

  /** Knows the sentences in English. */
  public SfcOutput(ConsoleListener listener) {
    this(listener, SfcSentences.ENGLISH);
  }

  public SfcOutput(ConsoleListener listener, SfcSentences sentences) {
    this.sentences = sentences;
    this.listener = listener;
    this.progress = new Progress(listener::progressed);
  }

  public void feed(byte[] chunk) {
    lines.feed(chunk);
    readPercent(lines.unfinished());
  }

  public SfcOutcome end() {
    lines.end();
    return SfcJudgement.of(kept.asList(), sentences);
  }

  private void line(String line) {
    boolean isProgress = readPercent(line);
    if (isProgress && lastWasProgress) {
      kept.replaceLast(line);
    } else {
      kept.add(line);
    }
    if (!isProgress) {
      listener.said(line);
    }
    lastWasProgress = isProgress;
  }

  private boolean readPercent(String line) {
    OptionalInt percent = SfcPercent.last(line);
    percent.ifPresent(progress::report);
    return percent.isPresent();
  }
}
