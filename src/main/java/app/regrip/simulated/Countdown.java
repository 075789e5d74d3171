package app.regrip.simulated;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Something on the pretend PC that passes by itself. It begins when it is begun, or with the first
 * look at it; where the PC is so fast that no time passes, each look takes as much of it as whoever
 * waits leaves between two looks. To be used with the PC's lock held.
 */
final class Countdown {

  private final PcFolder folder;
  private final Path file;
  private final Speed speed;
  private final Clock clock;

  Countdown(PcFolder folder, String name, Speed speed, Clock clock) {
    this.folder = folder;
    this.file = folder.root().resolve("countdowns").resolve(name + ".json");
    this.speed = speed;
    this.clock = clock;
  }

  private record State(String until, int looksLeft) {}

  /** Begins it now, or anew. */
  void begin(Duration inLife, Duration betweenLooks) throws IOException {
    folder.write(file, beginning(inLife, betweenLooks));
  }

  boolean hasBegun() {
    return Files.exists(file);
  }

  private State beginning(Duration inLife, Duration betweenLooks) {
    return new State(
        clock.instant().plus(speed.of(inLife)).toString(), (int) inLife.dividedBy(betweenLooks));
  }

  /**
   * Whether it is not over yet.
   *
   * @param inLife how long it takes
   * @param betweenLooks of those who wait for it
   */
  boolean isRunning(Duration inLife, Duration betweenLooks) throws IOException {
    if (inLife.isZero()) {
      return false;
    }
    State state = folder.read(file, State.class).orElseGet(() -> beginning(inLife, betweenLooks));
    boolean running =
        speed.of(inLife).isZero()
            ? state.looksLeft() > 0
            : clock.instant().isBefore(Instant.parse(state.until()));
    folder.write(file, new State(state.until(), Math.max(0, state.looksLeft() - 1)));
    return running;
  }
}
