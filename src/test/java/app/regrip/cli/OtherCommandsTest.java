package app.regrip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.HResult;
import app.regrip.pc.UpdateAgent.UpdateHistoryEntry;
import app.regrip.pc.UpdateFolders.Size;
import app.regrip.repair.Finding;
import app.regrip.repair.Finding.Severity;
import app.regrip.repair.Fix;
import app.regrip.repair.KeptCopies;
import app.regrip.repair.RecoveryChoice;
import app.regrip.repair.Verdict;
import app.regrip.session.Case;
import app.regrip.session.InterruptedRepair;
import app.regrip.text.Message;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code explain}, {@code diagnose}, {@code history} and {@code recover}. */
@Timeout(60)
class OtherCommandsTest {

  private final Bench bench = new Bench();

  static List<Case> oneCase() {
    return List.of(
        new Case(
            HResult.INVALID_HANDLE,
            Case.State.WATCHED,
            List.of(
                new Case.Entry.Failed(
                    FakeSession.NOW, HResult.INVALID_HANDLE, "INSTALL", "KB5000001"),
                new Case.Entry.Failed(
                    FakeSession.NOW.plusSeconds(60),
                    HResult.INVALID_HANDLE,
                    "INSTALL",
                    "KB5000001"),
                new Case.Entry.Tried(
                    FakeSession.NOW, "run-1", Fix.RESET, Repairs.verdict(Verdict.Kind.PROVEN)),
                new Case.Entry.CameBack(FakeSession.NOW, HResult.INVALID_HANDLE, 2),
                new Case.Entry.Closed(FakeSession.NOW, Message.asIs("seven quiet days")))));
  }

  @Nested
  class Explain {

    @ParameterizedTest
    @CsvSource({"0x80070006", "-2147024890", "E_HANDLE"})
    void anySpelling(String spelling) {
      assertThat(bench.run("explain", spelling)).isEqualTo(0);
      assertThat(bench.out())
          .contains("0x80070006", "E_HANDLE", "The handle is invalid", "regrip fix all");
    }

    @Test
    void aNumberNobodyKnowsIsTakenApart() {
      assertThat(bench.run("explain", "0x80071006")).isEqualTo(3);
      assertThat(bench.out())
          .contains("0x80071006", "4102 (0x1006)", "Known numbers that look like it", "0x80070006");
    }

    @Test
    void everyWayToWriteIt() {
      assertThat(bench.run("explain", "E_HANDLE")).isEqualTo(0);
      assertThat(bench.out())
          .contains("ERROR_INVALID_HANDLE")
          .contains("E_HANDLE, -2147024890, 2147942406");
    }

    @Test
    void inFullForPrograms() {
      assertThat(bench.run("explain", "E_HANDLE", "--json")).isEqualTo(0);
      JsonObject line = bench.json().get(0);
      JsonObject code = line.getAsJsonObject("code");
      assertThat(code.get("signed").getAsLong()).isEqualTo(-2147024890L);
      assertThat(code.get("unsigned").getAsLong()).isEqualTo(2147942406L);
      assertThat(code.getAsJsonArray("aliases").get(0).getAsString()).isEqualTo("E_HANDLE");
      JsonObject numbers = line.getAsJsonObject("numbers");
      assertThat(numbers.get("severity").getAsString()).isEqualTo("failure");
      assertThat(numbers.get("facility").getAsInt()).isEqualTo(7);
      assertThat(numbers.get("number").getAsInt()).isEqualTo(6);
      assertThat(numbers.get("win32").getAsInt()).isEqualTo(6);
    }

    @Test
    void bothMeaningsOfAnAmbiguousOne() {
      assertThat(bench.run("explain", "either 0x80070006 or 0x80070306")).isEqualTo(0);
      assertThat(bench.out()).contains("0x80070006  ERROR_INVALID_HANDLE", "0x80070306");
    }

    @Test
    void noNumberAtAll() {
      assertThat(bench.run("explain", "what", "now")).isEqualTo(2);
      assertThat(bench.err()).contains("not an error number", "0x80070006");
      assertThat(bench.out()).isEmpty();
    }

    @Test
    void aMistypedOptionIsNoNumber() {
      assertThat(bench.run("explain", "--jsno", "0x80070006")).isEqualTo(2);
      assertThat(bench.err()).contains("--jsno");
    }

    @ParameterizedTest
    @CsvSource({
      "0x80070006, explained, 0",
      "0x8007AAAA, unknown, 3",
      "either 0x80070006 or 0x80070306, ambiguous, 0",
      "nothing, not-a-code, 2"
    })
    void inJson(String text, String answer, int exitCode) {
      assertThat(bench.run("explain", text, "--json")).isEqualTo(exitCode);

      JsonObject line = bench.json().get(0);
      assertThat(line.get("type").getAsString()).isEqualTo("explanation");
      assertThat(line.get("answer").getAsString()).isEqualTo(answer);
      assertThat(line.get("exitCode").getAsInt()).isEqualTo(exitCode);
    }
  }

  @Nested
  class Diagnose {

    @ParameterizedTest
    @CsvSource({
      "'', 0",
      "INFO WARNING, 0",
      "UNKNOWN, 3",
      "UNKNOWN CAUSE, 1",
      "CAUSE, 1",
    })
    void theGravestFindingIsTheExitCode(String severities, int exitCode) {
      bench.session.findings = findings(severities);

      assertThat(bench.run("diagnose")).isEqualTo(exitCode);
      bench.session.findings.forEach(f -> assertThat(bench.out()).contains(f.text().english()));
    }

    @Test
    void notReadIsNotCalledFine() {
      bench.session.findings = findings("UNKNOWN");

      bench.run("diagnose");

      assertThat(bench.out()).contains("not everything could be read");
    }

    @Test
    void inJson() {
      bench.session.findings = findings("CAUSE BLOCKS_REPAIR");

      assertThat(bench.run("diagnose", "--json")).isEqualTo(1);

      JsonObject line = bench.json().get(0);
      assertThat(line.get("type").getAsString()).isEqualTo("diagnosis");
      assertThat(line.getAsJsonArray("findings"))
          .extracting(f -> f.getAsJsonObject().get("severity").getAsString())
          .containsExactly("cause", "blocks-repair");
    }

    private static List<Finding> findings(String severities) {
      return Arrays.stream(severities.split(" "))
          .filter(name -> !name.isEmpty())
          .map(Severity::valueOf)
          .map(
              s ->
                  new Finding(
                      "id",
                      s,
                      Message.asIs("Text of " + s + "."),
                      Message.asIs("evidence"),
                      Optional.of(Fix.BITS)))
          .toList();
    }
  }

  @Nested
  class History {

    @Test
    void tellsEachCaseAsALineOfTime() {
      bench.session.cases = oneCase();

      assertThat(bench.run("history")).isEqualTo(0);
      assertThat(bench.out())
          .contains("0x80070006 ERROR_INVALID_HANDLE")
          .contains("Failed: installing \"KB5000001\" (0x80070006), 2 times")
          .contains("Tried the fix \"reset\": Words of PROVEN")
          .contains("Came back (0x80070006), time number 2")
          .contains("Closed: seven quiet days")
          .contains("watched in case it comes back");
    }

    @Test
    void saysSoWhereThereIsNone() {
      assertThat(bench.run("history")).isEqualTo(0);
      assertThat(bench.out()).contains("no trouble");
    }

    @Test
    void saysHowMuchIsKeptAndHowItGoes() {
      bench.session.keptCopies = new KeptCopies.Total(2, new Size(310_000_000L, true));

      bench.run("history");
      assertThat(bench.out().replaceAll("\\s+", " "))
          .contains("2 folders that repairs have set aside are still kept: 310 MB.")
          .contains("\"regrip fix copies\" deletes them at once");

      bench.run("history", "--json");
      assertThat(bench.json().get(0).getAsJsonObject("copies").get("bytes").getAsLong())
          .isEqualTo(310_000_000L);
    }

    @Test
    void showsWhatWindowsListedBeforeAReset() {
      assertThat(bench.run("history", "--windows")).isZero();
      assertThat(bench.out()).contains("has not reset").contains("Settings, Windows Update");

      bench.session.keptWindowsHistory =
          List.of(
              kept("waiting", Optional.empty()),
              kept("broken", Optional.of(HResult.INVALID_HANDLE)),
              kept("fine", Optional.of(HResult.OK)));
      bench.run("history", "--windows");
      assertThat(bench.out())
          .contains("Waited for a restart: waiting")
          .contains("Failed: broken (0x80070006 The handle is invalid")
          .contains("Installed: fine");

      bench.run("history", "--windows", "--json");
      assertThat(bench.json().get(0).getAsJsonArray("updates"))
          .extracting(update -> update.getAsJsonObject().get("result").getAsString())
          .containsExactly("waited-for-restart", "failed", "installed");
    }

    private static UpdateHistoryEntry kept(String title, Optional<HResult> result) {
      return new UpdateHistoryEntry(Instant.EPOCH, title, "id", result);
    }

    @Test
    void inJson() {
      bench.session.cases = oneCase();

      bench.run("history", "--json");

      JsonObject one = bench.json().get(0).getAsJsonArray("cases").get(0).getAsJsonObject();
      assertThat(one.get("state").getAsString()).isEqualTo("watched");
      assertThat(
              one.getAsJsonArray("entries").get(0).getAsJsonObject().get("operation").getAsString())
          .isEqualTo("install");
      assertThat(one.getAsJsonArray("entries"))
          .extracting(e -> e.getAsJsonObject().get("kind").getAsString())
          .containsExactly("failed", "failed", "tried", "came-back", "closed");
      assertThat(
              one.getAsJsonArray("entries").get(2).getAsJsonObject().get("verdict").getAsString())
          .isEqualTo("proven");
    }
  }

  @Nested
  class Recover {

    @Test
    void nothingToDoWhereNothingWasInterrupted() {
      assertThat(bench.run("recover", "--undo")).isEqualTo(0);
      assertThat(bench.out()).contains("No repair was interrupted");
      assertThat(bench.session.recoveries).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"--undo, UNDO", "--finish, FINISH"})
    void undoesOrFinishes(String option, RecoveryChoice choice) {
      interrupted(false);
      bench.session.script = Repairs.ending(Verdict.Kind.UNDONE);

      assertThat(bench.run("recover", option)).isEqualTo(0);
      assertThat(bench.session.recoveries).containsExactly(choice);
    }

    @Test
    void endsWhereAnotherRegripWasQuicker() {
      interrupted(false);
      bench.session.takenUpMeanwhile = true;

      assertThat(bench.run("recover", "--finish")).isEqualTo(1);
      assertThat(bench.out()).contains("nothing left to do");
    }

    @Test
    void notBothAtOnce() {
      interrupted(false);

      assertThat(bench.run("recover", "--undo", "--finish")).isEqualTo(2);
      assertThat(bench.session.recoveries).isEmpty();
    }

    @Test
    void asksWhich() {
      interrupted(false);
      bench.interactive = true;
      bench.typed = "f\n";
      bench.session.script = Repairs.ending(Verdict.Kind.PROVEN);

      assertThat(bench.run("recover")).isEqualTo(0);
      assertThat(bench.out()).contains("Nothing is lost.", "[u/f/N]");
      assertThat(bench.session.recoveries).containsExactly(RecoveryChoice.FINISH);
    }

    @Test
    void leavesItWhereTheAnswerIsNeither() {
      interrupted(false);
      bench.interactive = true;

      assertThat(bench.run("recover")).isEqualTo(3);
      assertThat(bench.session.recoveries).isEmpty();
    }

    @Test
    void refusesWhereNobodyCanBeAsked() {
      interrupted(false);

      assertThat(bench.run("recover")).isEqualTo(2);
      assertThat(bench.err()).contains("--undo", "--finish");
    }

    @Test
    void oneThatWaitsForARestartIsNotBroken() {
      interrupted(true);

      assertThat(bench.run("recover")).isEqualTo(3);
      assertThat(bench.out()).contains("Restart the PC");
    }

    private void interrupted(boolean waitsForRestart) {
      bench.session.interrupted =
          Optional.of(
              new InterruptedRepair(
                  "run-0",
                  Fix.RESET,
                  FakeSession.NOW,
                  3,
                  7,
                  Message.asIs("Nothing is lost."),
                  waitsForRestart));
    }
  }
}
