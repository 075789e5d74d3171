package app.regrip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.SetClock;
import app.regrip.repair.Fix;
import app.regrip.session.MachineHistory;
import app.regrip.session.Session;
import app.regrip.storage.AppendLog;
import app.regrip.text.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code history --machine}: what every account of a PC is told of its repairs. */
class MachineHistoryTest {

  private static final String SCENARIO = "own-process";

  @TempDir Path folder;
  private final SetClock clock = new SetClock();
  private final Bench bench = new Bench();

  @Test
  void anyAccountSeesWhatAnotherHasRepaired() throws Exception {
    repair("system", "all");
    clock.advance(Duration.ofHours(1));
    repair("system", "bits");

    assertThat(asked("somebody", "history", "--machine")).isEqualTo(ExitCode.FINE);

    assertThat(bench.out())
        .containsSubsequence("Tried the fix \"bits\":", "Tried the fix \"all\":")
        .contains("What had failed: ", "(0x80070006)", "Begun ");
    try (Session session = pretend().session(SCENARIO, "somebody")) {
      MachineHistory history = session.machineHistory();
      assertThat(history.notice()).isEmpty();
      assertThat(history.runs())
          .extracting(MachineHistory.EndedRun::fix)
          .containsExactly(Fix.BITS, Fix.ALL);
      assertThat(history.runs())
          .allSatisfy(
              run -> assertThat(Files.isDirectory(pretend().runs(SCENARIO).resolve(run.runId()))));
    }
  }

  @Test
  void whereNothingWasRepairedItSaysSo() throws Exception {
    assertThat(asked("somebody", "history", "--machine")).isEqualTo(ExitCode.FINE);

    assertThat(bench.out()).contains("No repair has ended on this PC.");
  }

  @Test
  void aJournalThatCannotBeReadIsToldAndTheOthersAreShown() throws Exception {
    repair("system", "all");
    new AppendLog(pretend().runs(SCENARIO).resolve("of-a-newer-version").resolve("journal.log"))
        .append("[]");

    assertThat(asked("somebody", "history", "--machine")).isEqualTo(ExitCode.UNKNOWN);

    assertThat(bench.out()).contains("Tried the fix \"all\":");
    assertThat(bench.err()).contains("The journal of one repair can't be read");
  }

  @Test
  void whatSomebodyElseMayHaveWrittenIsNotShown() {
    bench.session.machineHistory =
        new MachineHistory(List.of(), Optional.of(Message.asIs("Not ours.")));

    assertThat(bench.run("history", "--machine")).isEqualTo(ExitCode.UNKNOWN);

    assertThat(bench.out()).doesNotContain("No repair");
    assertThat(bench.err()).contains("Not ours.");
  }

  @Test
  void isOneHistoryOrTheOther() {
    assertThat(bench.run("history", "--machine", "--windows")).isEqualTo(ExitCode.USAGE);

    assertThat(bench.err()).contains("Choose one of --windows and --machine.");
  }

  private void repair(String account, String fix) throws Exception {
    pretend().pc(SCENARIO).runDueCheck();
    asked(account, "fix", fix, "--yes");
    pretend().awaitNoHelper(SCENARIO);
  }

  private int asked(String account, String... line) throws Exception {
    bench.real = Optional.of(pretend().session(SCENARIO, account));
    return bench.run(line);
  }

  private PretendPcsInFolder pretend() {
    return new PretendPcsInFolder(folder, clock);
  }
}
