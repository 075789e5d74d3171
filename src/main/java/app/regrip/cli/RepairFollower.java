package app.regrip.cli;

import app.regrip.repair.Verdict;
import app.regrip.repair.Verdicts;
import app.regrip.session.RepairProgress;
import app.regrip.session.Session;
import app.regrip.session.Snapshot;
import app.regrip.text.Message;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Starts a repair, tells how it goes, and comes back with its verdict. */
final class RepairFollower {

  /** Often enough for the seconds of the elapsed time to run evenly. */
  private static final long TICK_MILLIS = 250;

  /** A repair is shown as begun at once; where none is after this long, none will be. */
  private static final int IDLE_TICKS = 20;

  private final Interrupts interrupts;

  RepairFollower(Interrupts interrupts) {
    this.interrupts = interrupts;
  }

  /**
   * Follows the repair that {@code start} begins, or the one that runs already. Ctrl+C asks it to
   * stop; the process stays until {@code conclude} has said how that went.
   *
   * @param conclude what to do with the verdict; gives the exit code
   */
  int follow(
      Session session, Runnable start, RepairNarrator narrator, Function<Verdict, Integer> conclude)
      throws InterruptedException {
    try (Interrupts.Registration ctrlC = interrupts.onInterrupt(session::cancelRepair)) {
      return conclude.apply(verdict(session, start, narrator));
    }
  }

  private static Verdict verdict(Session session, Runnable start, RepairNarrator narrator)
      throws InterruptedException {
    Optional<RepairProgress> earlier = session.now().repair().filter(p -> p.verdict().isPresent());
    BlockingQueue<Snapshot> changes = new LinkedBlockingQueue<>();
    session.listen(changes::add);
    start.run();
    int idle = 0;
    while (idle < IDLE_TICKS) {
      Snapshot change = changes.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
      Optional<RepairProgress> repair = (change == null ? session.now() : change).repair();
      if (repair.isPresent() && !repair.equals(earlier)) {
        narrator.tell(repair.get());
        if (repair.get().verdict().isPresent()) {
          return repair.get().verdict().get();
        }
      } else if (change == null) {
        idle++;
      }
    }
    return Verdicts.refused(Message.of("cli.recover.nothing-left"));
  }
}
