package app.regrip.simulated;

import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import app.regrip.pc.RestorePoints;
import app.regrip.text.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * System Protection with its throttle: a second restore point within a day only seems to be made.
 */
final class SimulatedRestorePoints implements RestorePoints {

  private static final int ERROR_SERVICE_DISABLED = 1058;
  private static final Duration THROTTLE = Duration.ofHours(24);

  private final PcFolder folder;
  private final FactsFile facts;
  private final Clock clock;
  private final Path file;

  SimulatedRestorePoints(PcFolder folder, FactsFile facts, Clock clock) {
    this.folder = folder;
    this.facts = facts;
    this.clock = clock;
    this.file = folder.root().resolve("restore-points.json");
  }

  private record Point(long sequenceNumber, String at, String description) {}

  @Override
  public boolean isEnabled() throws PcException {
    return folder.exclusively(
        Message.of("simulated.facts.protection"), () -> facts.read().systemProtectionOn());
  }

  @Override
  public OptionalLong newest() throws PcException {
    return folder.exclusively(
        Message.of("simulated.facts.restore-points"),
        () -> points().stream().mapToLong(Point::sequenceNumber).max());
  }

  @Override
  public void create(String description) throws PcException {
    Message tried = Message.of("pc.restore-point.create");
    folder.change(
        tried,
        () -> {
          if (!facts.read().systemProtectionOn()) {
            throw new PcException(
                Message.of("pc.failed", tried), HResult.ofWin32(ERROR_SERVICE_DISABLED));
          }
          add(description);
        });
  }

  private void add(String description) throws IOException {
    List<Point> all = new ArrayList<>(points());
    Instant now = clock.instant();
    if (!all.isEmpty()) {
      Instant newest = Instant.parse(all.get(all.size() - 1).at());
      if (now.isBefore(newest.plus(THROTTLE))) {
        return;
      }
    }
    long next = all.isEmpty() ? 1 : all.get(all.size() - 1).sequenceNumber() + 1;
    all.add(new Point(next, now.toString(), description));
    folder.write(file, all);
  }

  private List<Point> points() throws IOException {
    return List.of(folder.read(file, Point[].class).orElse(new Point[0]));
  }
}
