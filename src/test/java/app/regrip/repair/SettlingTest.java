package app.regrip.repair;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.pc.Cancellation;
import app.regrip.repair.Faults.MemoryLines;
import app.regrip.repair.Faults.Mode;
import app.regrip.repair.Faults.PowerCut;
import app.regrip.storage.Lines;
import java.io.IOException;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** What an interrupted repair left is taken back before Regrip goes. */
class SettlingTest {

  private static final Clock CLOCK = Clock.systemUTC();

  @Test
  void whereverAResetWasCutOffNothingOfItIsLeft() throws IOException {
    int cutOff = 0;
    for (int n = 1; ; n++) {
      MemoryPc pc = new MemoryPc();
      MemoryPc.State first = pc.state();
      MemoryRuns runs = new MemoryRuns();
      Faults faults = new Faults(Mode.DIE_AFTER, n);
      reset(pc, runs, faults);
      if (!faults.hasFired()) {
        break;
      }
      boolean cameToItsEnd =
          RunState.read(runs.journal("run")).flatMap(RunState::ended).isPresent();
      MemoryPc.State expected = cameToItsEnd ? pc.state() : first;
      cutOff++;
      assertThat(settling(pc, runs).undoAll()).as("after trace %d", n).isEmpty();
      assertThat(pc.state()).as("after trace %d", n).isEqualTo(expected);
      assertThat(settling(pc, runs).undoAll()).isEmpty();
    }
    assertThat(cutOff).isGreaterThan(20);
  }

  @Test
  void aRepairThatCameToItsEndStays() throws IOException {
    MemoryPc pc = new MemoryPc();
    MemoryRuns runs = new MemoryRuns();
    reset(pc, runs, Faults.none());
    MemoryPc.State last = pc.state();
    assertThat(settling(pc, runs).undoAll()).isEmpty();
    assertThat(pc.state()).isEqualTo(last);
  }

  @Test
  void whatCannotBeReadIsNotCalledSettled() throws IOException {
    MemoryRuns runs =
        MemoryRuns.of(
            "run",
            new Lines() {
              @Override
              public void append(String line) throws IOException {
                throw new IOException("held");
              }

              @Override
              public Contents read() throws IOException {
                throw new IOException("held");
              }
            });
    assertThat(settling(new MemoryPc(), runs).undoAll()).containsExactly("run");
  }

  private static void reset(MemoryPc pc, MemoryRuns runs, Faults faults) {
    MemoryLines journal = new MemoryLines();
    runs.journals().put("run", journal);
    try {
      new RepairRun(
              faults.in(pc),
              MemoryRuns.of("run", faults.in(journal)),
              CLOCK,
              howLong -> {},
              Cancellation.never(),
              event -> {})
          .start("run", FixRequest.of(Fix.RESET));
    } catch (PowerCut e) {
      // As the power being cut: what is in the journal is what there is.
    }
  }

  private static Settling settling(MemoryPc pc, MemoryRuns runs) {
    return new Settling(
        runs, new RepairRun(pc, runs, CLOCK, howLong -> {}, Cancellation.never(), event -> {}));
  }
}
