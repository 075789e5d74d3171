package app.regrip.helper;

import app.regrip.repair.RunStore;
import app.regrip.storage.AppendLog;
import app.regrip.storage.Lines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * One folder per run, with {@code journal.log} in it, and {@code events.TURN.jsonl} of the helper
 * that was at work last. On Windows only administrators may write here.
 */
public final class FolderRunStore implements RunStore {

  private static final String JOURNAL = "journal.log";
  private static final String EVENTS = "events.";

  private final Path folder;
  private final RepairLock lock;

  /** The runs of a pretend PC, whose processes all belong to one user. */
  public FolderRunStore(Path folder) {
    this(folder, new FileClaim(folder.resolve("repair.lock")));
  }

  /**
   * @param claim what keeps two helpers apart
   */
  public FolderRunStore(Path folder, RepairClaim claim) {
    this.folder = folder;
    this.lock = new RepairLock(folder, claim);
  }

  public RepairLock lock() {
    return lock;
  }

  public Path folder() {
    return folder;
  }

  @Override
  public Lines journal(String runId) {
    return new AppendLog(folder.resolve(runId).resolve(JOURNAL));
  }

  /** What the helper of one turn tells; each writes a file of its own, so a reader never mixes. */
  public Path events(String runId, String turn) {
    return folder.resolve(runId).resolve(EVENTS + turn + ".jsonl");
  }

  /** Before a turn begins: what earlier ones of the run told is of no use then. */
  void forgetEvents(String runId) {
    try (Stream<Path> files = Files.list(folder.resolve(runId))) {
      for (Path file : files.filter(f -> f.getFileName().toString().startsWith(EVENTS)).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // There are none yet, or somebody still reads one, which harms nobody.
    }
  }

  @Override
  public List<String> runIds() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children
          .filter(child -> Files.exists(child.resolve(JOURNAL)))
          .sorted(Comparator.comparing(FolderRunStore::madeAt).thenComparing(Path::compareTo))
          .map(child -> child.getFileName().toString())
          .toList();
    }
  }

  private static FileTime madeAt(Path run) {
    try {
      return Files.getLastModifiedTime(run.resolve(JOURNAL));
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }
}
