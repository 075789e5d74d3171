package app.regrip.windows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** The folder that the fake programs of Windows are fed from. */
public final class FakeFeed {

  private final Path folder;

  private FakeFeed(Path folder) {
    this.folder = folder;
  }

  /** The one every program finds, whatever its environment. */
  public static FakeFeed find() throws IOException {
    return new FakeFeed(Path.of(Files.readString(Path.of("C:\\regrip-fakes.txt")).strip()));
  }

  public void settings(String file, String... lines) throws IOException {
    Files.write(folder.resolve(file), List.of(lines));
  }

  public void forget(String... files) throws IOException {
    for (String file : files) {
      Files.deleteIfExists(folder.resolve(file));
    }
  }

  public boolean exists(String file) {
    return Files.exists(folder.resolve(file));
  }

  public List<String> log(String file) throws IOException {
    try {
      String text = Files.readString(folder.resolve(file), StandardCharsets.UTF_8);
      return text.replace("\uFEFF", "").lines().toList();
    } catch (NoSuchFileException noRun) {
      return List.of();
    }
  }
}
