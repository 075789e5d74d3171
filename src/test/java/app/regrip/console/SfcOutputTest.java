package app.regrip.console;

import static app.regrip.console.Recording.sfcRun;
import static app.regrip.console.Recording.utf16;
import static app.regrip.console.Recording.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SfcOutputTest {

  private static final String CLEAN =
      "Windows Resource Protection did not find any integrity violations.";
  private static final String ENGLISH = "Verification %d%% complete.";

  private final RecordingListener listener = new RecordingListener();

  private SfcOutcome run(byte[] bytes) {
    SfcOutput output = new SfcOutput(listener);
    output.feed(bytes);
    return output.end();
  }

  @Test
  void followsUtf16CutInTheMiddleOfACharacter() {
    byte[] bytes = utf16(sfcRun(ENGLISH, CLEAN));
    SfcOutput output = new SfcOutput(listener);
    for (int from = 0; from < bytes.length; from += 333) {
      output.feed(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + 333)));
    }
    SfcOutcome outcome = output.end();
    assertThat(outcome.verdict()).isEqualTo(SfcVerdict.CLEAN);
    assertThat(outcome.restartNeeded()).isFalse();
    assertThat(listener.percents).hasSize(101).startsWith(0.0, 1.0).endsWith(100.0);
    assertThat(listener.lines)
        .containsExactly(
            "Beginning system scan.  This process will take some time.",
            "Beginning verification phase of system scan.",
            CLEAN);
    assertThat(outcome.lines()).hasSize(4).contains("Verification 100% complete.");
  }

  @Test
  void readsTextConvertedToEightBits() {
    assertThat(run(utf8(sfcRun(ENGLISH, CLEAN))).verdict()).isEqualTo(SfcVerdict.CLEAN);
  }

  @Test
  void readsUtf16AppendedToAnEightBitLog() {
    byte[] log =
        Recording.joined(
            utf8("A log that began in eight bits, a good while before the check was started.\r\n"),
            utf16(sfcRun(ENGLISH, CLEAN)));
    assertThat(run(log).verdict()).isEqualTo(SfcVerdict.CLEAN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "found corrupt files and successfully repaired them. For online repairs, details are"
            + " included in the CBS log file|REPAIRED",
        "found corrupt files and successfully repaired / them. Details are included in the"
            + " CBS.Log|REPAIRED",
        "found corrupt files but was unable to fix some of them.|PARTLY_REPAIRED",
        "found corrupt files but was unable to fix some / of them. Details are included"
            + "|PARTLY_REPAIRED",
        "found integrity violations.|VIOLATIONS_FOUND",
        "did not find any integrity violations, but the component metadata is corrupt."
            + "|VIOLATIONS_FOUND",
        "could not start the repair service.|COULD_NOT_START_SERVICE",
        "could not perform the requested operation.|COULD_NOT_PERFORM",
      })
  void judgesBothWordings(String sentence, SfcVerdict verdict) {
    assertThat(
            run(utf16(
                    sfcRun(
                        ENGLISH, "Windows Resource Protection " + sentence.replace(" / ", "\r\n"))))
                .verdict())
        .isEqualTo(verdict);
  }

  @Test
  void knowsWhyItDidNotStart() {
    assertThat(
            run(utf16(
                    "\r\nThere is a system repair pending which requires reboot to complete. "
                        + " Restart\r\nWindows and run sfc again.\r\n"))
                .verdict())
        .isEqualTo(SfcVerdict.RESTART_FIRST);
    assertThat(
            run(utf16(
                    "\r\nAnother servicing or repair operation is currently running.\r\nWait for"
                        + " this to finish and run sfc again.\r\n"))
                .verdict())
        .isEqualTo(SfcVerdict.ANOTHER_OPERATION);
    assertThat(
            run(utf16(
                    "\r\nYou must be an administrator running a console session in order to\r\n"
                        + "use the sfc utility.\r\n"))
                .verdict())
        .isEqualTo(SfcVerdict.NOT_ADMINISTRATOR);
  }

  @Test
  void seesThatRepairsWaitForARestart() {
    SfcOutcome outcome =
        run(
            utf16(
                sfcRun(
                    ENGLISH,
                    "Windows Resource Protection found corrupt files but was unable to fix some of"
                        + " them.\r\n\r\nThe system file repair changes will take effect after the"
                        + " next reboot.")));
    assertThat(outcome.verdict()).isEqualTo(SfcVerdict.PARTLY_REPAIRED);
    assertThat(outcome.restartNeeded()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Überprüfung %d %% abgeschlossen.",
        "Vérification terminée à %d\u00A0%%.",
        "验证 %d%% 已完成。",
        "Weryfikowanie ukończone w %d%%.",
        "Doğrulama %%%d tamamlandı."
      })
  void countsInEveryLanguageAndGuessesInNone(String form) {
    SfcOutcome outcome = run(utf16(sfcRun(form, "Ein Ergebnis in einer anderen Sprache.")));
    assertThat(listener.percents).endsWith(100.0).isSorted();
    assertThat(outcome.verdict()).isEqualTo(SfcVerdict.INCOMPLETE);
  }

  @Test
  void judgesTheLanguageItIsGiven() {
    SfcSentences german =
        SfcSentences.ENGLISH.and(
            new SfcSentences(
                Map.of(
                    "keine Integritätsverletzungen gefunden.", SfcVerdict.CLEAN,
                    "keine Integritätsverletzungen gefunden, aber die Metadaten sind beschädigt.",
                        SfcVerdict.VIOLATIONS_FOUND),
                Set.of("nach dem nächsten Neustart wirksam")));
    assertThat(judged(german, "keine Integritäts-\r\nverletzungen gefunden").verdict())
        .isEqualTo(SfcVerdict.INCOMPLETE);
    assertThat(judged(german, "Es wurden keine\r\nIntegritätsverletzungen gefunden.").verdict())
        .isEqualTo(SfcVerdict.CLEAN);
    SfcOutcome outcome =
        judged(
            german,
            "keine Integritätsverletzungen gefunden, aber die\r\nMetadaten sind beschädigt.\r\n"
                + "Die Reparatur wird nach dem nächsten Neustart wirksam.");
    assertThat(outcome.verdict()).isEqualTo(SfcVerdict.VIOLATIONS_FOUND);
    assertThat(outcome.restartNeeded()).isTrue();
    assertThat(judged(german, CLEAN).verdict()).isEqualTo(SfcVerdict.CLEAN);
  }

  private SfcOutcome judged(SfcSentences sentences, String result) {
    SfcOutput output = new SfcOutput(listener, sentences);
    output.feed(utf16(sfcRun("Überprüfung %d %% abgeschlossen.", result)));
    return output.end();
  }

  @Test
  void isIncompleteWithoutAResult() {
    assertThat(run(utf16("\r\nBeginning system scan.\r\n\rVerification 41% comp")).verdict())
        .isEqualTo(SfcVerdict.INCOMPLETE);
    assertThat(run(new byte[0]).verdict()).isEqualTo(SfcVerdict.INCOMPLETE);
  }
}
