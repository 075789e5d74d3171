package app.regrip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFilesTest {

  @Test
  void whatWasLoggedGoesAndWhatComesIsLogged(@TempDir Path folder) throws IOException {
    try {
      LogFiles.open(folder, "test");
      Logger.getLogger("").warning("what was");
      Files.writeString(folder.resolve("older.0.1.log"), "from before");
      assertThat(LogFiles.startOver(folder, "test")).isTrue();
      Logger.getLogger("").warning("what comes");
      LogFiles.quiet();
      try (Stream<Path> files = Files.list(folder)) {
        assertThat(files.toList())
            .hasSize(1)
            .allSatisfy(
                file ->
                    assertThat(Files.readString(file))
                        .contains("what comes")
                        .doesNotContain("what was"));
      }
    } finally {
      LogFiles.quiet();
    }
  }

  private final Locale before = Locale.getDefault();

  @AfterEach
  void speakAsBefore() {
    Locale.setDefault(before);
  }

  @Test
  void aLineIsEnglishWhateverIsSpoken() {
    Locale.setDefault(Locale.GERMAN);
    LogRecord logged = new LogRecord(Level.WARNING, "the log is gone");
    logged.setLoggerName("app.regrip.Some");
    assertThat(new LogFiles.Line().format(logged))
        .matches(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}\\.[0-9]{3} WARNING app\\.regrip\\.Some:"
                + " the log is gone\\R");
    logged.setThrown(new IllegalStateException("why"));
    assertThat(new LogFiles.Line().format(logged))
        .contains(": the log is gone" + System.lineSeparator())
        .contains("java.lang.IllegalStateException: why" + System.lineSeparator() + "\tat ");
  }
}
