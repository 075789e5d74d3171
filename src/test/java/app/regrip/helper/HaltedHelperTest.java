package app.regrip.helper;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.pc.Cancellation;
import app.regrip.pc.ServiceStatus;
import app.regrip.pc.UpdateFolders.Name;
import app.regrip.repair.Fix;
import app.regrip.repair.FixRequest;
import app.regrip.repair.RecoveryChoice;
import app.regrip.repair.RepairRun;
import app.regrip.repair.RunState;
import app.regrip.repair.RunStore;
import app.regrip.simulated.Scenario;
import app.regrip.simulated.SimulatedPc;
import app.regrip.simulated.Speed;
import app.regrip.storage.Lines;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real processes on real files: the helper is halted right after its n-th journal line is on the
 * disk, for every n. A hundred processes: that takes minutes, and many where the processors are
 * busy.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class HaltedHelperTest {

  private static final String RUN = "00000000-0000-4000-8000-00000000000";
  private static final int HALTED = 99;
  private static final List<String> SERVICES =
      List.of("UsoSvc", "DoSvc", "BITS", "wuauserv", "msiserver", "CryptSvc");

  @TempDir Path folder;

  @Test
  void wheneverItIsHaltedTheNextStartPutsThingsRight() throws Exception {
    int halted = 0;
    boolean more = true;
    for (int n = 1; more; n++) {
      for (RecoveryChoice choice : RecoveryChoice.values()) {
        Path here = folder.resolve(n + "-" + choice);
        SimulatedPc pc = open(here);
        Map<String, Boolean> before = running(pc);
        int exit = runAndHalt(here, n);
        more = exit == HALTED;
        if (more) {
          halted++;
          recover(pc, here, choice);
        }
        assertThat(running(pc))
            .as("services, halted at line %d, then %s", n, choice)
            .isEqualTo(before);
        assertThat(state(here).orElseThrow().ended()).as("the run is over").isPresent();
        if (more && choice == RecoveryChoice.UNDO) {
          assertThat(pc.updateFolders().setAside().stream().map(Name::fileName))
              .allMatch(name -> name.contains("-replaced-"));
        }
      }
    }
    assertThat(halted).isGreaterThan(20);
    System.out.println("Helpers halted at a journal line and recovered from: " + halted);
  }

  /** The child: repairs, and halts after the n-th line. */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    int n = Integer.parseInt(args[1]);
    RunStore store = new FolderRunStore(folder.resolve("runs"));
    int[] written = {0};
    RunStore halting =
        new RunStore() {
          @Override
          public Lines journal(String runId) {
            Lines lines = store.journal(runId);
            return new Lines() {
              @Override
              public void append(String text) throws IOException {
                lines.append(text);
                if (++written[0] == n) {
                  Runtime.getRuntime().halt(HALTED);
                }
              }

              @Override
              public Contents read() throws IOException {
                return lines.read();
              }
            };
          }

          @Override
          public List<String> runIds() throws IOException {
            return store.runIds();
          }
        };
    new RepairRun(
            open(folder),
            halting,
            Clock.systemUTC(),
            howLong -> {},
            Cancellation.never(),
            event -> {})
        .start(RUN, FixRequest.of(Fix.RESET));
  }

  private static int runAndHalt(Path folder, int n) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                HaltedHelperTest.class.getName(),
                folder.toString(),
                Integer.toString(n)));
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  private static void recover(SimulatedPc pc, Path folder, RecoveryChoice choice) {
    new RepairRun(
            pc,
            new FolderRunStore(folder.resolve("runs")),
            Clock.systemUTC(),
            howLong -> {},
            Cancellation.never(),
            event -> {})
        .recover(RUN, choice);
  }

  private static Optional<RunState> state(Path folder) throws IOException {
    return RunState.read(new FolderRunStore(folder.resolve("runs")).journal(RUN));
  }

  private static SimulatedPc open(Path folder) throws IOException {
    return SimulatedPc.open(
        folder.resolve("C"),
        Scenario.named("cryptsvc-refuses").orElseThrow(),
        Speed.IMMEDIATE,
        Clock.systemUTC());
  }

  /** wuauserv comes and goes by itself. */
  private static Map<String, Boolean> running(SimulatedPc pc) throws Exception {
    Map<String, Boolean> running = new TreeMap<>();
    for (String service : SERVICES) {
      if (!service.equals("wuauserv")) {
        running.put(
            service, pc.services().query(service).map(ServiceStatus::isRunning).orElse(false));
      }
    }
    return running;
  }
}
