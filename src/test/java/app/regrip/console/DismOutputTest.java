package app.regrip.console;

import static app.regrip.console.Recording.bar;
import static app.regrip.console.Recording.dismHeader;
import static app.regrip.console.Recording.utf16;
import static app.regrip.console.Recording.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.HResult;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DismOutputTest {

  private static final String RAN = "The operation completed successfully.\r\n";

  private final RecordingListener listener = new RecordingListener();

  private DismOutcome run(String text, int exitCode) {
    return run(utf8(text), exitCode);
  }

  private DismOutcome run(byte[] bytes, int exitCode) {
    DismOutput output = new DismOutput(listener);
    output.feed(bytes);
    return output.end(exitCode);
  }

  @Test
  void followsTheBarOfAPipe() {
    DismOutcome outcome =
        run(
            dismHeader()
                + bar(3.8)
                + bar(54.9)
                + bar(54.9)
                + bar(62.3)
                + bar(100)
                + "The component store is repairable.\r\n"
                + RAN,
            0);
    assertThat(listener.percents).containsExactly(3.8, 54.9, 62.3, 100.0);
    assertThat(listener.lines)
        .containsExactly(
            "Deployment Image Servicing and Management tool",
            "Version: 10.0.26100.1150",
            "Image Version: 10.0.26100.4061",
            "The component store is repairable.",
            "The operation completed successfully.");
    assertThat(outcome.verdict()).isEqualTo(DismVerdict.REPAIRABLE);
    assertThat(outcome.error()).isEmpty();
    assertThat(outcome.lines()).isEqualTo(listener.lines);
  }

  @Test
  void tellsProgressBeforeTheLineEnds() {
    DismOutput output = new DismOutput(listener);
    output.feed(utf8(dismHeader() + bar(10)));
    output.feed(utf8(bar(20).stripTrailing()));
    assertThat(listener.percents).containsExactly(10.0, 20.0);
  }

  @Test
  void readsTheResultBehindTheBarOfAConsole() {
    String line = bar(100).strip() + " The restore operation completed successfully.\n";
    assertThat(run(line + RAN, 0).verdict()).isEqualTo(DismVerdict.REPAIRED);
    assertThat(listener.percents).containsExactly(100.0);
    assertThat(listener.lines).first().isEqualTo("The restore operation completed successfully.");
  }

  @Test
  void takesADecimalCommaAndBlankLinesBetweenBars() {
    run(bar(10).replace('.', ',') + "\n\n" + bar(23.7).replace('.', ','), 0);
    assertThat(listener.percents).containsExactly(10.0, 23.7);
  }

  @ParameterizedTest
  @CsvSource({
    "No component store corruption detected., HEALTHY",
    "The component store is repairable., REPAIRABLE",
    "The component store cannot be repaired., NOT_REPAIRABLE",
    "The restore operation completed successfully., REPAIRED",
  })
  void judgesByMeaning(String sentence, DismVerdict verdict) {
    assertThat(run(dismHeader() + sentence + "\r\n" + RAN, 0).verdict()).isEqualTo(verdict);
  }

  @Test
  void findsASentenceWrappedWithinAWord() {
    assertThat(run("The component store is repa\r\nirable.\r\n" + RAN, 0).verdict())
        .isEqualTo(DismVerdict.REPAIRABLE);
    assertThat(run("No component store\r\ncorruption detected.\r\n" + RAN, 0).verdict())
        .isEqualTo(DismVerdict.HEALTHY);
  }

  @Test
  void takesTheGenericSentenceForNoMoreThanItSays() {
    assertThat(run(bar(20) + RAN, 0).verdict()).isEqualTo(DismVerdict.SUCCEEDED);
  }

  @Test
  void exitCodeZeroAloneIsNoEvidence() {
    assertThat(run(dismHeader() + bar(62.3), 0).verdict()).isEqualTo(DismVerdict.INCOMPLETE);
    assertThat(run("", 0).verdict()).isEqualTo(DismVerdict.INCOMPLETE);
    assertThat(run("La operación se completó correctamente.\r\n", 0).verdict())
        .isEqualTo(DismVerdict.INCOMPLETE);
  }

  @Test
  void readsAnHresultAndKeepsItBeforeTheExitCode() {
    DismOutcome outcome =
        run(
            bar(100)
                + "\r\nError: 0x800f081f\r\n\r\nThe source files could not be found.\r\n"
                + "Use the \"Source\" option to specify the location of the files.\r\n",
            -2146498529);
    assertThat(outcome.verdict()).isEqualTo(DismVerdict.FAILED);
    assertThat(outcome.error()).contains(new HResult(0x800F081F));
    assertThat(run("Error: 0x800f0830\r\n\r\nError: 127\r\n", 127).error())
        .contains(new HResult(0x800F0830));
  }

  @Test
  void knowsTheErrorBySentenceWhereItsLineGotLost() {
    assertThat(run("The source files could not be downloaded.\r\n", 0).error())
        .contains(new HResult(0x800F0906));
  }

  @ParameterizedTest
  @CsvSource({
    "Error: 87, 0x80070057",
    "Fehler: 740, 0x800702E4",
    "Erreur : 87, 0x80070057",
    "Ошибка: 1392, 0x80070570",
    "错误: 112, 0x80070070",
    "エラー: 0x800f0922, 0x800F0922",
    "Fehler: 0x800f0906, 0x800F0906",
    "0x800F0805, 0x800F0805"
  })
  void readsTheErrorLineOfManyLanguages(String line, String code) {
    DismOutcome outcome = run("\r\n" + line + "\r\n", 0);
    assertThat(outcome.verdict()).isEqualTo(DismVerdict.FAILED);
    assertThat(outcome.error()).hasValueSatisfying(e -> assertThat(e).hasToString(code));
  }

  @Test
  void doesNotTakeACountForAnError() {
    DismOutcome outcome =
        run("Number of Reclaimable Packages : 2\r\nWinSxS: 7\r\nFlags: 0x00000001\r\n" + RAN, 0);
    assertThat(outcome.error()).isEmpty();
    assertThat(outcome.verdict()).isEqualTo(DismVerdict.SUCCEEDED);
  }

  @Test
  void readsTheConsoleCodePage() {
    String german =
        "\r\nFehler: 740\r\n\r\nZum Ausführen von DISM sind erhöhte Rechte erforderlich. \r\n";
    DismOutcome outcome = run(german.getBytes(Charset.forName("IBM850")), 740);
    assertThat(outcome.lines())
        .containsExactly("Fehler: 740", "Zum Ausführen von DISM sind erhöhte Rechte erforderlich.");
    assertThat(outcome.error()).contains(new HResult(0x800702E4));
  }

  @Test
  void restartIsNeededByNumberAndByText() {
    DismOutcome refused =
        run(
            bar(60.2)
                + "Error: 3017\r\n\r\nThe requested operation failed. A system reboot is required"
                + " to roll back changes made.\r\n",
            3017);
    assertThat(refused.verdict()).isEqualTo(DismVerdict.RESTART_NEEDED);
    assertThat(refused.restartNeeded()).isTrue();
    assertThat(refused.error()).contains(new HResult(0x80070BC9));

    DismOutcome done = run(bar(100) + RAN, 3010);
    assertThat(done.verdict()).isEqualTo(DismVerdict.RESTART_NEEDED);
    assertThat(done.restartNeeded()).isTrue();
    assertThat(done.error()).isEmpty();

    DismOutcome repaired = run("The restore operation completed successfully.\r\n" + RAN, 3010);
    assertThat(repaired.verdict()).isEqualTo(DismVerdict.REPAIRED);
    assertThat(repaired.restartNeeded()).isTrue();

    assertThat(run("Restart Windows to complete this operation.\r\n", 0).restartNeeded()).isTrue();
  }

  @Test
  void theFailureWinsWhereTextAndExitCodeDisagree() {
    DismOutcome outcome = run("The restore operation completed successfully.\r\n" + RAN, 1726);
    assertThat(outcome.verdict()).isEqualTo(DismVerdict.FAILED);
    assertThat(outcome.error()).contains(HResult.ofWin32(1726));
    assertThat(run("Error: 0x800f0922\r\n" + RAN, 0).verdict()).isEqualTo(DismVerdict.FAILED);
    assertThat(run("", -1073741510).error()).contains(new HResult(0xC000013A));
  }

  @Test
  void doesNotTakeAGuessForAVerdict() {
    DismOutcome outcome =
        run(
            "The restore operation failed. Either the repair source was not found or the component"
                + " store cannot be repaired.\r\nError: 0x800f081f\r\n",
            -2146498529);
    assertThat(outcome.verdict()).isEqualTo(DismVerdict.FAILED);
  }

  @Test
  void readsAFileWrittenByPowerShell() {
    DismOutcome outcome =
        run(
            utf16(
                '\uFEFF' + dismHeader() + bar(100) + "No component store corruption detected.\r\n"),
            0);
    assertThat(outcome.verdict()).isEqualTo(DismVerdict.HEALTHY);
    assertThat(outcome.lines()).first().isEqualTo("Deployment Image Servicing and Management tool");
  }

  @Test
  void keepsTheNewestLinesOnly() {
    DismOutcome outcome =
        run("an endless line\r\n".repeat(5000) + "The component store is repairable.\r\n", 0);
    assertThat(outcome.lines()).hasSize(KeptLines.MOST);
    assertThat(outcome.verdict()).isEqualTo(DismVerdict.REPAIRABLE);
    assertThat(listener.lines).hasSize(5001);
  }

  @Test
  void survivesALineWithoutEnd() {
    DismOutcome outcome = run("[".repeat(100_000) + "=".repeat(100_000), 0);
    assertThat(outcome.lines())
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).hasSizeLessThan(5000));
  }
}
