package app.regrip.console;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The sentences by which the System File Checker says how it went: those in English, and those of
 * this PC's language where they could be read from {@code sfc.exe} itself.
 */
public final class SfcSentences {

  /**
   * The messages of sfc.exe from 0x40001002 on, both wordings. The good one counts only with its
   * full stop: 0x40001015 begins in the same words and goes on "but the component metadata is
   * corrupt".
   */
  public static final SfcSentences ENGLISH =
      new SfcSentences(
          Map.ofEntries(
              Map.entry("did not find any integrity violations.", SfcVerdict.CLEAN),
              Map.entry("found corrupt files and successfully repaired", SfcVerdict.REPAIRED),
              Map.entry("unable to fix some of them", SfcVerdict.PARTLY_REPAIRED),
              Map.entry("found integrity violations", SfcVerdict.VIOLATIONS_FOUND),
              Map.entry(
                  "did not find any integrity violations, but the component metadata is corrupt",
                  SfcVerdict.VIOLATIONS_FOUND),
              Map.entry("system repair pending which requires reboot", SfcVerdict.RESTART_FIRST),
              Map.entry("could not start the repair service", SfcVerdict.COULD_NOT_START_SERVICE),
              Map.entry("could not perform the requested operation", SfcVerdict.COULD_NOT_PERFORM),
              Map.entry("another servicing or repair operation", SfcVerdict.ANOTHER_OPERATION),
              Map.entry("must be an administrator", SfcVerdict.NOT_ADMINISTRATOR)),
          Set.of("take effect after the next reboot"));

  private final Map<String, SfcVerdict> verdicts;
  private final Set<String> afterRestart;

  /**
   * @param verdicts what a sentence, or a part of one, means
   * @param afterRestart sentences that say a restart completes the repair
   */
  public SfcSentences(Map<String, SfcVerdict> verdicts, Set<String> afterRestart) {
    this.verdicts = new LinkedHashMap<>();
    verdicts.forEach((sentence, verdict) -> this.verdicts.put(squeezed(sentence), verdict));
    this.afterRestart =
        afterRestart.stream().map(SfcSentences::squeezed).collect(Collectors.toSet());
  }

  /** These and those. */
  public SfcSentences and(SfcSentences others) {
    Map<String, SfcVerdict> all = new LinkedHashMap<>(verdicts);
    all.putAll(others.verdicts);
    Set<String> restart = new LinkedHashSet<>(afterRestart);
    restart.addAll(others.afterRestart);
    return new SfcSentences(all, restart);
  }

  /** The last known sentence counts, where a text holds several runs; of two, the longer one. */
  SfcVerdict verdict(String squeezed) {
    SfcVerdict last = SfcVerdict.INCOMPLETE;
    int position = -1;
    int length = 0;
    for (Map.Entry<String, SfcVerdict> sentence : verdicts.entrySet()) {
      int at = squeezed.lastIndexOf(sentence.getKey());
      boolean longer = at == position && sentence.getKey().length() > length;
      if (at >= 0 && (at > position || longer)) {
        position = at;
        length = sentence.getKey().length();
        last = sentence.getValue();
      }
    }
    return last;
  }

  boolean waitsForRestart(String squeezed) {
    return afterRestart.stream().anyMatch(squeezed::contains);
  }

  private static String squeezed(String sentence) {
    String squeezed = KeptLines.squeeze(sentence);
    if (squeezed.isEmpty()) {
      throw new IllegalArgumentException("an empty sentence means nothing");
    }
    return squeezed;
  }
}
