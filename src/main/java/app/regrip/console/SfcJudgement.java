package app.regrip.console;

import java.util.List;
import java.util.Map;

/**
 * Decides what a run of the System File Checker came to, by its sentences alone: its exit code is 0
 * even where damage stays.
 */
public final class SfcJudgement {

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

  private SfcJudgement() {}

  /**
   * @param lines what it wrote, wrapped anywhere
   */
  public static SfcOutcome of(List<String> lines) {
    String text = KeptLines.squeeze(String.join("", lines));
    SfcVerdict verdict = verdict(text);
    boolean restart = verdict == SfcVerdict.RESTART_FIRST || text.contains(AFTER_REBOOT);
    return new SfcOutcome(verdict, restart, lines);
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
