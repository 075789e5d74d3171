package app.regrip.pc;

import app.regrip.errors.HResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The Windows Update agent (WUA). Searching and reading take no rights; downloading does. */
public interface UpdateAgent {

  /**
   * How long a check for updates may take while the update database is as it always was. It takes
   * seconds, or a few minutes on a slow PC; and where a server does not answer, Windows gives up by
   * itself (WinHttpSetTimeouts: 60 seconds to connect, 30 for an answer) and tries some times more.
   * What has not ended after ten minutes hangs.
   */
  Duration PATIENCE = Duration.ofMinutes(10);

  /**
   * The same right after a repair: with a new update database Windows asks for everything there is,
   * and a PC with a slow disk works on that for many minutes.
   */
  Duration PATIENCE_AFTER_A_REPAIR = Duration.ofMinutes(30);

  /**
   * Runs one update check to its end and says how it ended: the proof of a repair. A failed check
   * is a result, not an exception. Gives up with WU_E_CALL_CANCELLED (0x8024000B) when cancelled,
   * and with Win32 1460 after {@code patience}.
   */
  SearchResult search(Duration patience, Cancellation cancellation) throws PcException;

  /**
   * Downloads one update that is offered, to its end, and says how that went; a failed download is
   * a result. Nothing is installed. Where it is cancelled, or takes too long (Win32 1460), Windows
   * may go on with it by itself.
   */
  HResult download(UUID update, Cancellation cancellation) throws PcException;

  /** Whether an update is being installed right now. */
  boolean isInstalling() throws PcException;

  /** The update history, newest first; a reset of the update components wipes it. */
  List<UpdateHistoryEntry> history() throws PcException;

  /** The updates the user has hidden; a reset forgets them. */
  List<HiddenUpdate> hiddenUpdates() throws PcException;

  /** Hides an update again. One that Windows does not offer any more is a success. */
  void hide(HiddenUpdate update) throws PcException;

  /**
   * What one update check answered.
   *
   * @param offered what is not installed; empty where the check failed
   */
  record SearchResult(HResult result, List<OfferedUpdate> offered) {
    public SearchResult {
      offered = List.copyOf(offered);
    }

    public static SearchResult failed(HResult result) {
      return new SearchResult(result, List.of());
    }

    public boolean succeeded() {
      return !result.isFailure();
    }

    /** Those that Windows would install: not the hidden ones. */
    public List<OfferedUpdate> waiting() {
      return offered.stream().filter(o -> !o.hidden()).toList();
    }

    /** Empty where it is hidden, installed, superseded, withdrawn, or not for this PC. */
    public Optional<OfferedUpdate> waiting(UUID update) {
      return waiting().stream()
          .filter(o -> o.updateId().equalsIgnoreCase(update.toString()))
          .findFirst();
    }
  }

  /**
   * An update that is not installed.
   *
   * @param updateId the GUID without braces
   * @param downloaded whether its files are on this PC
   * @param hidden whether the user has told Windows not to offer it
   */
  record OfferedUpdate(String updateId, String title, boolean downloaded, boolean hidden) {}

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
