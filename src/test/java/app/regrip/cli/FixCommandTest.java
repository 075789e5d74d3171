package app.regrip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.pc.RepairSource;
import app.regrip.repair.Finding;
import app.regrip.repair.Fix;
import app.regrip.repair.FixRequest;
import app.regrip.repair.Verdict;
import app.regrip.text.Message;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class FixCommandTest {

  private final Bench bench = new Bench();

  @Test
  void showsThePlanBeforeItAsks() {
    bench.interactive = true;
    bench.typed = "n\n";
    bench.session.findings =
        List.of(
            new Finding(
                "bits-disabled",
                Finding.Severity.CAUSE,
                Message.asIs("BITS is off."),
                Message.asIs("Start = 4"),
                Optional.of(Fix.BITS)));

    assertThat(bench.run("fix", "reset")).isEqualTo(1);
    assertThat(bench.out())
        .contains("BITS is off.", "Seen in: Start = 4", "Fix: regrip fix bits")
        .contains("1. Stop the update services", "2. Set the update folders aside")
        .contains("How long: 2 to 15 minutes.")
        .contains("The list of past updates starts anew.")
        .contains("Continue? [y/N]")
        .contains("Nothing was changed.");
    assertThat(bench.session.repairs).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "no\n", "yess\n"})
  void anythingButYesIsANo(String typed) {
    bench.interactive = true;
    bench.typed = typed;

    assertThat(bench.run("fix", "reset")).isEqualTo(1);
    assertThat(bench.session.repairs).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"y\n", "YES\r\n", " yes "})
  void yesGoesAhead(String typed) {
    bench.interactive = true;
    bench.typed = typed;
    bench.session.script = Repairs.ending(Verdict.Kind.PROVEN);

    assertThat(bench.run("fix", "reset")).isEqualTo(0);
    assertThat(bench.session.repairs).containsExactly(FixRequest.of(Fix.RESET));
  }

  @Test
  void refusesWhereNobodyCanBeAsked() {
    assertThat(bench.run("fix", "reset")).isEqualTo(2);
    assertThat(bench.err()).contains("Nothing was changed", "--yes");
    assertThat(bench.session.repairs).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Fix.class)
  void everyFixHasItsName(Fix fix) {
    bench.session.script = Repairs.ending(Verdict.Kind.PROVEN);

    assertThat(bench.run("fix", fix.commandName(), "--yes")).isEqualTo(0);
    assertThat(bench.session.repairs).containsExactly(FixRequest.of(fix));
  }

  @Test
  void takesASourceAndTheSignatureCache() {
    bench.session.script = Repairs.ending(Verdict.Kind.PROVEN);

    bench.run("fix", "dism", "--source=e:3", "--with-catroot2", "-y");

    assertThat(bench.session.repairs)
        .containsExactly(new FixRequest(Fix.DISM, Optional.of(new RepairSource('E', 3)), true));
  }

  @Test
  void aManagedPcIsNotRepairedByHabit() {
    bench.interactive = true;
    bench.typed = "y\ny\n";

    assertThat(bench.run("fix", "reset", "--managed")).isEqualTo(1);
    assertThat(bench.out()).contains("administer", "Nothing was changed.");
    assertThat(bench.session.repairs).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--yes"})
  void aManagedPcIsRepairedForWhoSaysSoInWords(String yes) {
    bench.interactive = true;
    bench.typed = "managed\ny\n";
    bench.session.script = Repairs.ending(Verdict.Kind.PROVEN);

    assertThat(bench.run(("fix reset --managed " + yes).strip().split(" "))).isEqualTo(0);
    assertThat(bench.session.repairs).extracting(FixRequest::onManagedPc).containsExactly(true);
  }

  @Test
  void aPathIsNoSource() {
    assertThat(bench.run("fix", "dism", "--source=C:\\x.wim", "-y")).isEqualTo(2);
    assertThat(bench.err()).contains("C:\\x.wim", "--source=E:3");
    assertThat(bench.opened.get()).isNull();
  }

  @Test
  void anUnknownFixNamesTheNearOnes() {
    assertThat(bench.run("fix", "rest", "-y")).isEqualTo(2);
    assertThat(bench.err().replace('\n', ' '))
        .contains("There is no fix \"rest\". Did you mean \"reset\"?")
        .contains(
            "troubleshooter, policy, share-process, bits, downloads, reset, dism, sfc, copies, all");
  }

  @ParameterizedTest
  @CsvSource({
    "PROVEN, 0",
    "UNDONE, 0",
    "STILL_FAILING, 1",
    "CALL_A_PROFESSIONAL, 1",
    "FAILED, 1",
    "CANCELLED, 1",
    "REFUSED, 1",
    "NOT_PROVEN_YET, 3",
    "RESTART_NEEDED, 3",
    "INTERRUPTED, 3"
  })
  void theVerdictIsTheExitCode(Verdict.Kind kind, int exitCode) {
    bench.session.script = Repairs.ending(kind);

    assertThat(bench.run("fix", "all", "--yes")).isEqualTo(exitCode);
    assertThat(bench.out()).contains("Words of " + kind);
  }

  @Test
  void aVerdictNamesItsErrorAndTheNextFix() {
    bench.session.script = Repairs.ending(Verdict.Kind.STILL_FAILING);

    bench.run("fix", "dism", "--yes");

    assertThat(bench.out())
        .contains("0x80070006 ERROR_INVALID_HANDLE", "Do this next.", "Next: regrip fix sfc");
  }

  @Test
  void aRefusalIsToldAndNothingIsDone() {
    bench.session.refusal = Optional.of(Message.asIs("Restart the PC first."));

    assertThat(bench.run("fix", "all", "--yes")).isEqualTo(1);
    assertThat(bench.out()).contains("Restart the PC first.").doesNotContain("What will be done");
    assertThat(bench.session.repairs).isEmpty();
  }

  @Test
  void aRunningRepairIsFollowedInstead() {
    bench.session.isRepairing(Repairs.began());
    bench.session.script = Repairs.ending(Verdict.Kind.PROVEN).subList(1, 18);

    assertThat(bench.run("fix", "bits")).isEqualTo(0);
    assertThat(bench.out()).contains("running already", "Repair the component store (DISM)");
    assertThat(bench.session.repairs).isEmpty();
  }

  @Test
  void theVerdictOfAnEarlierRepairIsNotTakenForThisOne() {
    bench.session.hasEnded(Repairs.verdict(Verdict.Kind.FAILED));
    bench.session.script = Repairs.ending(Verdict.Kind.PROVEN);

    assertThat(bench.run("fix", "all", "--yes")).isEqualTo(0);
    assertThat(bench.out()).doesNotContain("FAILED");
  }

  @Test
  void ctrlCAsksTheRepairToStop() {
    bench.session.script = Repairs.ending(Verdict.Kind.CANCELLED);
    bench.onInterrupt = Runnable::run;

    assertThat(bench.run("fix", "all", "--yes")).isEqualTo(1);
    assertThat(bench.session.cancelled).isTrue();
  }

  @Test
  void jsonTellsThePlanEachStepAndTheVerdict() {
    bench.session.script = Repairs.ending(Verdict.Kind.STILL_FAILING);

    assertThat(bench.run("fix", "dism", "--yes", "--json")).isEqualTo(1);

    List<JsonObject> lines = bench.json();
    assertThat(lines)
        .extracting(line -> line.get("type").getAsString())
        .startsWith("plan", "fix", "step", "progress")
        .endsWith("step", "proof", "verdict");
    JsonObject plan = lines.get(0);
    assertThat(plan.get("fix").getAsString()).isEqualTo("dism");
    assertThat(plan.get("longestSeconds").getAsLong()).isEqualTo(2700);
    JsonObject step = lines.get(2);
    assertThat(step.get("step").getAsInt()).isEqualTo(1);
    assertThat(step.get("steps").getAsInt()).isEqualTo(2);
    assertThat(step.get("state").getAsString()).isEqualTo("done");
    JsonObject verdict = lines.get(lines.size() - 1);
    assertThat(verdict.get("verdict").getAsString()).isEqualTo("still-failing");
    assertThat(verdict.get("nextFix").getAsString()).isEqualTo("sfc");
    assertThat(verdict.get("exitCode").getAsInt()).isEqualTo(1);
    assertThat(bench.err()).isEmpty();
  }

  @Test
  void jsonNeverAsks() {
    bench.interactive = true;
    bench.typed = "y\n";

    assertThat(bench.run("fix", "all", "--json")).isEqualTo(2);
    assertThat(bench.json())
        .extracting(line -> line.get("type").getAsString())
        .containsExactly("plan");
    assertThat(bench.err()).contains("--yes");
  }
}
