package app.regrip.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.HResult;
import app.regrip.pc.Cancellation;
import app.regrip.pc.Program;
import app.regrip.pc.ServiceStatus.RunState;
import app.regrip.pc.UpdateFolder;
import app.regrip.pc.UpdateFolders.Name;
import app.regrip.pc.UpdateLog.Subscription;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes share one PC, and some of them die. */
class ProcessesTest {

  /** Services that are idle for long stop, so all processes need the same time. */
  private static final Clock CLOCK = Clock.systemUTC();

  private static final int DIED = 77;
  private static final long LONG_ENOUGH_SECONDS = 60;

  /** Component store files damaged so that one is repaired early, one late. */
  private static final String EARLY = "wuaueng.dll";

  private static final String LATE = "notepad.exe";

  @TempDir Path temp;

  @Test
  void anEventOfAnotherProcessRings() throws Exception {
    SimulatedPc pc = PretendPc.make(temp, "own-process", CLOCK);
    BlockingQueue<String> pushed = new LinkedBlockingQueue<>();
    try (Subscription subscription =
        pc.updateLog().subscribe(() -> pushed.add("news"), lost -> pushed.add(lost.toString()))) {
      assertThat(subscription).isNotNull();
      assertThat(run("check")).isZero();
      assertThat(pushed.poll(LONG_ENOUGH_SECONDS, TimeUnit.SECONDS)).isEqualTo("news");
    }
  }

  @Test
  void aRepairThatIsKilledHasRepairedHalf() throws Exception {
    Scenario scenario =
        Scenario.parse(
            String.format("{name: 'two', changes: {damage: {store: ['%s', '%s']}}}", EARLY, LATE));
    SimulatedPc pc = SimulatedPc.open(temp, scenario, Speed.IMMEDIATE, CLOCK);
    assertThat(run("die-in-dism")).isEqualTo(DIED);
    assertThat(isIntact(EARLY)).isTrue();
    assertThat(isIntact(LATE)).isFalse();
    assertThat(pc.facts().isServicing()).isFalse();
    assertThat(PretendPc.of(pc).checkHealth().text()).contains("repairable");
    assertThat(PretendPc.of(pc).dism().exitCode()).isZero();
    assertThat(isIntact(LATE)).isTrue();
  }

  @Test
  void aResetThatIsKilledLeavesItsServicesStoppedAndItsFolderAside() throws Exception {
    SimulatedPc pc = PretendPc.make(temp, "cryptsvc-refuses", CLOCK);
    assertThat(run("die-in-reset")).isEqualTo(DIED);
    assertThat(pc.services().query("BITS").orElseThrow().state()).isEqualTo(RunState.STOPPED);
    assertThat(pc.updateFolders().setAside()).hasSize(1);
    assertThat(PretendPc.of(pc).works()).isTrue();
  }

  @Test
  void twoProcessesWriteOneLogWithoutLosingAnything() throws Exception {
    SimulatedPc pc = PretendPc.make(temp, "own-process", CLOCK);
    Process other = start("check-100");
    for (int i = 0; i < 100; i++) {
      assertThat(PretendPc.of(pc).check()).isEqualTo(HResult.INVALID_HANDLE);
    }
    assertThat(end(other)).isZero();
    assertThat(pc.updateLog().eventsSince(Instant.EPOCH, 1000))
        .filteredOn(xml -> xml.contains("<EventID>25</EventID>"))
        .hasSize(200);
  }

  @Test
  void twoProcessesThatMakeOnePcMakeOnlyOne() throws Exception {
    Process one = start("check");
    Process two = start("check");
    assertThat(end(one)).isZero();
    assertThat(end(two)).isZero();
    SimulatedPc pc = PretendPc.make(temp, "healthy", CLOCK);
    assertThat(pc.scenarioName()).isEqualTo("own-process");
    assertThat(pc.updateLog().eventsSince(Instant.EPOCH, 1000))
        .filteredOn(xml -> xml.contains("<EventID>25</EventID>"))
        .hasSize(2);
  }

  private boolean isIntact(String file) throws Exception {
    ComponentStore store = new ComponentStore(new PcFolder(temp));
    return store.isIntactInStore(store.file(file).orElseThrow());
  }

  private int run(String deed) throws Exception {
    return end(start(deed));
  }

  private Process start(String deed) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.addAll(List.of(Other.class.getName(), deed, temp.toString()));
    return new ProcessBuilder(command).inheritIO().start();
  }

  private static int end(Process process) throws Exception {
    assertThat(process.waitFor(LONG_ENOUGH_SECONDS, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  /** The other process. */
  static final class Other {

    private Other() {}

    public static void main(String[] args) throws Exception {
      Path folder = Path.of(args[1]);
      SimulatedPc pc =
          SimulatedPc.open(
              folder, Scenario.named("own-process").orElseThrow(), Speed.IMMEDIATE, CLOCK);
      switch (args[0]) {
        case "check" -> PretendPc.of(pc).check();
        case "check-100" -> {
          for (int i = 0; i < 100; i++) {
            PretendPc.of(pc).check();
          }
        }
        case "die-in-dism" ->
            pc.programs()
                .run(
                    new Program.DismRestoreHealth(Optional.empty()),
                    Other::dieHalfWay,
                    Cancellation.never());
        case "die-in-reset" -> {
          for (String name : List.of("UsoSvc", "DoSvc", "BITS", "wuauserv")) {
            pc.services().stop(name, PretendPc.PATIENCE);
          }
          pc.updateFolders()
              .rename(
                  Name.live(UpdateFolder.DATA_STORE), Name.aside(UpdateFolder.DATA_STORE, "run"));
          Runtime.getRuntime().halt(DIED);
        }
        default -> throw new IllegalArgumentException(args[0]);
      }
    }

    private static void dieHalfWay(byte[] output) {
      if (new String(output, StandardCharsets.US_ASCII).contains("54.0%")) {
        Runtime.getRuntime().halt(DIED);
      }
    }
  }
}
