package app.regrip.simulated;

import app.regrip.errors.HResult;
import app.regrip.pc.UpdateAgent.HiddenUpdate;
import app.regrip.pc.WindowsImage;
import app.regrip.update.UpdateService;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * All there is to know to make a PC.
 *
 * @param corruptionKnown whether an operation that met damage has left its flag
 * @param repairContentOnline whether Windows Update has intact copies to repair from
 * @param media drives with installation media, and the images on them
 * @param pendingRestart what servicing finishes at the next restart, or null
 * @param past what was logged before today
 */
record Blueprint(
    FactSheet facts,
    Map<String, ServiceEntry> services,
    List<SystemFile> files,
    Damage damage,
    boolean corruptionKnown,
    boolean repairContentOnline,
    Map<String, List<WindowsImage>> media,
    SimulatedRestart.Work pendingRestart,
    List<HiddenUpdate> hidden,
    List<PastEvent> past) {

  /**
   * @param download whether an earlier download left what a new one fails on
   * @param store names of the files whose copy in the component store is damaged
   * @param system names of the files that are damaged in System32
   */
  record Damage(
      boolean dataStore,
      boolean download,
      boolean servicingHive,
      List<String> store,
      List<String> system) {}

  /**
   * @param ago an ISO 8601 duration, counted back from when the PC is made
   */
  record PastEvent(
      String ago,
      ClientEvent.Kind kind,
      String title,
      String updateId,
      int revision,
      UpdateService service,
      String errorCode,
      int count) {

    Duration age() {
      return Duration.parse(ago);
    }

    ClientEvent event() {
      ClientEvent.Update update = new ClientEvent.Update(title, updateId, revision, service);
      return switch (kind) {
        case UPDATES_FOUND -> ClientEvent.updatesFound(count, service);
        case SEARCH_FAILED -> ClientEvent.searchFailed(code(), service);
        case DOWNLOAD_FAILED -> ClientEvent.downloadFailed(code(), update);
        case INSTALL_FAILED -> ClientEvent.installFailed(code(), update);
        default -> ClientEvent.of(kind, update);
      };
    }

    /** Whether WUA keeps it in its history; it keeps none of what the Store does. */
    boolean isHistory() {
      return kind == ClientEvent.Kind.INSTALLED && service != UpdateService.MICROSOFT_STORE;
    }

    private HResult code() {
      return new HResult(Long.decode(errorCode).intValue());
    }
  }
}
