package app.regrip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.repair.Fix;
import app.regrip.repair.FixRequest;
import app.regrip.repair.RecoveryChoice;
import app.regrip.repair.Verdict;
import app.regrip.session.InterruptedRepair;
import app.regrip.text.Message;
import app.regrip.update.UpdateStatus;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class StoryCommandTest {

  private final Bench bench = new Bench();

  @Test
  void fromTheFailureToTheProof() {
    bench.session.status = Bench.FAILING;
    bench.session.script = Repairs.ending(Verdict.Kind.PROVEN);

    assertThat(bench.run()).isEqualTo(0);
    assertThat(bench.out())
        .containsSubsequence(
            "Last update installation: failed",
            "0x80070006 ERROR_INVALID_HANDLE",
            "What Regrip will do",
            "Stop the update services",
            "The repair",
            "Look at the store: It is damaged.",
            "letting Windows check for updates",
            "Words of PROVEN",
            "regrip history");
    assertThat(bench.session.repairs).containsExactly(FixRequest.of(Fix.ALL));
  }

  @ParameterizedTest
  @CsvSource({"STILL_FAILING, 1", "RESTART_NEEDED, 3"})
  void endsAsTheRepairEnds(Verdict.Kind kind, int exitCode) {
    bench.session.status = Bench.FAILING;
    bench.session.script = Repairs.ending(kind);

    assertThat(bench.run("story")).isEqualTo(exitCode);
  }

  @Test
  void aFinePcShowsWhatWasRepairedAndHowToSeeItAgain() {
    bench.session.cases = OtherCommandsTest.oneCase();

    assertThat(bench.run("--simulate=healthy")).isEqualTo(0);
    assertThat(bench.out())
        .contains("Nothing has to be repaired.")
        .contains("Tried the fix \"reset\"")
        .contains("regrip --fresh --simulate=healthy");
    assertThat(bench.session.repairs).isEmpty();
  }

  @Test
  void unknownIsNotRepaired() {
    bench.session.status = new UpdateStatus.Unknown(Message.asIs("Nothing could be read."));

    assertThat(bench.run()).isEqualTo(3);
    assertThat(bench.out()).contains("Nothing could be read.");
    assertThat(bench.session.repairs).isEmpty();
  }

  @Test
  void aRealPcIsNotTouchedWithoutConsent() {
    bench.session.status = Bench.FAILING;
    bench.pretends = false;

    assertThat(bench.run()).isEqualTo(1);
    assertThat(bench.out()).contains("Nothing was changed.", "regrip fix all");
    assertThat(bench.session.repairs).isEmpty();
  }

  @Test
  void aRealPcIsRepairedWithConsent() {
    bench.session.status = Bench.FAILING;
    bench.session.script = Repairs.ending(Verdict.Kind.PROVEN);
    bench.pretends = false;
    bench.interactive = true;
    bench.typed = "y\n";

    assertThat(bench.run()).isEqualTo(0);
    assertThat(bench.session.repairs).hasSize(1);
  }

  @Test
  void aRefusalEndsIt() {
    bench.session.status = Bench.FAILING;
    bench.session.refusal = Optional.of(Message.asIs("Restart the PC first."));

    assertThat(bench.run()).isEqualTo(1);
    assertThat(bench.out()).contains("Restart the PC first.");
  }

  @Test
  void anInterruptedRepairIsFinished() {
    interrupted(false);
    bench.session.script = Repairs.ending(Verdict.Kind.PROVEN);

    assertThat(bench.run()).isEqualTo(0);
    assertThat(bench.session.recoveries).containsExactly(RecoveryChoice.FINISH);
  }

  @Test
  void oneThatWaitsForARestartIsLeftAlone() {
    interrupted(true);

    assertThat(bench.run()).isEqualTo(3);
    assertThat(bench.session.recoveries).isEmpty();
  }

  @Test
  void whereThereIsADesktopItGetsTheChoice() {
    bench.desktop = Optional.of(choice -> choice.scenario().equals(Optional.of("healthy")) ? 0 : 9);

    assertThat(bench.run("--simulate=healthy")).isEqualTo(0);
    assertThat(bench.opened.get()).isNull();
    assertThat(bench.run("story", "--simulate=healthy")).isEqualTo(0);
    assertThat(bench.out()).contains("Nothing has to be repaired.");
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
