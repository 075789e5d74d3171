package app.regrip.simulated;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Something on the pretend PC that passes by itself. It begins with the first look at it; where the
 * PC is so fast that no time passes, each look takes as much of it as whoever waits leaves between
 * two looks. To be used with the PC's lock held.
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
    Duration here = speed.of(inLife);
    State state =
        folder
            .read(file, State.class)
            .orElseGet(
                () ->
                    new State(
                        clock.instant().plus(here).toString(),
                        (int) inLife.dividedBy(betweenLooks)));
    boolean running =
        here.isZero()
            ? state.looksLeft() > 0
            : clock.instant().isBefore(Instant.parse(state.until()));
    folder.write(file, new State(state.until(), Math.max(0, state.looksLeft() - 1)));
    return running;
  }
}
