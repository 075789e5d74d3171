package app.regrip.repair;

import app.regrip.pc.Pc;
import app.regrip.pc.PcException;
import app.regrip.pc.UpdateFolder;
import app.regrip.pc.UpdateFolders.Name;
import app.regrip.repair.steps.SetFolderAside;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Deletes folders that a repair set aside, once that repair was proven and has held for a week.
 * Only names out of a journal are ever deleted.
 */
final class Housekeeping {

  private static final Duration KEPT = Duration.ofDays(7);

  private final Pc pc;
  private final RunStore runs;
  private final Clock clock;

  Housekeeping(Pc pc, RunStore runs, Clock clock) {
    this.pc = pc;
    this.runs = runs;
    this.clock = clock;
  }

  /** What can't be deleted is said and left for the next time. */
  void purgeOldCopies(Consumer<String> said) throws IOException {
    for (String runId : runs.runIds()) {
      try {
        if (isOver(runId)) {
          purge(runId, said);
        }
      } catch (IOException | PcException e) {
        said.accept("Copies of an earlier repair stay for now: " + e.getMessage());
      }
    }
  }

  private boolean isOver(String runId) throws IOException {
    return RunState.of(new Journal(runs.journal(runId)).read())
        .flatMap(RunState::ended)
        .filter(e -> e.verdict().kind() == Verdict.Kind.PROVEN)
        .filter(e -> e.at().plus(KEPT).isBefore(clock.instant()))
        .isPresent();
  }

  private void purge(String runId, Consumer<String> said) throws PcException {
    for (UpdateFolder folder : UpdateFolder.values()) {
      for (Name copy : SetFolderAside.copiesOf(folder, runId)) {
        if (pc.updateFolders().exists(copy)) {
          pc.updateFolders().purge(copy);
          said.accept(
              "Deleted " + copy.fileName() + ", kept since a repair that has held for a week.");
        }
      }
    }
  }
}
