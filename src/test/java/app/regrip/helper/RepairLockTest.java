package app.regrip.helper;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.storage.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepairLockTest {

  @TempDir Path runs;

  @Test
  void oneAtATime() throws IOException {
    try (RepairLock lock = RepairLock.tryHold(runs, "run-1").orElseThrow()) {
      assertThat(lock).isNotNull();
      assertThat(RepairLock.tryHold(runs, "run-2")).isEmpty();
      assertThat(RepairLock.holder(runs)).map(RepairLock.Holder::runId).contains("run-1");
    }
    assertThat(RepairLock.holder(runs)).isEmpty();
    try (RepairLock next = RepairLock.tryHold(runs, "run-2").orElseThrow()) {
      assertThat(next).isNotNull();
    }
  }

  @Test
  void aNoteWithoutALockIsStale() throws IOException {
    Files.createFile(runs.resolve("repair.lock"));
    new AtomicFile(runs.resolve("repair.json"))
        .write("{\"runId\":\"old\",\"pid\":" + ProcessHandle.current().pid() + "}");

    assertThat(RepairLock.holder(runs)).isEmpty();
  }

  @Test
  void aProcessThatIsKilledDropsIt() throws Exception {
    Process other =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    RepairLockTest.class.getName(),
                    runs.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(other.getInputStream().read()).isEqualTo('!');
    assertThat(RepairLock.holder(runs)).contains(new RepairLock.Holder("other", other.pid()));
    assertThat(RepairLock.tryHold(runs, "mine")).isEmpty();

    other.destroyForcibly().waitFor();

    assertThat(RepairLock.holder(runs)).isEmpty();
    try (RepairLock mine = RepairLock.tryHold(runs, "mine").orElseThrow()) {
      assertThat(mine).isNotNull();
    }
  }

  /** The other process: holds the lock until it is killed. */
  public static void main(String[] args) throws Exception {
    RepairLock.tryHold(Path.of(args[0]), "other").orElseThrow();
    System.out.print('!');
    System.out.flush();
    Thread.sleep(60_000);
  }
}
