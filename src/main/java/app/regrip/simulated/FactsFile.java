package app.regrip.simulated;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Where the {@link FactSheet} is kept. To be used with the PC's lock held. */
final class FactsFile {

  private final PcFolder folder;
  private final Path file;

  FactsFile(PcFolder folder) {
    this.folder = folder;
    this.file = folder.root().resolve("facts.json");
  }

  FactSheet read() throws IOException {
    return folder
        .read(file, FactSheet.class)
        .orElseThrow(() -> new NoSuchFileException(file.toString()));
  }

  void write(FactSheet facts) throws IOException {
    folder.write(file, facts);
  }
}
