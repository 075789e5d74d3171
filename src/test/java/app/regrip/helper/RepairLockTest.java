package app.regrip.helper;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.helper.RepairLock.Held;
import app.regrip.helper.RepairLock.Holder;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepairLockTest {

  /** Linux gives no process a number that high. */
  private static final long NO_PROCESS = 999_999_999;

  @TempDir Path runs;

  @Test
  void oneAtATime() throws IOException {
    RepairLock lock = lock();
    try (Held held = lock.tryHold("run-1").orElseThrow()) {
      assertThat(lock.tryHold("run-2")).isEmpty();
      assertThat(lock.holder())
          .contains(new Holder("run-1", ProcessHandle.current().pid(), held.turn()));
    }
    assertThat(lock.holder()).isEmpty();
    try (Held next = lock.tryHold("run-2").orElseThrow()) {
      assertThat(lock.holder()).map(Holder::turn).contains(next.turn());
    }
  }

  @Test
  void aHelperWhoseProcessCannotBeSeenIsAtWorkWhileItHasTheClaim() throws IOException {
    RepairLock lock = lock();
    try (Held held = lock.tryHold("run-1").orElseThrow()) {
      Path sign = onlySign();
      Holder seen = new Holder("run-1", NO_PROCESS, held.turn());
      Files.move(sign, runs.resolve("at-work.run-1." + NO_PROCESS + "." + held.turn()));

      assertThat(lock.holder()).contains(seen);
      assertThat(lock.isAtWork(seen)).isTrue();
    }
    assertThat(lock.holder()).as("the sign is there still, the claim is not").isEmpty();
  }

  @Test
  void aSignThatWasLeftBehindIsBelievedByNobodyAlsoWhileAnotherIsAtWork() throws IOException {
    RepairLock lock = lock();
    String killed = UUID.randomUUID().toString();
    Files.createFile(runs.resolve("at-work.run-1." + ProcessHandle.current().pid() + "." + killed));
    assertThat(lock.holder()).isEmpty();

    try (Closeable next =
        new FileClaim(claimed()).tryTake(UUID.randomUUID().toString()).orElseThrow()) {
      assertThat(next).as("has put no sign up yet").isNotNull();
      assertThat(lock.holder()).isEmpty();
    }
    try (Held next = lock.tryHold("run-1").orElseThrow()) {
      assertThat(lock.holder())
          .as("the same run, another turn")
          .map(Holder::turn)
          .contains(next.turn());
      assertThat(lock.isAtWork(new Holder("run-1", 1, killed))).isFalse();
      assertThat(onlySign().getFileName().toString()).contains(next.turn());
    }
  }

  @Test
  void whoOnlyStartsServicesIsSeenByNobodyAndARepairWaitsForIt() throws Exception {
    Asked asked = new Asked();
    RepairLock lock = new RepairLock(runs, asked);
    Held starting = lock.tryHoldUnseen().orElseThrow();
    assertThat(lock.holder()).isEmpty();
    assertThat(lock.tryHoldUnseen()).isEmpty();
    CompletableFuture<Optional<Held>> repair =
        CompletableFuture.supplyAsync(() -> held(lock, "run-1"));
    asked.andRefusedMoreOftenThanAnotherRepair.get(30, TimeUnit.SECONDS);
    starting.close();

    assertThat(repair.get(30, TimeUnit.SECONDS)).isPresent();
  }

  @Test
  void theHelperBeforeThisOneMayStillBeEnding() throws Exception {
    RepairLock lock = lock();
    Asked asked = new Asked();
    Held before = new RepairLock(runs, asked).tryHold("run-1").orElseThrow();
    CompletableFuture<Optional<Held>> next =
        CompletableFuture.supplyAsync(() -> held(new RepairLock(runs, asked), "run-2"));
    asked.andRefused.get(30, TimeUnit.SECONDS);
    before.close();

    assertThat(next.get(30, TimeUnit.SECONDS)).isPresent();
    assertThat(lock.holder()).isEmpty();
  }

  @Test
  void whoAsksIsInNobodysWay() throws Exception {
    String killed = UUID.randomUUID().toString();
    Files.createFile(claimed());
    Process asking = other("ask", killed);
    assertThat(asking.getInputStream().read()).isEqualTo('!');

    try (Closeable claim =
        new FileClaim(claimed()).tryTake(UUID.randomUUID().toString()).orElseThrow()) {
      assertThat(claim).as("taken at the first try").isNotNull();
    } finally {
      asking.destroyForcibly().waitFor();
    }
  }

  @Test
  void aProcessThatIsKilledDropsIt() throws Exception {
    RepairLock lock = lock();
    Process other = other("hold", "");
    assertThat(other.getInputStream().read()).isEqualTo('!');
    Holder holder = lock.holder().orElseThrow();
    assertThat(holder.runId()).isEqualTo("other");
    assertThat(holder.pid()).isEqualTo(other.pid());
    assertThat(lock.tryHold("mine")).isEmpty();

    other.destroyForcibly().waitFor();

    assertThat(lock.holder()).isEmpty();
    try (Held mine = lock.tryHold("mine").orElseThrow()) {
      assertThat(lock.holder()).map(Holder::turn).contains(mine.turn());
    }
  }

  private Process other(String deed, String turn) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                RepairLockTest.class.getName(),
                deed,
                runs.toString(),
                turn))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** The other process: holds the lock, or asks all the time, until it is killed. */
  public static void main(String[] args) throws Exception {
    Path runs = Path.of(args[1]);
    FileClaim claim = new FileClaim(runs.resolve("repair.lock"));
    boolean holds = args[0].equals("hold");
    Object kept = holds ? new RepairLock(runs, claim).tryHold("other").orElseThrow() : claim;
    System.out.print('!');
    System.out.flush();
    while (kept != null) {
      if (holds) {
        Thread.sleep(60_000);
      } else {
        claim.isTaken(args[2]);
      }
    }
  }

  private Path claimed() {
    return runs.resolve("repair.lock");
  }

  private RepairLock lock() {
    return new RepairLock(runs, new FileClaim(claimed()));
  }

  private Path onlySign() throws IOException {
    try (Stream<Path> all = Files.list(runs)) {
      List<Path> signs =
          all.filter(p -> p.getFileName().toString().startsWith("at-work.")).toList();
      assertThat(signs).hasSize(1);
      return signs.get(0);
    }
  }

  private static Optional<Held> held(RepairLock lock, String runId) {
    try {
      return lock.tryHold(runId);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** A claim in memory that tells when somebody was refused. */
  private static final class Asked implements RepairClaim {
    private final CompletableFuture<Boolean> andRefused = new CompletableFuture<>();
    private final CompletableFuture<Boolean> andRefusedMoreOftenThanAnotherRepair =
        new CompletableFuture<>();
    private final Set<String> taken = new HashSet<>();
    private int refused;

    @Override
    public synchronized Optional<Closeable> tryTake(String turn) {
      if (!taken.isEmpty()) {
        andRefused.complete(true);
        if (++refused > 2 * RepairLock.TRIES) {
          andRefusedMoreOftenThanAnotherRepair.complete(true);
        }
        return Optional.empty();
      }
      taken.add(turn);
      return Optional.of(() -> giveBack(turn));
    }

    @Override
    public synchronized boolean isTaken(String turn) {
      return taken.contains(turn);
    }

    private synchronized void giveBack(String turn) {
      taken.remove(turn);
    }
  }
}
