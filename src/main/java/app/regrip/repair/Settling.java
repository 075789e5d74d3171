package app.regrip.repair;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Takes back every repair that was cut off, so that none is left when Regrip itself is removed. */
public record Settling(RunStore runs, RepairRun repair) {

  /** Returns the runs that could not be taken back, newest first. */
  public List<String> undoAll() throws IOException {
    List<String> newestFirst = new ArrayList<>(runs.runIds());
    Collections.reverse(newestFirst);
    List<String> stuck = new ArrayList<>();
    for (String id : newestFirst) {
      if (isOpen(id)) {
        repair.recover(id, RecoveryChoice.UNDO);
        if (isOpen(id)) {
          stuck.add(id);
        }
      }
    }
    return stuck;
  }

  /** One whose journal can't be read counts too: what it did is not known. */
  private boolean isOpen(String id) {
    try {
      Optional<RunState> state = RunState.read(runs.journal(id));
      return state.isPresent() && state.get().ended().isEmpty();
    } catch (IOException e) {
      return true;
    }
  }
}
