package app.regrip.repair;

import app.regrip.errors.HResult;
import app.regrip.text.Message;
import app.regrip.update.Failure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One line of a run's journal. {@link Intent} is on the disk before anything is touched; whatever
 * happens then, the journal says what to put back.
 */
public sealed interface JournalEntry {

  /**
   * The first line. {@code source} in the spelling of {@link app.regrip.pc.RepairSource}; {@code
   * failed} is what the repair is for.
   */
  record Begun(
      String runId,
      Fix fix,
      Optional<String> source,
      boolean withCatroot2,
      Optional<Failure> failed,
      boolean onManagedPc,
      Instant at,
      String bootId)
      implements JournalEntry {}

  /** A fix of the run begins. */
  record Planned(Fix fix, Message why, List<String> steps) implements JournalEntry {}

  record Intent(String step, UndoData before) implements JournalEntry {}

  record Done(String step, StepResult result) implements JournalEntry {}

  record Failed(String step, Message words) implements JournalEntry {}

  /** From here on the plan is put back and nothing else. */
  record PuttingBack(Message why) implements JournalEntry {}

  /** A plan of the run that had ended, or a later one of them, is being taken back from here on. */
  record Reopened(Fix fix) implements JournalEntry {}

  record Undone(String step) implements JournalEntry {}

  /**
   * @param kept whether the plan's work stands; otherwise everything is as it was before it
   */
  record PlanEnded(Fix fix, boolean kept, Message words) implements JournalEntry {}

  record Proof(boolean proven, Optional<HResult> code, Message words, Instant at)
      implements JournalEntry {}

  /**
   * The run goes on once the PC has been restarted, that is, once its boot id is another.
   *
   * @param goOnWith the fix to go on with if updates still fail then; empty where there is none
   */
  record AwaitsRestart(Optional<Fix> goOnWith, String bootId, Message words)
      implements JournalEntry {}

  /** A later helper took the run up. */
  record TakenUp(RecoveryChoice choice, Instant at) implements JournalEntry {}

  record Ended(Verdict verdict, Instant at) implements JournalEntry {}

  /**
   * What the run has set aside is deleted from here on, so it can't be taken back any more. Stands
   * after its end.
   */
  record LettingGo(Instant at) implements JournalEntry {}
}
