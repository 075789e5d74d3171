package app.regrip.repair;

import app.regrip.repair.Faults.MemoryLines;
import app.regrip.storage.Lines;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The journals of runs, in memory; one that is asked for and not there is begun. */
record MemoryRuns(Map<String, Lines> journals) implements RunStore {

  MemoryRuns() {
    this(new LinkedHashMap<>());
  }

  static MemoryRuns of(String runId, Lines journal) {
    MemoryRuns runs = new MemoryRuns();
    runs.journals.put(runId, journal);
    return runs;
  }

  @Override
  public Lines journal(String runId) {
    return journals.computeIfAbsent(runId, id -> new MemoryLines());
  }

  @Override
  public List<String> runIds() {
    return List.copyOf(journals.keySet());
  }
}
