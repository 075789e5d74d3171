package app.regrip.simulated;

import app.regrip.pc.PcException;
import app.regrip.pc.ServicingLog;
import app.regrip.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** {@code Windows\Logs\CBS\CBS.log}: local time, a running number, and a tag in brackets. */
final class SimulatedCbsLog implements ServicingLog {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final int TIME_LENGTH = 19;
  private static final String SYSTEM_FILE_CHECKER = "[SR] ";

  private final PcFolder folder;
  private final Path file;
  private final Clock clock;

  SimulatedCbsLog(PcFolder folder, Clock clock) {
    this.folder = folder;
    this.file = folder.windows().resolve("Logs").resolve("CBS").resolve("CBS.log");
    this.clock = clock;
  }

  @Override
  public List<String> systemFileLines(Instant since, int limit) throws PcException {
    Instant second = since.truncatedTo(ChronoUnit.SECONDS);
    return folder.exclusively(
        Message.of("pc.cbs-log.read"),
        () -> {
          List<String> found = new ArrayList<>(lines());
          found.removeIf(line -> !line.contains(SYSTEM_FILE_CHECKER) || at(line).isBefore(second));
          return List.copyOf(found.subList(Math.max(0, found.size() - limit), found.size()));
        });
  }

  /** Adds a line of System File Checker, with the PC's lock held. */
  void systemFileChecker(String what) throws IOException {
    String line =
        String.format(
            "%s, Info                  CSI    %08x %s%s\r\n",
            TIME.format(LocalDateTime.now(clock)), lines().size() + 1, SYSTEM_FILE_CHECKER, what);
    folder.append(file, line);
  }

  private List<String> lines() throws IOException {
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  private Instant at(String line) {
    LocalDateTime local = LocalDateTime.parse(line.substring(0, TIME_LENGTH), TIME);
    return local.atZone(clock.getZone()).toInstant();
  }
}
