package app.regrip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.repair.Fix;
import app.regrip.report.TextFormat;
import app.regrip.session.InterruptedRepair;
import app.regrip.text.Message;
import app.regrip.update.UpdateStatus;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusCommandTest {

  private final Bench bench = new Bench();

  @Test
  void aWorkingPcIsFine() {
    assertThat(bench.run("status")).isEqualTo(0);
    assertThat(bench.out())
        .contains("Pretend PC: test", "Windows Update works, last success", "4 Mar 2026 10:00");
    assertThat(bench.watching).isFalse();
    assertThat(bench.session.closed).isTrue();
  }

  @Test
  void aRepairedPcIsFine() {
    bench.session.status = new UpdateStatus.Repaired(FakeSession.NOW);

    assertThat(bench.run("status")).isEqualTo(0);
    assertThat(bench.out()).contains("Repaired: Windows Update works again");
  }

  @Test
  void aFailureComesWithNumberNameMeaningAndWhatToDo() {
    bench.session.status = Bench.FAILING;

    assertThat(bench.run("status")).isEqualTo(1);
    assertThat(bench.out())
        .contains("Last update installation: failed")
        .contains("0x80070006 ERROR_INVALID_HANDLE: The handle is invalid")
        .contains("Installing \"Cumulative Update (KB5000001)\" failed 3 times")
        .contains("4 Mar 2026 08:00")
        .contains("What to do: regrip fix all");
  }

  @Test
  void unknownIsNeverFine() {
    bench.session.status =
        new UpdateStatus.Unknown(Message.asIs("The event log could not be read."));

    assertThat(bench.run("status")).isEqualTo(3);
    assertThat(bench.out())
        .contains("The event log could not be read.")
        .contains("regrip diagnose");
  }

  @Test
  void anInterruptedRepairIsToldWithTheWayOut() {
    bench.session.interrupted = Optional.of(interrupted());
    bench.session.notice = Optional.of(Message.asIs("The history file was damaged."));

    bench.run("status", "--simulate=healthy");

    assertThat(bench.out())
        .contains("The power went.")
        .contains("What to do: regrip recover --simulate=healthy")
        .contains("The history file was damaged.");
  }

  @Test
  void jsonHasOneStableShape() {
    bench.session.status = Bench.FAILING;
    bench.session.interrupted = Optional.of(interrupted());

    assertThat(bench.run("status", "--json")).isEqualTo(1);

    JsonObject line = bench.json().get(0);
    assertThat(bench.json()).hasSize(1);
    assertThat(line.keySet())
        .containsExactly(
            "format",
            "type",
            "pc",
            "status",
            "headline",
            "at",
            "since",
            "last",
            "count",
            "operation",
            "title",
            "code",
            "repairing",
            "interrupted",
            "exitCode");
    assertThat(line.get("type").getAsString()).isEqualTo("status");
    assertThat(line.get("status").getAsString()).isEqualTo("failing");
    assertThat(line.get("since").getAsString()).isEqualTo("2026-03-04T08:00:00Z");
    assertThat(line.get("count").getAsInt()).isEqualTo(3);
    JsonObject code = line.getAsJsonObject("code");
    assertThat(code.get("hex").getAsString()).isEqualTo("0x80070006");
    assertThat(code.get("signed").getAsInt()).isEqualTo(-2147024890);
    assertThat(code.get("symbol").getAsString()).isEqualTo("ERROR_INVALID_HANDLE");
    JsonObject repair = line.getAsJsonObject("interrupted");
    assertThat(repair.get("fix").getAsString()).isEqualTo("reset");
    assertThat(repair.get("step").getAsInt()).isEqualTo(3);
  }

  @Test
  void jsonSaysUnknownWithItsReason() {
    bench.session.status = new UpdateStatus.Unknown(Message.asIs("No log – “nothing”."));

    assertThat(bench.run("--simulate", "status", "--json")).isEqualTo(3);

    assertThat(bench.out()).isASCII();
    assertThat(bench.json().get(0).get("why").getAsString()).isEqualTo("No log – “nothing”.");
    assertThat(bench.json().get(0).has("code")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"true, 1", "false, 0"})
  void inThePrometheusFormat(boolean failing, int exitCode) {
    if (failing) {
      bench.session.status = Bench.FAILING;
    }
    assertThat(bench.run("status", "--prometheus")).isEqualTo(exitCode);
    assertThat(TextFormat.read(bench.out()))
        .containsEntry("regrip_update_status{status=\"failing\"}", failing ? 1.0 : 0.0);
    assertThat(bench.err()).isEmpty();
  }

  @Test
  void metricsReplaceAFileAsAWhole(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("regrip.prom");
    Files.writeString(file, "old");
    bench.session.status = Bench.FAILING;
    assertThat(bench.run("status", "--prometheus", "--output", file.toString())).isEqualTo(1);
    assertThat(TextFormat.read(Files.readString(file))).containsKey("regrip_case_open");
    assertThat(bench.out() + bench.err()).isEmpty();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void aNameThatNoCollectorReadsIsSaid(@TempDir Path folder) {
    Path file = folder.resolve("regrip.txt");
    assertThat(bench.run("status", "--prometheus", "--output=" + file)).isEqualTo(0);
    assertThat(bench.err()).contains(".prom");
    assertThat(file).exists();
  }

  @Test
  void aFileThatCannotBeWrittenIsSaid(@TempDir Path folder) {
    Path nowhere = folder.resolve("missing").resolve("regrip.prom");
    assertThat(bench.run("status", "--prometheus", "--output=" + nowhere)).isEqualTo(2);
    assertThat(bench.err()).contains("There is no folder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--json --prometheus", "--output=x.prom"})
  void oneFormatAtATime(String options) {
    assertThat(bench.run(("status " + options).split(" "))).isEqualTo(2);
    assertThat(bench.err()).contains("--prometheus");
  }

  private static InterruptedRepair interrupted() {
    return new InterruptedRepair(
        "run-0", Fix.RESET, FakeSession.NOW, 3, 7, Message.asIs("The power went."), false);
  }
}
