package app.regrip.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With a system that refuses as Windows does, where Linux and Wine do not. */
class AtomicFileTest {

  private static final int FOR_EVER = Integer.MAX_VALUE;

  @TempDir Path folder;
  private int refusals;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5})
  void aReaderThatHasTheOldFileOpenForAMomentIsWaitedFor(int moments) throws IOException {
    Files.writeString(target(), "old");
    AtomicFile file = refusing(moments, new AccessDeniedException("new", "old", null));

    file.write("new");

    assertThat(file.read()).contains("new");
    assertThat(refusals).isEqualTo(moments);
    assertThat(names()).containsExactly("file");
  }

  @Test
  void soIsAnotherWhoOpenedItWithoutSharing() throws IOException {
    String german = "Der Prozess kann nicht auf die Datei zugreifen";
    AtomicFile file = refusing(3, new FileSystemException("new", "old", german));

    file.write("new");

    assertThat(file.read()).contains("new");
  }

  @Test
  void oneThatStaysOpenIsAnErrorAndTheOldFileStays() throws IOException {
    Files.writeString(target(), "old");
    AtomicFile file = refusing(FOR_EVER, new AccessDeniedException("new", "old", null));

    assertThatThrownBy(() -> file.write("new")).isInstanceOf(AccessDeniedException.class);

    assertThat(file.read()).contains("old");
    assertThat(refusals).isGreaterThan(5).isLessThan(100);
    assertThat(names()).as("what was to be the new one is gone").containsExactly("file");
  }

  @Test
  void anErrorOfAnotherKindIsToldAtOnce() {
    AtomicFile file = refusing(FOR_EVER, new NoSuchFileException("new"));

    assertThatThrownBy(() -> file.write("new")).isInstanceOf(NoSuchFileException.class);

    assertThat(refusals).isEqualTo(1);
  }

  private AtomicFile refusing(int times, FileSystemException refusal) {
    return new AtomicFile(
        target(),
        (fresh, target) -> {
          if (refusals < times) {
            refusals++;
            throw refusal;
          }
          Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
        });
  }

  private Path target() {
    return folder.resolve("file");
  }

  private Stream<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).toList().stream();
    }
  }
}
