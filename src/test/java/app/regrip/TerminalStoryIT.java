package app.regrip;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.Folders.PretendPcFolders;
import app.regrip.RealProcess.Result;
import app.regrip.helper.FolderRunStore;
import app.regrip.helper.RepairLock;
import app.regrip.pc.ServiceStatus;
import app.regrip.simulated.Scenario;
import app.regrip.simulated.SimulatedPc;
import app.regrip.simulated.Speed;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole program in real processes, without a display: command line, helper and pretend PC. */
class TerminalStoryIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir Path data;

  @Test
  void theStoryEndsWithAProof() throws Exception {
    Result story = regrip("--speed=max");

    assertThat(story.exitCode()).as(story.out() + story.err()).isZero();
    assertThat(story.out()).contains("0x80070006").contains("Fixed and proven");
    assertThat(story.err()).isEmpty();
    assertThat(story.out()).doesNotContain("\u001b", "\r");

    Result again = regrip("--speed=max");
    assertThat(again.exitCode()).isZero();
    assertThat(again.out()).contains("--fresh");

    JsonObject status = json(regrip("status", "--json"));
    assertThat(status.get("status").getAsString()).isIn("working", "repaired");
    assertThat(regrip("history").out()).contains("0x80070006");
  }

  @Test
  void statusOfABrokenPcIsOne() throws Exception {
    assertThat(regrip("status", "--simulate=own-process").exitCode()).isEqualTo(1);
    assertThat(regrip("status", "--simulate=healthy").exitCode()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"stubborn", "managed-by-wsus", "missing-service"})
  void aPcThatIsNotRepairedSaysSoInItsExitCode(String scenario) throws Exception {
    Result fix = regrip("fix", "all", "--yes", "--speed=max", "--simulate=" + scenario);

    assertThat(fix.exitCode()).as(fix.out()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fix everything",
        "explain nonsense",
        "status --simulate=nowhere",
        "frobnicate",
        "fix reset",
        "--speed=-1"
      })
  void whatIsNotUnderstoodIsTwo(String line) throws Exception {
    Result result = regrip(line.split(" "));

    assertThat(result.exitCode()).as(result.out() + result.err()).isEqualTo(2);
    assertThat(result.err()).isNotBlank().doesNotContain("Exception", "\tat ");
  }

  @Test
  void aDataFolderThatCannotBeUsedIsSaid() throws Exception {
    Path file = Files.writeString(data.resolve("file"), "not a folder");

    Result result = RealProcess.run("status", "--data=" + file.resolve("below"));

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err()).contains("folder").doesNotContain("Exception");
  }

  @Test
  void aPcThatWaitsForARestartNeedsNoRepairAfterIt() throws Exception {
    String scenario = "--simulate=restart-pending";
    Result fix = regrip("fix", "all", "--yes", "--speed=max", scenario);
    assertThat(fix.exitCode()).as(fix.out()).isEqualTo(1);
    assertThat(fix.out()).contains("Restart the PC first");

    assertThat(regrip("restart", scenario).exitCode()).isZero();
    Result again = regrip("fix", "all", "--yes", "--speed=max", scenario);

    assertThat(again.exitCode()).as(again.out()).isZero();
    assertThat(again.out()).contains("passed by itself");
  }

  @Test
  void aRepairThatEndedWellCanBeTakenBack() throws Exception {
    String scenario = "--simulate=bits-disabled";
    assertThat(regrip("fix", "bits", "--yes", "--speed=max", scenario).exitCode()).isZero();

    Result undone = regrip("recover", "--undo", "--speed=max", scenario);

    assertThat(undone.exitCode()).as(undone.out() + undone.err()).isZero();
    assertThat(undone.out()).contains("as it was before");
    assertThat(regrip("diagnose", "--json", scenario).out()).contains("bits-disabled");
  }

  @Test
  void aHalfWrittenHistoryLosesNothing() throws Exception {
    regrip("fix", "all", "--yes", "--speed=max", "--simulate=bits-disabled");
    Path history = places("bits-disabled").userData().resolve("history.log");
    Files.writeString(history, Files.readString(history) + "01234567\t{\"type\":\"Tri");

    Result result = regrip("history", "--simulate=bits-disabled");

    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out()).contains("0x80070006");
    assertThat(Files.readString(history)).contains("\"Tri");
  }

  @Test
  void aHelperThatIsKilledIsFoundAndTakenBackOrFinished() throws Exception {
    for (String choice : List.of("--undo", "--finish")) {
      PretendPcFolders places = places("handle-invalid");
      regrip("status", "--fresh", "--speed=max");
      SimulatedPc pc = open(places);
      Map<String, Boolean> before = running(pc);
      Path said = data.resolve("said" + choice + ".txt");
      Process fix =
          RealProcess.regrip(
                  List.of("fix", "reset", "--yes", "--simulate", "--speed=1", "--data=" + data),
                  Map.of())
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      await(
          "services stopped by a helper",
          () -> {
            assertThat(fix.isAlive()).as(Files.readString(said)).isTrue();
            return !running(open(places)).equals(before);
          });
      kill(new FolderRunStore(places.runs()).lock().holder().orElseThrow());
      assertThat(fix.waitFor()).as(Files.readString(said)).isEqualTo(3);

      Result status = regrip("status");
      assertThat(status.out()).contains("interrupted");
      awaitRunning(places, before);
      Result recovered = regrip("recover", choice, "--speed=max");

      assertThat(recovered.exitCode()).as(recovered.out() + recovered.err()).isIn(0, 1);
      assertThat(running(open(places))).as("services after " + choice).isEqualTo(before);
      assertThat(regrip("status").out()).doesNotContain("interrupted");
    }
  }

  private Result regrip(String... arguments) throws IOException, InterruptedException {
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 1);
    all[arguments.length] = "--data=" + data;
    return RealProcess.run(all);
  }

  private PretendPcFolders places(String scenario) {
    return new Folders(data).pretendPc(scenario);
  }

  private static SimulatedPc open(PretendPcFolders places) throws IOException {
    return SimulatedPc.open(
        places.pc(),
        Scenario.named("handle-invalid").orElseThrow(),
        Speed.IMMEDIATE,
        Clock.systemUTC());
  }

  private static void kill(RepairLock.Holder holder) throws Exception {
    ProcessHandle helper = ProcessHandle.of(holder.pid()).orElseThrow();
    helper.destroyForcibly();
    helper.onExit().get();
  }

  private static Map<String, Boolean> running(SimulatedPc pc) throws Exception {
    Map<String, Boolean> running = new TreeMap<>();
    for (String service : List.of("UsoSvc", "DoSvc", "BITS", "CryptSvc")) {
      running.put(
          service, pc.services().query(service).map(ServiceStatus::isRunning).orElse(false));
    }
    return running;
  }

  /** Services come back before the user has chosen. */
  private static void awaitRunning(PretendPcFolders places, Map<String, Boolean> before)
      throws Exception {
    await("the services as before", () -> running(open(places)).equals(before));
  }

  private static void await(String what, Callable<Boolean> state) throws Exception {
    Instant enough = Instant.now().plus(PATIENCE);
    while (!state.call()) {
      assertThat(Instant.now()).as("did not come: %s", what).isBefore(enough);
      Thread.sleep(10);
    }
  }

  private static JsonObject json(Result result) {
    return JsonParser.parseString(result.out()).getAsJsonObject();
  }
}
