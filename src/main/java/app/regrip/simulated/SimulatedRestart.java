package app.regrip.simulated;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What servicing finishes at the next restart. Until then neither DISM nor SFC repairs. To be used
 * with the PC's lock held.
 */
final class SimulatedRestart {

  private final PcFolder folder;
  private final Path file;

  SimulatedRestart(PcFolder folder) {
    this.folder = folder;
    this.file = folder.windows().resolve("WinSxS").resolve("pending.json");
  }

  /**
   * @param breaksUpdateChecks whether what is half done keeps update checks from working
   * @param filesToReplace system files that were in use and get their intact copy at the restart
   */
  record Work(boolean breaksUpdateChecks, List<String> filesToReplace) {}

  Optional<Work> read() throws IOException {
    return folder.read(file, Work.class);
  }

  void write(Work work) throws IOException {
    folder.write(file, work);
  }

  void addFile(String name) throws IOException {
    Work before = read().orElse(new Work(false, List.of()));
    TreeSet<String> files = new TreeSet<>(before.filesToReplace());
    files.add(name);
    write(new Work(before.breaksUpdateChecks(), List.copyOf(files)));
  }

  void clear() throws IOException {
    Files.deleteIfExists(file);
  }
}
