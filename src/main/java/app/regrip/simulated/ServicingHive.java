package app.regrip.simulated;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The registry hive that servicing keeps, {@code System32\config\COMPONENTS}. No repair of Windows
 * mends it while Windows runs. To be used with the PC's lock held.
 */
final class ServicingHive {

  private static final byte[] SIGNATURE = "regf".getBytes(StandardCharsets.US_ASCII);
  private static final int SIZE = 4096;

  private final PcFolder folder;
  private final Path file;

  ServicingHive(PcFolder folder) {
    this.folder = folder;
    this.file = folder.windows().resolve("System32").resolve("config").resolve("COMPONENTS");
  }

  boolean isDamaged() throws IOException {
    byte[] content = Files.readAllBytes(file);
    return !Arrays.equals(
        content, 0, Math.min(content.length, SIGNATURE.length), SIGNATURE, 0, SIGNATURE.length);
  }

  void make(boolean damaged) throws IOException {
    Files.createDirectories(file.getParent());
    folder.write(file, damaged ? new byte[SIZE] : Arrays.copyOf(SIGNATURE, SIZE));
  }
}
