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
 * One folder per run, with {@code journal.log} and {@code events.jsonl} in it. On Windows only
 * administrators may write here.
 */
public final class FolderRunStore implements RunStore {

  private static final String JOURNAL = "journal.log";

  private final Path folder;

  public FolderRunStore(Path folder) {
    this.folder = folder;
  }

  public Path folder() {
    return folder;
  }

  @Override
  public Lines journal(String runId) {
    return new AppendLog(folder.resolve(runId).resolve(JOURNAL));
  }

  public Path events(String runId) {
    return folder.resolve(runId).resolve("events.jsonl");
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
