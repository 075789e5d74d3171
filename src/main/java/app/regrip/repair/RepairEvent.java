package app.regrip.repair;

import app.regrip.errors.HResult;
import app.regrip.selftest.Answer;
import app.regrip.text.Message;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a running repair tells: one line of the helper's protocol each, and all that a window needs
 * to draw.
 */
public sealed interface RepairEvent {

  /** The first event of a run. */
  record RunStarted(String runId, Fix fix, Instant startedAt) implements RepairEvent {}

  /** A fix begins; on the ladder there are several, one after the other. */
  record RungStarted(Fix fix, Message why, List<Message> steps) implements RepairEvent {}

  /**
   * @param cancellable whether asking for cancellation ends this step early; DISM must run to its
   *     end
   */
  record StepStarted(int step, boolean cancellable) implements RepairEvent {}

  /**
   * How far the running step is. @param percent 0 to 100, never falling within a step @param note a
   * plain word for the user, or empty
   */
  record StepProgressed(double percent, Message note) implements RepairEvent {}

  /** A line for the log on demand. */
  record Said(Message line) implements RepairEvent {}

  record StepEnded(int step, StepState state, Message words) implements RepairEvent {}

  /**
   * @param words why it failed; empty where it did not
   */
  record RungEnded(Fix fix, boolean succeeded, Message words) implements RepairEvent {}

  /** Regrip now lets Windows check for updates. */
  record ProofStarted() implements RepairEvent {}

  record ProofEnded(boolean proven, Optional<HResult> code, Message words) implements RepairEvent {}

  /**
   * What this PC says to one assumption of the self-test; in no run of a repair.
   *
   * @param id of the assumption
   */
  record Answered(String id, Answer answer) implements RepairEvent {
    public Answered {
      Objects.requireNonNull(id);
      Objects.requireNonNull(answer);
    }
  }

  /** The last event of a run. */
  record RunEnded(Verdict verdict) implements RepairEvent {}

  /** How a step stands. */
  enum StepState {
    WAITING,
    RUNNING,
    DONE,
    /** Nothing had to be done. */
    SKIPPED,
    FAILED,
    /** The user stopped it, or it was cut off. */
    STOPPED,
    UNDONE
  }
}
