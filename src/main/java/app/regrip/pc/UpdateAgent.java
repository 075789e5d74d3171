package app.regrip.pc;

import app.regrip.errors.HResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The Windows Update agent (WUA). Only the helper searches; the tray reads. */
public interface UpdateAgent {

  /**
   * Runs one update check to its end and says how it ended: the proof of a repair. Takes seconds to
   * many minutes; a failed check is a result, not an exception. Gives up with WU_E_CALL_CANCELLED
   * (0x8024000B) when cancelled.
   */
  SearchResult search(Cancellation cancellation) throws PcException;

  /** Whether an update is being installed right now. */
  boolean isInstalling() throws PcException;

  /** The update history, newest first; a reset of the update components wipes it. */
  List<UpdateHistoryEntry> history() throws PcException;

  /** The updates the user has hidden; a reset forgets them. */
  List<HiddenUpdate> hiddenUpdates() throws PcException;

  /** Hides an update again. One that Windows does not offer any more is a success. */
  void hide(HiddenUpdate update) throws PcException;

  /** What one update check answered. {@code updatesFound} is 0 where it failed. */
  record SearchResult(HResult result, int updatesFound) {
    public boolean succeeded() {
      return !result.isFailure();
    }
  }

  /**
   * One line of the update history (IUpdateHistoryEntry). {@code result} empty: still pending, e.g.
   * until a restart.
   */
  record UpdateHistoryEntry(
      Instant date, String title, String updateId, Optional<HResult> result) {}

  /**
   * @param updateId the GUID without braces
   */
  record HiddenUpdate(String updateId, String title) {}
}
