package app.regrip;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Small log files that rotate: 3 of 512 KiB for each running process, in the data folder; nothing
 * on the console.
 */
final class LogFiles {

  private static final int BYTES = 512 * 1024;
  private static final int FILES = 3;
  private static final String LINE = "%1$tFT%1$tT.%1$tL %2$s %3$s: %4$s%n";

  private LogFiles() {}

  /** Nothing is logged: a command says what there is to say. */
  static void quiet() {
    LogManager.getLogManager().reset();
  }

  /**
   * Deletes all that has been logged, and goes on in new files.
   *
   * @return false where another process holds some of it
   */
  static boolean startOver(Path folder, String role) {
    LogManager.getLogManager().reset();
    boolean all = true;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        all &= delete(file);
      }
    } catch (IOException e) {
      all = Files.notExists(folder);
    }
    open(folder, role);
    return all;
  }

  private static boolean delete(Path file) {
    try {
      return Files.deleteIfExists(file);
    } catch (IOException e) {
      return false;
    }
  }

  /** Where no log can be written, Regrip works without. */
  static void open(Path folder, String role) {
    LogManager.getLogManager().reset();
    try {
      Files.createDirectories(folder);
      FileHandler handler =
          new FileHandler(folder.resolve(role + ".%u.%g.log").toString(), BYTES, FILES, true);
      handler.setFormatter(new Line());
      handler.setLevel(Level.INFO);
      Logger.getLogger("").addHandler(handler);
    } catch (IOException e) {
      // A folder that can't be written is reported by whatever needs it.
    }
  }

  /** In English, whatever this process speaks, for it is read by whoever helps. */
  static final class Line extends Formatter {
    @Override
    public String format(LogRecord logged) {
      StringWriter words = new StringWriter();
      PrintWriter out = new PrintWriter(words);
      out.printf(
          Locale.ROOT,
          LINE,
          logged.getInstant().atZone(ZoneId.systemDefault()),
          logged.getLevel().getName(),
          logged.getLoggerName(),
          formatMessage(logged));
      if (logged.getThrown() != null) {
        logged.getThrown().printStackTrace(out);
      }
      return words.toString();
    }
  }
}
