package app.regrip.session;

import app.regrip.repair.Fix;
import app.regrip.repair.Verdict;
import app.regrip.text.Message;
import app.regrip.update.Failure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The repairs of this PC that have ended, whoever started them, by their own journals.
 *
 * @param runs the one that ended last first
 * @param notice why that is not all of them
 */
public record MachineHistory(List<EndedRun> runs, Optional<Message> notice) {

  /**
   * A repair that has ended. One that ended and was taken back later ended when that was done.
   *
   * @param failed what it was for; empty where the events told of nothing
   */
  public record EndedRun(
      String runId,
      Fix fix,
      Optional<Failure> failed,
      Instant startedAt,
      Instant endedAt,
      Verdict verdict) {}

  /** None of them, and why. */
  static MachineHistory untold(Message why) {
    return new MachineHistory(List.of(), Optional.of(why));
  }
}
