package app.regrip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogFilesTest {

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
