package app.regrip.repair;

import app.regrip.pc.PcException;
import app.regrip.pc.UpdateFolder;
import app.regrip.pc.UpdateFolders;
import app.regrip.pc.UpdateFolders.Name;
import app.regrip.pc.UpdateFolders.Size;
import app.regrip.repair.steps.SetFolderAside;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folders that repairs have set aside and that are still there. Only those count whose name is
 * in the journal of a repair that has ended: one that may yet be taken up needs them.
 */
public final class KeptCopies {

  private final UpdateFolders folders;
  private final RunStore runs;

  public KeptCopies(UpdateFolders folders, RunStore runs) {
    this.folders = folders;
    this.runs = runs;
  }

  /** What one repair has left. */
  record Kept(RunState run, List<Name> names) {}

  /**
   * @param folders how many
   */
  public record Total(int folders, Size size) {
    public static final Total NONE = new Total(0, new Size(0, true));
  }

  /** Walks through them, which may take seconds. */
  public Total total() throws IOException, PcException {
    List<Name> names = names(byRun());
    return new Total(names.size(), size(names));
  }

  public boolean isEmpty() throws IOException, PcException {
    return byRun().isEmpty();
  }

  static List<Name> names(List<Kept> kept) {
    return kept.stream().flatMap(run -> run.names().stream()).toList();
  }

  Size size(List<Name> names) throws PcException {
    Size size = Total.NONE.size();
    for (Name name : names) {
      size = size.plus(folders.size(name));
    }
    return size;
  }

  List<Kept> byRun() throws IOException, PcException {
    List<Name> there = folders.setAside();
    List<Kept> kept = new ArrayList<>();
    for (String runId : there.isEmpty() ? List.<String>of() : runs.runIds()) {
      ended(runId)
          .map(run -> new Kept(run, those(there, runId)))
          .filter(run -> !run.names().isEmpty())
          .ifPresent(kept::add);
    }
    return List.copyOf(kept);
  }

  private static List<Name> those(List<Name> there, String runId) {
    return Stream.of(UpdateFolder.values())
        .flatMap(folder -> SetFolderAside.copiesOf(folder, runId).stream())
        .filter(there::contains)
        .toList();
  }

  /** A journal that can't be read is left to the version that can, and so are its folders. */
  private Optional<RunState> ended(String runId) {
    try {
      return RunState.read(runs.journal(runId)).filter(run -> run.ended().isPresent());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
