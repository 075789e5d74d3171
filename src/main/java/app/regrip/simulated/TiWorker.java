package app.regrip.simulated;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;

/**
 * The worker of Windows' own servicing. It comes with a check for updates, an installation or a
 * servicing program, and stays for a while after that work. To be used with the PC's lock held.
 */
final class TiWorker {

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

  private final FactsFile facts;
  private final Countdown stay;

  TiWorker(PcFolder folder, FactsFile facts, Speed speed, Clock clock) {
    this.facts = facts;
    this.stay = new Countdown(folder, "servicing", speed, clock);
  }

  /** Its work is done now, and its stay begins anew. */
  void hasWorked() throws IOException {
    if (!howLong().isZero()) {
      stay.begin(howLong(), BETWEEN_LOOKS);
    }
  }

  boolean isStillThere() throws IOException {
    return stay.hasBegun() && stay.isRunning(howLong(), BETWEEN_LOOKS);
  }

  private Duration howLong() throws IOException {
    return Duration.ofSeconds(facts.read().workerStaysSeconds());
  }
}
