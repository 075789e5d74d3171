package app.regrip.console;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  /** Turkish and Basque write the sign first. */
  private static final Pattern PERCENT =
      Pattern.compile(
          "(?<![0-9.,])([0-9]{1,3})[\\s\u00A0\u202F]?%|%[\\s\u00A0\u202F]?([0-9]{1,3})(?=[^0-9])");

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
    String text = kept.squeezed();
    SfcVerdict verdict = sentences.verdict(text);
    boolean restart = verdict == SfcVerdict.RESTART_FIRST || sentences.waitsForRestart(text);
    return new SfcOutcome(verdict, restart, kept.asList());
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
    Matcher percent = PERCENT.matcher(line);
    boolean found = false;
    while (percent.find()) {
      String digits = percent.group(1) == null ? percent.group(2) : percent.group(1);
      progress.report(Integer.parseInt(digits));
      found = true;
    }
    return found;
  }
}
