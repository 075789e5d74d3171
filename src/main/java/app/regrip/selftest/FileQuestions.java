package app.regrip.selftest;

import app.regrip.storage.AtomicFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/**
 * What the file system has to promise, asked of any: in a scratch folder that is gone afterwards.
 */
public final class FileQuestions {

  /** Longer than a sector and than a page, so that a torn write would show. */
  private static final int LINE = 6000;

  private static final int TIMES = 50;

  private final Path folder;

  /**
   * @param folder where Regrip's own files are, since another drive may promise something else
   */
  public FileQuestions(Path folder) {
    this.folder = folder;
  }

  public Map<String, Question> all() {
    return Map.of("U03", () -> inScratch(FileQuestions::forced), "U04", this::replacing);
  }

  private Answer replacing() throws IOException {
    return inScratch(FileQuestions::replaced);
  }

  /** A journal line is written, forced, and read by another handle before the first is closed. */
  private static Answer forced(Path scratch) throws IOException {
    Path file = scratch.resolve("forced.log");
    StringBuilder expected = new StringBuilder();
    try (FileChannel log =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.WRITE,
            StandardOpenOption.APPEND)) {
      for (int i = 0; i < TIMES; i++) {
        String line = Integer.toString(i % 10).repeat(LINE) + "\n";
        expected.append(line);
        ByteBuffer bytes = StandardCharsets.US_ASCII.encode(line);
        while (bytes.hasRemaining()) {
          log.write(bytes);
        }
        log.force(true);
        if (!Files.readString(file).contentEquals(expected)) {
          return Answer.didNotHold("line " + (i + 1) + " was not in the file after it was forced");
        }
      }
    }
    return Answer.held(TIMES + " lines were forced, each was there at once; no power was cut");
  }

  private static Answer replaced(Path scratch) throws IOException {
    Path path = scratch.resolve("replaced.txt");
    AtomicFile file = new AtomicFile(path);
    file.write("0".repeat(LINE));
    for (int i = 1; i <= TIMES; i++) {
      try (InputStream reader = Files.newInputStream(path)) {
        byte[] begun = reader.readNBytes(1);
        String fresh = Integer.toString(i % 10).repeat(LINE);
        file.write(fresh);
        String old = new String(begun, StandardCharsets.US_ASCII) + rest(reader);
        if (!old.equals(Integer.toString((i - 1) % 10).repeat(LINE))) {
          return Answer.didNotHold("who was reading saw a part of the new text");
        }
        if (!fresh.equals(Files.readString(path))) {
          return Answer.didNotHold("the new text was not there after it was put in place");
        }
      } catch (IOException e) {
        return Answer.didNotHold("a file that somebody reads could not be replaced: " + e);
      }
    }
    return Answer.held(TIMES + " times, and the one who was reading went on with the old text");
  }

  private static String rest(InputStream reader) throws IOException {
    return new String(reader.readAllBytes(), StandardCharsets.US_ASCII);
  }

  private Answer inScratch(Work work) throws IOException {
    Files.createDirectories(folder);
    Path scratch = Files.createTempDirectory(folder, "selftest");
    try {
      return work.in(scratch);
    } finally {
      try (var files = Files.list(scratch)) {
        for (Path file : files.toList()) {
          Files.deleteIfExists(file);
        }
      }
      Files.deleteIfExists(scratch);
    }
  }

  private interface Work {
    Answer in(Path scratch) throws IOException;
  }
}
