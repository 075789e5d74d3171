package app.regrip.windows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The folder that the stand-ins of src/test/windows/fakes are fed from. */
public final class FakesFolder {

  private static final Path POINTER = Path.of("C:\\regrip-fakes.txt");

  private FakesFolder() {}

  /** The folder of one stand-in, made if need be; without stand-ins the test is left out. */
  public static Path of(String name) throws IOException {
    String named = System.getenv("REGRIP_FAKES");
    if (named == null && Files.exists(POINTER)) {
      named = Files.readAllLines(POINTER).get(0).strip();
    }
    Assumptions.assumeTrue(named != null, "no stand-ins here (REGRIP_FAKES)");
    return Files.createDirectories(Path.of(named).resolve(name));
  }
}
