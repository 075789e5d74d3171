package app.regrip.session;

import app.regrip.pc.UpdateAgent.UpdateHistoryEntry;
import app.regrip.repair.Finding;
import app.regrip.repair.Fix;
import app.regrip.repair.FixRequest;
import app.regrip.repair.KeptCopies;
import app.regrip.repair.Preview;
import app.regrip.repair.RecoveryChoice;
import app.regrip.update.Alert;
import app.regrip.update.UpdateEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One running Regrip: it watches, alerts, starts repairs and keeps their history. Tray, window and
 * terminal are faces of it; they call these methods and draw {@link Snapshot}s.
 *
 * <p>Methods marked <em>blocks</em> read the PC and don't belong on a user interface's thread; the
 * others return at once.
 */
public interface Session extends AutoCloseable {

  Snapshot now();

  /** Tells at first how things are, and the last alert where there is one; then what is new. */
  void listen(Listener listener);

  /** Reads the evidence again. */
  void refresh();

  /**
   * Makes Windows check for updates, and reads the evidence again. {@link Snapshot#check} tells how
   * that goes. While a repair runs, it asks by itself, and only the evidence is read.
   */
  void check();

  /** Looks at the PC and tells what the fix would do. Blocks. */
  Preview preview(FixRequest request);

  /** Starts the helper with this fix. Where a repair runs already, that one is revealed instead. */
  void repair(FixRequest request);

  /** Asks the running repair to stop; it ends where that is safe. */
  void cancelRepair();

  /** No toasts for that long, also after a restart of Regrip. */
  void snooze(Duration howLong);

  /** Takes up a repair that was interrupted, or puts back what it did. */
  void recover(RecoveryChoice choice);

  /**
   * What Windows Update has finished lately, newest first; empty where Windows' record of it could
   * not be read. Blocks.
   */
  Optional<List<UpdateEvent>> recentEvents(int most);

  /** The cases there have been, newest first. Blocks. */
  List<Case> cases();

  /**
   * Windows' own list of past updates as resets have kept it, newest first, each line once. What
   * came since the last reset is in Windows' list alone. Blocks.
   */
  List<UpdateHistoryEntry> keptWindowsHistory();

  /**
   * Deletes the history but for the newest case, while that is needed to know how updates are and
   * to take its repair back. What repairs have set aside stays, and so do their journals. Blocks.
   *
   * @return false while a repair runs, or where the history could not be written
   */
  boolean forgetHistory();

  /** The repairs of this PC that have ended, whoever started them. Blocks. */
  MachineHistory machineHistory();

  /** What a repair that is over did, step by step. Blocks. */
  PastRepair pastRepair(Case.Entry.Tried repair);

  /**
   * How long that fix took on this PC the last time, with the check for updates after it; empty
   * where that is not known. Blocks.
   */
  Optional<Duration> lastTook(Fix fix);

  /** What earlier repairs have set aside and is still there. Blocks. */
  KeptCopies.Total keptCopies();

  /** What a look at the PC finds, most telling first; changes nothing. Blocks. */
  List<Finding> diagnose();

  /** Stops watching. A repair that runs goes on: it has a process of its own. */
  @Override
  void close();

  /** Told on a thread of the session. */
  interface Listener {
    void changed(Snapshot snapshot);

    default void alert(Alert alert) {}

    /** A second start, or a second click, wants to see the window. */
    default void reveal() {}
  }
}
