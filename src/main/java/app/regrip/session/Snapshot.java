package app.regrip.session;

import app.regrip.repair.Fix;
import app.regrip.text.Message;
import app.regrip.update.UpdateStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All there is to show at one moment.
 *
 * @param pcName what is watched: "This PC", or "Pretend PC: handle-invalid"
 * @param repair the repair that runs, or the last one that ended since Regrip started
 * @param interrupted a repair that was cut off and waits for Undo or Finish
 * @param snoozedUntil while set and ahead, no toast comes
 * @param watchingUntil while set, a repair is proven and watched for recurrence until then
 * @param undoable the last repair, while what it did stands and can be taken back
 * @param fixes the single fixes that have something to do on this PC, gentlest first
 * @param notice something about Regrip's own files the user should know, and what to do about it
 * @param check the check for updates that was last asked for here
 * @param lastRepair the newest repair of the case that is open
 * @param restartDue whether what that repair did is complete only after a restart of the PC
 */
public record Snapshot(
    Message pcName,
    UpdateStatus status,
    Optional<RepairProgress> repair,
    Optional<InterruptedRepair> interrupted,
    Optional<Instant> snoozedUntil,
    Optional<Instant> watchingUntil,
    Optional<Fix> undoable,
    List<Fix> fixes,
    Optional<Message> notice,
    UpdateCheck check,
    Optional<Case.Entry.Tried> lastRepair,
    boolean restartDue) {

  public Snapshot {
    fixes = List.copyOf(fixes);
  }

  /** With nothing to take back, all fixes, and nothing to say about Regrip's own files. */
  public Snapshot(
      Message pcName,
      UpdateStatus status,
      Optional<RepairProgress> repair,
      Optional<InterruptedRepair> interrupted,
      Optional<Instant> snoozedUntil,
      Optional<Instant> watchingUntil) {
    this(
        pcName,
        status,
        repair,
        interrupted,
        snoozedUntil,
        watchingUntil,
        Optional.empty(),
        OfferedFixes.ALL,
        Optional.empty(),
        UpdateCheck.NEVER,
        Optional.empty(),
        false);
  }

  /** This, with something to take back, and something to say about Regrip's own files. */
  public Snapshot with(Optional<Fix> undoable, Optional<Message> notice) {
    return with(undoable, fixes, notice, check, lastRepair, restartDue);
  }

  /** This, where only these fixes have something to do. */
  public Snapshot with(List<Fix> offered) {
    return with(undoable, offered, notice, check, lastRepair, restartDue);
  }

  /** This, after that check and that repair. */
  public Snapshot with(
      UpdateCheck check, Optional<Case.Entry.Tried> lastRepair, boolean restartDue) {
    return with(undoable, fixes, notice, check, lastRepair, restartDue);
  }

  private Snapshot with(
      Optional<Fix> undoable,
      List<Fix> fixes,
      Optional<Message> notice,
      UpdateCheck check,
      Optional<Case.Entry.Tried> lastRepair,
      boolean restartDue) {
    return new Snapshot(
        pcName,
        status,
        repair,
        interrupted,
        snoozedUntil,
        watchingUntil,
        undoable,
        fixes,
        notice,
        check,
        lastRepair,
        restartDue);
  }

  public boolean isRepairing() {
    return repair.isPresent() && repair.get().verdict().isEmpty();
  }
}
