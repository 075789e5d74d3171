package app.regrip.windows.elevation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regrip.helper.RepairLock;
import app.regrip.helper.RepairLock.Held;
import app.regrip.helper.RepairLock.Holder;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("windows")
class PipeClaimTest {

  /** Windows gives processes multiples of 4. */
  private static final long NO_PROCESS = 999_999_999;

  @TempDir Path runs;

  private final String name =
      "\\\\.\\pipe\\ProtectedPrefix\\Administrators\\Regrip.test." + UUID.randomUUID();

  @Test
  void oneProcessHasItAtATimeAndItsTurnCanBeAskedFor() throws IOException {
    String first = turn();
    PipeClaim claim = new PipeClaim(name);
    assertThat(claim.isTaken(first)).isFalse();
    try (Closeable held = claim.tryTake(first).orElseThrow()) {
      assertThat(held).isNotNull();
      assertThat(claim.tryTake(turn())).isEmpty();
      assertThat(claim.isTaken(first)).isTrue();
      assertThat(claim.isTaken(first)).as("asking changes nothing").isTrue();
      assertThat(claim.isTaken(turn())).isFalse();
    }
    assertThat(claim.isTaken(first)).isFalse();
    try (Closeable next = claim.tryTake(turn()).orElseThrow()) {
      assertThat(next).isNotNull();
    }
  }

  @Test
  void whereWindowsRefusesItForAnotherReasonThatIsSaid() {
    PipeClaim claim = new PipeClaim("\\\\.\\pip\\no such place");

    assertThatThrownBy(() -> claim.tryTake(turn()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("failed (0x8007");
  }

  @Test
  void aTurnThatSomebodyHasIsNotTakenAndGivesTheClaimBack() throws IOException {
    String turn = turn();
    PipeClaim claim = new PipeClaim(name);
    try (Closeable inTheWay = new PipeClaim(name + "." + turn).tryTake(turn()).orElseThrow()) {
      assertThat(inTheWay).isNotNull();
      assertThatThrownBy(() -> claim.tryTake(turn)).isInstanceOf(IOException.class);
    }
    try (Closeable next = claim.tryTake(turn).orElseThrow()) {
      assertThat(next).isNotNull();
    }
  }

  @Test
  void aProcessThatIsKilledGivesItBack() throws Exception {
    PipeClaim claim = new PipeClaim(name);
    RepairLock lock = new RepairLock(runs, claim);
    Process other =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    PipeClaimTest.class.getName(),
                    runs.toString(),
                    name))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(other.getInputStream().read()).isEqualTo('!');
    Holder holder = lock.holder().orElseThrow();
    assertThat(claim.tryTake(turn())).isEmpty();
    Files.move(
        runs.resolve("at-work.run." + holder.pid() + "." + holder.turn()),
        runs.resolve("at-work.run." + NO_PROCESS + "." + holder.turn()));
    assertThat(lock.holder())
        .as("a process that can't be seen")
        .contains(new Holder("run", NO_PROCESS, holder.turn()));

    other.destroyForcibly().waitFor();

    assertThat(lock.holder()).as("its sign is left").isEmpty();
    try (Held next = lock.tryHold("run").orElseThrow()) {
      assertThat(lock.holder()).map(Holder::turn).contains(next.turn());
    }
  }

  @Test
  void aSignThatSomebodyKeepsOpenIsInNobodysWay() throws Exception {
    PipeClaim claim = new PipeClaim(name);
    Path stale = Files.createFile(runs.resolve("at-work.run.4." + turn()));
    HANDLE kept =
        Kernel32.INSTANCE.CreateFile(
            stale.toString(), WinNT.GENERIC_READ, 0, null, WinNT.OPEN_EXISTING, 0, null);
    assertThat(kept).isNotEqualTo(WinBase.INVALID_HANDLE_VALUE);
    try (Held held = new RepairLock(runs, claim).tryHold("run").orElseThrow()) {
      assertThat(new RepairLock(runs, claim).holder()).map(Holder::turn).contains(held.turn());
    } finally {
      Kernel32.INSTANCE.CloseHandle(kept);
    }
  }

  /** The other process: has it until it is killed. */
  public static void main(String[] args) throws Exception {
    Held held =
        new RepairLock(Path.of(args[0]), new PipeClaim(args[1])).tryHold("run").orElseThrow();
    System.out.print('!');
    System.out.flush();
    Thread.sleep(60_000);
    held.close();
  }

  private static String turn() {
    return UUID.randomUUID().toString();
  }
}
