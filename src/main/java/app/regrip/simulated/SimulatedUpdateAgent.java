package app.regrip.simulated;

import app.regrip.errors.HResult;
import app.regrip.pc.Cancellation;
import app.regrip.pc.PcException;
import app.regrip.pc.ServiceStatus.RunState;
import app.regrip.pc.UpdateAgent;
import app.regrip.pc.UpdateFolder;
import app.regrip.update.UpdateService;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The Windows Update agent of the pretend PC. */
final class SimulatedUpdateAgent implements UpdateAgent {

  private static final Duration SEARCH = Duration.ofSeconds(225);
  private static final int PARTS = 10;
  private static final HResult CALL_CANCELLED = new HResult(0x8024000B);
  private static final int ERROR_OPERATION_ABORTED = 995;

  private final PcFolder folder;
  private final SimulatedServices services;
  private final UpdateDatabase database;
  private final UpdateFaults faults;
  private final FactsFile facts;
  private final SimulatedUpdateLog log;
  private final Speed speed;
  private final Clock clock;

  SimulatedUpdateAgent(
      PcFolder folder,
      SimulatedServices services,
      UpdateDatabase database,
      UpdateFaults faults,
      FactsFile facts,
      SimulatedUpdateLog log,
      Speed speed,
      Clock clock) {
    this.folder = folder;
    this.services = services;
    this.database = database;
    this.faults = faults;
    this.facts = facts;
    this.log = log;
    this.speed = speed;
    this.clock = clock;
  }

  @Override
  public SearchResult search(Cancellation cancellation) throws PcException {
    Optional<SearchResult> atOnce = folder.exclusively("Beginning an update check", this::begin);
    if (atOnce.isPresent()) {
      return atOnce.get();
    }
    try {
      for (int part = 0; part < PARTS && isAnswering(); part++) {
        if (!speed.pass(SEARCH.dividedBy(PARTS), cancellation)) {
          return new SearchResult(CALL_CANCELLED, 0);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PcException(
          "The update check was interrupted", HResult.ofWin32(ERROR_OPERATION_ABORTED), e);
    }
    return folder.exclusively("Checking for updates", this::end);
  }

  @Override
  public boolean isInstalling() throws PcException {
    return folder.exclusively("Asking for an installation", () -> facts.read().installingUpdate());
  }

  @Override
  public List<UpdateHistoryEntry> history() throws PcException {
    return withService("Reading the update history", database::history);
  }

  @Override
  public List<HiddenUpdate> hiddenUpdates() throws PcException {
    return withService("Reading the hidden updates", database::hidden);
  }

  @Override
  public void hide(HiddenUpdate update) throws PcException {
    withService(
        "Hiding " + update.title(),
        () -> {
          if (isOffered(update)) {
            database.makeWhatIsMissing();
            database.hide(update);
          }
          return true;
        });
  }

  /** The update service starts for a check, unless that can't even begin. */
  private Optional<SearchResult> begin() throws IOException {
    Optional<HResult> fault = faults.ofService();
    if (fault.isPresent()) {
      return Optional.of(failed(fault.get()));
    }
    services.startOnDemand("wuauserv");
    return Optional.empty();
  }

  /** A service that is stopped ends the check at once. */
  private boolean isAnswering() throws PcException {
    return folder.exclusively(
        "Checking for updates",
        () ->
            services
                .look("wuauserv")
                .filter(service -> service.state() == RunState.RUNNING)
                .isPresent());
  }

  private SearchResult end() throws IOException {
    Optional<HResult> fault = faults.ofCheck();
    if (fault.isPresent()) {
      return failed(fault.get());
    }
    database.makeWhatIsMissing();
    Files.createDirectories(SimulatedUpdateFolders.live(folder, UpdateFolder.CATROOT2));
    List<HiddenUpdate> found = new ArrayList<>(facts.read().offers());
    List<String> hidden = database.hidden().stream().map(HiddenUpdate::updateId).toList();
    found.removeIf(offer -> hidden.contains(offer.updateId()));
    log.append(ClientEvent.updatesFound(found.size(), server()), clock.instant());
    return new SearchResult(HResult.OK, found.size());
  }

  private SearchResult failed(HResult code) throws IOException {
    log.append(ClientEvent.searchFailed(code, server()), clock.instant());
    return new SearchResult(code, 0);
  }

  private UpdateService server() throws IOException {
    return facts.read().usesServer() ? UpdateService.WSUS : UpdateService.WINDOWS_UPDATE;
  }

  private boolean isOffered(HiddenUpdate update) throws IOException {
    return facts.read().offers().stream().anyMatch(o -> o.updateId().equals(update.updateId()));
  }

  private <T> T withService(String tried, PcFolder.Work<T> work) throws PcException {
    return folder.exclusively(
        tried,
        () -> {
          Optional<HResult> fault = faults.ofService();
          if (fault.isPresent()) {
            throw new PcException(tried + " failed", fault.get());
          }
          return work.run();
        });
  }
}
