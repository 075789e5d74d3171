package app.regrip.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A small text file that is replaced as a whole: a reader sees the old text or the new one, also
 * after a power cut. On Windows a file that anybody has open can't be replaced, however it was
 * opened; whoever only reads is done soon, so that is waited for.
 */
public final class AtomicFile {

  private final Path file;
  private final Replacing replacing;

  public AtomicFile(Path file) {
    this(file, AtomicFile::move);
  }

  /**
   * @param replacing how the system puts the new file into the place of the old one
   */
  AtomicFile(Path file, Replacing replacing) {
    this.file = file;
    this.replacing = replacing;
  }

  /** The one call that another process can be in the way of. */
  @FunctionalInterface
  interface Replacing {
    void put(Path fresh, Path target) throws IOException;
  }

  public Path file() {
    return file;
  }

  public void write(String text) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    Files.createDirectories(directory);
    Path fresh = Files.createTempFile(directory, file.getFileName() + ".", ".new");
    try {
      try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Patience.with(
          () -> {
            replacing.put(fresh, file);
            return file;
          });
    } catch (IOException e) {
      try {
        Files.deleteIfExists(fresh);
      } catch (IOException inUse) {
        e.addSuppressed(inUse);
      }
      throw e;
    }
  }

  /** Empty where there is no such file. */
  public Optional<String> read() throws IOException {
    try {
      return Optional.of(Patience.with(() -> Files.readString(file)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static void move(Path fresh, Path target) throws IOException {
    try {
      Files.move(
          fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
