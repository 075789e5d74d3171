package app.regrip.windows.servicing;

import app.regrip.pc.PcException;
import app.regrip.pc.ServicingLog;
import app.regrip.text.Message;
import app.regrip.windows.win32.SystemPaths;
import app.regrip.windows.win32.Win32;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code Logs\CBS\CBS.log} and what was rotated out of it to {@code CbsPersist_*.log}. Windows goes
 * on writing meanwhile: Java opens files so that others may write, rename and delete.
 */
public final class WindowsServicingLog implements ServicingLog {

  private static final Message TRIED = Message.of("pc.cbs-log.read");

  private final Path folder;
  private final ZoneId zone;

  public WindowsServicingLog() throws PcException {
    this(SystemPaths.windows().resolve("Logs").resolve("CBS"), ZoneId.systemDefault());
  }

  /**
   * @param zone of the times in the log
   */
  WindowsServicingLog(Path folder, ZoneId zone) {
    this.folder = folder;
    this.zone = zone;
  }

  @Override
  public List<String> systemFileLines(Instant since, int limit) throws PcException {
    SystemFileLines lines = new SystemFileLines(since, zone, limit);
    try {
      for (Path rotated : rotatedSince(since)) {
        read(rotated, lines);
      }
      read(folder.resolve("CBS.log"), lines);
    } catch (IOException e) {
      throw Win32.failure(TRIED, e);
    }
    return lines.newest();
  }

  /** Oldest first: their names carry the time. */
  private List<Path> rotatedSince(Instant since) throws IOException {
    Map<String, Path> byName = new TreeMap<>();
    try (DirectoryStream<Path> logs = Files.newDirectoryStream(folder, "CbsPersist_*.log")) {
      for (Path log : logs) {
        if (!Files.getLastModifiedTime(log).toInstant().isBefore(since)) {
          byName.put(log.getFileName().toString(), log);
        }
      }
    }
    return List.copyOf(byName.values());
  }

  private static void read(Path log, SystemFileLines lines) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(log), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.take(line);
      }
    } catch (NoSuchFileException rotatedOrNeverThere) {
      return;
    }
  }
}
