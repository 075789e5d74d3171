package app.regrip.console;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Understands what the System File Checker writes. Feed the bytes of one run in chunks of any size,
 * then {@link #end}.
 *
 * <p>On a pipe it writes UTF-16LE without a mark, in blocks of 4 KB, and redraws one progress line
 * after CR. Its exit code is 0 even where damage stays, so it is not asked for. Sentences are known
 * in English; text in another language gives progress and {@link SfcVerdict#INCOMPLETE}, never a
 * guess. Not for use by several threads.
 */
public final class SfcOutput {

  /** Turkish and Basque write the sign first. */
  private static final Pattern PERCENT =
      Pattern.compile(
          "(?<![0-9.,])([0-9]{1,3})[\\s\u00A0\u202F]?%|%[\\s\u00A0\u202F]?([0-9]{1,3})(?=[^0-9])");

  /** The messages of sfc.exe from 0x40001003 on, both wordings, without their blanks. */
  private static final Map<String, SfcVerdict> SENTENCES =
      Map.ofEntries(
          Map.entry("didnotfindanyintegrityviolations", SfcVerdict.CLEAN),
          Map.entry("foundcorruptfilesandsuccessfullyrepaired", SfcVerdict.REPAIRED),
          Map.entry("unabletofixsomeofthem", SfcVerdict.PARTLY_REPAIRED),
          Map.entry("foundintegrityviolations", SfcVerdict.VIOLATIONS_FOUND),
          Map.entry("systemrepairpendingwhichrequiresreboot", SfcVerdict.RESTART_FIRST),
          Map.entry("couldnotstarttherepairservice", SfcVerdict.COULD_NOT_START_SERVICE),
          Map.entry("couldnotperformtherequestedoperation", SfcVerdict.COULD_NOT_PERFORM),
          Map.entry("anotherservicingorrepairoperation", SfcVerdict.ANOTHER_OPERATION),
          Map.entry("mustbeanadministrator", SfcVerdict.NOT_ADMINISTRATOR));

  private static final String AFTER_REBOOT = "takeeffectafterthenextreboot";

  private final ConsoleListener listener;
  private final ConsoleLines lines = new ConsoleLines(this::line);
  private final KeptLines kept = new KeptLines();
  private final Progress progress;
  private boolean lastWasProgress;

  public SfcOutput(ConsoleListener listener) {
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
    SfcVerdict verdict = verdict(text);
    boolean restart = verdict == SfcVerdict.RESTART_FIRST || text.contains(AFTER_REBOOT);
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

  /** The last known sentence counts, where a text holds several runs. */
  private static SfcVerdict verdict(String text) {
    SfcVerdict last = SfcVerdict.INCOMPLETE;
    int position = -1;
    for (Map.Entry<String, SfcVerdict> sentence : SENTENCES.entrySet()) {
      int at = text.lastIndexOf(sentence.getKey());
      if (at > position) {
        position = at;
        last = sentence.getValue();
      }
    }
    boolean damagedMetadata = text.contains("metadata") && text.contains("corrupt");
    return last == SfcVerdict.CLEAN && damagedMetadata ? SfcVerdict.VIOLATIONS_FOUND : last;
  }
}
