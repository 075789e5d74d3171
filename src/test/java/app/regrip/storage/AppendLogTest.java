package app.regrip.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppendLogTest {

  @TempDir Path folder;

  @Test
  void whatWasAppendedIsReadBack() throws IOException {
    AppendLog log = new AppendLog(folder.resolve("deep").resolve("log"));
    log.append("first");
    log.append("zwei – ünï");

    assertThat(log.read()).isEqualTo(new Lines.Contents(List.of("first", "zwei – ünï"), 0));
  }

  /** Windows keeps everybody from reading what is locked; Linux and Wine do not. */
  @Test
  void whatIsLockedWhileSomebodyWritesIsNoPartOfTheLines() throws IOException {
    AppendLog log = new AppendLog(folder.resolve("log"));
    log.append("first");
    try (FileChannel channel = FileChannel.open(log.file(), StandardOpenOption.WRITE);
        FileLock lock = AppendLog.lock(channel)) {
      assertThat(lock.overlaps(0, 1L << 60)).isFalse();
      assertThat(lock.isShared()).isFalse();
      assertThat(log.read().lines()).containsExactly("first");
      assertThatThrownBy(() -> log.append("second"))
          .as("in this process the writers exclude each other by the same byte")
          .isInstanceOf(OverlappingFileLockException.class);
    }
    log.append("second");
    assertThat(log.read().lines()).containsExactly("first", "second");
  }

  @Test
  void cutAtAnyByteItKeepsEveryWholeLineAndGoesOn() throws IOException {
    AppendLog whole = new AppendLog(folder.resolve("whole"));
    List<String> lines = List.of("one", "two with ü", "three");
    for (String line : lines) {
      whole.append(line);
    }
    byte[] bytes = Files.readAllBytes(whole.file());
    for (int length = 0; length <= bytes.length; length++) {
      AppendLog cut = new AppendLog(folder.resolve("cut-" + length));
      Files.write(cut.file(), Arrays.copyOf(bytes, length));
      int kept =
          (int)
              new String(bytes, 0, length, StandardCharsets.ISO_8859_1)
                  .chars()
                  .filter(c -> c == '\n')
                  .count();
      assertThat(cut.read().lines()).isEqualTo(lines.subList(0, kept));

      cut.append("after the power cut");
      List<String> now = cut.read().lines();
      assertThat(now.subList(0, kept)).isEqualTo(lines.subList(0, kept));
      assertThat(now).endsWith("after the power cut");
    }
  }

  @Test
  void whatIsRewrittenIsAllThereIsAndGrowsOn() throws IOException {
    AppendLog log = new AppendLog(folder.resolve("log"));
    log.append("one");
    log.append("two");
    log.append("three");
    log.rewrite(lines -> lines.subList(1, 3));
    assertThat(log.read()).isEqualTo(new Lines.Contents(List.of("two", "three"), 0));
    log.append("four");
    assertThat(log.read().lines()).containsExactly("two", "three", "four");
    assertThat(folder.toFile().list()).containsExactly("log");
  }

  /** Cut at any byte while the new lines replace the old ones, the new ones are there. */
  @Test
  void aRewritingThatWasCutOffIsFinished() throws IOException {
    AppendLog whole = new AppendLog(folder.resolve("whole"));
    whole.append("two with ü");
    whole.append("three");
    byte[] bytes = Files.readAllBytes(whole.file());
    for (int length = 0; length <= bytes.length; length++) {
      AppendLog cut = new AppendLog(folder.resolve("cut-" + length));
      Files.write(cut.file(), Arrays.copyOf(bytes, length));
      Path whatIsToBe = folder.resolve("cut-" + length + ".rewritten");
      Files.write(whatIsToBe, bytes);
      assertThat(cut.read().lines()).containsExactly("two with ü", "three");
      cut.append("four");
      assertThat(cut.read().lines()).containsExactly("two with ü", "three", "four");
      assertThat(whatIsToBe).doesNotExist();
    }
  }

  @Test
  void aDamagedLineInTheMiddleIsPassedOverAndCounted() throws IOException {
    AppendLog log = new AppendLog(folder.resolve("log"));
    log.append("one");
    log.append("two");
    log.append("three");
    Files.writeString(log.file(), Files.readString(log.file()).replace("two", "twO"));

    assertThat(log.read()).isEqualTo(new Lines.Contents(List.of("one", "three"), 1));
  }

  @Test
  void aFileOfRubbishHasNoLines() throws IOException {
    AppendLog log = new AppendLog(folder.resolve("log"));
    Files.write(log.file(), new byte[] {0, 1, 2, '\n', 'x', '\t', '\n', (byte) 0xFF, '\n'});

    assertThat(log.read().lines()).isEmpty();
    assertThat(log.read().damaged()).isEqualTo(3);
  }

  @Test
  void aLineBreakInALineIsRefused() {
    AppendLog log = new AppendLog(folder.resolve("log"));

    assertThatThrownBy(() -> log.append("two\nlines")).isInstanceOf(IllegalArgumentException.class);
  }
}
