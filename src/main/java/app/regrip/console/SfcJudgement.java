package app.regrip.console;

import java.util.List;

/**
 * Decides what a run of the System File Checker came to, by its sentences alone: its exit code is 0
 * even where damage stays.
 */
public final class SfcJudgement {

  private SfcJudgement() {}

  /**
   * By the sentences in English.
   *
   * @param lines what it wrote, wrapped anywhere
   */
  public static SfcOutcome of(List<String> lines) {
    return of(lines, SfcSentences.ENGLISH);
  }

  public static SfcOutcome of(List<String> lines, SfcSentences sentences) {
    String text = KeptLines.squeeze(String.join("", lines));
    SfcVerdict verdict = sentences.verdict(text);
    boolean restart = verdict == SfcVerdict.RESTART_FIRST || sentences.waitsForRestart(text);
    return new SfcOutcome(verdict, restart, lines);
  }
}
