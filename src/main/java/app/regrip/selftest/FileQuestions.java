package app.regrip.selftest;

import app.regrip.storage.AtomicFile;
import app.regrip.text.Message;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * What the file system has to promise, asked of any: in a scratch folder that is gone afterwards.
 */
public final class FileQuestions {

  /** Longer than a sector and than a page, so that a torn write would show. */
  private static final int LINE = 6000;

  private static final int TIMES = 50;
  private static final long BETWEEN_READINGS_NANOS = 1_000_000;

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
          return Answer.didNotHold(Message.of("selftest.u03.lost", i + 1));
        }
      }
    }
    return Answer.held(Message.of("selftest.u03.kept", TIMES));
  }

  /** One writes while another reads now and then, as the tray and the helper do. */
  private static Answer replaced(Path scratch) throws IOException {
    AtomicFile file = new AtomicFile(scratch.resolve("replaced.txt"));
    file.write(text(0));
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<Integer> reading = CompletableFuture.supplyAsync(() -> torn(file, over));
    try {
      for (int i = 1; i <= TIMES; i++) {
        file.write(text(i));
        if (!file.read().orElse("").equals(text(i))) {
          return Answer.didNotHold(Message.of("selftest.u04.old-text"));
        }
      }
    } catch (IOException e) {
      return Answer.didNotHold(Message.of("selftest.u04.not-replaced", e.toString()));
    } finally {
      over.set(true);
      reading.join();
    }
    return reading.join() == 0
        ? Answer.held(Message.of("selftest.u04.whole", TIMES))
        : Answer.didNotHold(Message.of("selftest.u04.torn"));
  }

  private static String text(int number) {
    return Integer.toString(number % 10).repeat(LINE);
  }

  /** How many readings were no whole text. */
  private static int torn(AtomicFile file, AtomicBoolean over) {
    int torn = 0;
    while (!over.get()) {
      try {
        String read = file.read().orElse("");
        torn += read.length() == LINE && read.chars().distinct().count() == 1 ? 0 : 1;
      } catch (IOException e) {
        torn++;
      }
      LockSupport.parkNanos(BETWEEN_READINGS_NANOS);
    }
    return torn;
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
