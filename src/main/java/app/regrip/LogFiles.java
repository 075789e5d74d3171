package app.regrip;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Small log files that rotate: 3 of 512 KiB for each running process, in the data folder; nothing
 * on the console.
 */
final class LogFiles {

  private static final int BYTES = 512 * 1024;
  private static final int FILES = 3;
  private static final String LINE = "%1$tFT%1$tT.%1$tL %4$s %3$s: %5$s%6$s%n";

  private LogFiles() {}

  /** Nothing is logged: a command says what there is to say. */
  static void quiet() {
    LogManager.getLogManager().reset();
  }

  /** Where no log can be written, Regrip works without. */
  static void open(Path folder, String role) {
    System.setProperty("java.util.logging.SimpleFormatter.format", LINE);
    LogManager.getLogManager().reset();
    try {
      Files.createDirectories(folder);
      FileHandler handler =
          new FileHandler(folder.resolve(role + ".%u.%g.log").toString(), BYTES, FILES, true);
      handler.setFormatter(new SimpleFormatter());
      handler.setLevel(Level.INFO);
      Logger.getLogger("").addHandler(handler);
    } catch (IOException e) {
      // A folder that can't be written is reported by whatever needs it.
    }
  }
}
