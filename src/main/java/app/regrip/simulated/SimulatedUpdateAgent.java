package app.regrip.simulated;

import app.regrip.errors.HResult;
import app.regrip.pc.Cancellation;
import app.regrip.pc.PcException;
import app.regrip.pc.ServiceStatus.RunState;
import app.regrip.pc.UpdateAgent;
import app.regrip.pc.UpdateFolder;
import app.regrip.text.Message;
import app.regrip.update.UpdateService;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The Windows Update agent of the pretend PC. */
final class SimulatedUpdateAgent implements UpdateAgent {

  private static final Duration SEARCH = Duration.ofSeconds(225);
  private static final int PARTS = 10;
  private static final Duration DOWNLOAD = Duration.ofSeconds(90);
  private static final HResult TIME_OUT = HResult.ofWin32(1460);
  private static final HResult NO_UPDATE = new HResult(0x80240024);
  private static final HResult CALL_CANCELLED = new HResult(0x8024000B);
  private static final int ERROR_OPERATION_ABORTED = 995;

  private final PcFolder folder;
  private final SimulatedServices services;
  private final UpdateDatabase database;
  private final UpdateFaults faults;
  private final FactsFile facts;
  private final SimulatedUpdateLog log;
  private final TiWorker worker;
  private final Speed speed;
  private final Clock clock;

  SimulatedUpdateAgent(
      PcFolder folder,
      SimulatedServices services,
      UpdateDatabase database,
      UpdateFaults faults,
      FactsFile facts,
      SimulatedUpdateLog log,
      TiWorker worker,
      Speed speed,
      Clock clock) {
    this.folder = folder;
    this.services = services;
    this.database = database;
    this.faults = faults;
    this.facts = facts;
    this.log = log;
    this.worker = worker;
    this.speed = speed;
    this.clock = clock;
  }

  @Override
  public SearchResult search(Duration patience, Cancellation cancellation) throws PcException {
    Optional<SearchResult> atOnce =
        folder.exclusively(Message.of("simulated.agent.begin-check"), this::begin);
    if (atOnce.isPresent()) {
      return atOnce.get();
    }
    if (folder.exclusively(Message.of("simulated.agent.ask-server"), this::isNeverAnswered)) {
      return SearchResult.failed(takes(patience, cancellation) ? TIME_OUT : CALL_CANCELLED);
    }
    return takes(SEARCH, cancellation)
        ? folder.exclusively(Message.of("simulated.agent.check"), this::end)
        : SearchResult.failed(CALL_CANCELLED);
  }

  @Override
  public HResult download(UUID update, Cancellation cancellation) throws PcException {
    Optional<HResult> fault =
        folder.exclusively(
            Message.of("simulated.agent.begin-download"),
            () -> {
              Optional<HResult> ofService = faults.ofService();
              if (ofService.isEmpty()) {
                services.startOnDemand("wuauserv");
              }
              return ofService;
            });
    if (fault.isPresent()) {
      return fault.get();
    }
    return takes(DOWNLOAD, cancellation)
        ? folder.exclusively(
            Message.of("simulated.agent.download"), () -> downloaded(update.toString()))
        : CALL_CANCELLED;
  }

  /** Installs what is offered and not hidden, as Windows does by itself. */
  void installWhatIsOffered() throws IOException {
    for (Offer offer : open()) {
      HResult downloaded = downloaded(offer.updateId());
      if (!downloaded.isFailure()) {
        install(offer);
      }
    }
  }

  private HResult downloaded(String updateId) throws IOException {
    Optional<Offer> found = open().stream().filter(o -> o.updateId().equals(updateId)).findFirst();
    if (found.isEmpty()) {
      return NO_UPDATE;
    }
    if (database.isDownloaded(updateId)) {
      return HResult.OK;
    }
    ClientEvent.Update update = found.get().asUpdate();
    log.append(ClientEvent.of(ClientEvent.Kind.DOWNLOAD_STARTED, update), clock.instant());
    Optional<HResult> fault = faults.ofDownload();
    if (fault.isPresent()) {
      log.append(ClientEvent.downloadFailed(fault.get(), update), clock.instant());
      return fault.get();
    }
    database.keepDownload(updateId);
    return HResult.OK;
  }

  private void install(Offer offer) throws IOException {
    worker.hasWorked();
    log.append(ClientEvent.of(ClientEvent.Kind.INSTALL_STARTED, offer.asUpdate()), clock.instant());
    Optional<HResult> fault = faults.ofInstallation(offer);
    if (fault.isPresent()) {
      log.append(ClientEvent.installFailed(fault.get(), offer.asUpdate()), clock.instant());
    } else {
      log.append(ClientEvent.of(ClientEvent.Kind.INSTALLED, offer.asUpdate()), clock.instant());
      facts.write(facts.read().without(offer));
    }
    database.remember(
        new UpdateHistoryEntry(
            clock.instant(),
            offer.title(),
            offer.updateId(),
            Optional.of(fault.orElse(HResult.OK))));
  }

  /** False where it was cancelled. A service that is stopped ends it at once. */
  private boolean takes(Duration howLong, Cancellation cancellation) throws PcException {
    try {
      for (int part = 0; part < PARTS && isAnswering(); part++) {
        if (!speed.pass(howLong.dividedBy(PARTS), cancellation)) {
          return false;
        }
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PcException(
          Message.of("simulated.agent.interrupted"), HResult.ofWin32(ERROR_OPERATION_ABORTED), e);
    }
  }

  @Override
  public boolean isInstalling() throws PcException {
    return folder.exclusively(
        Message.of("simulated.agent.installing"), () -> facts.read().installingUpdate());
  }

  @Override
  public List<UpdateHistoryEntry> history() throws PcException {
    return withService(Message.of("simulated.agent.history"), database::history);
  }

  @Override
  public List<HiddenUpdate> hiddenUpdates() throws PcException {
    return withService(Message.of("simulated.agent.hidden"), database::hidden);
  }

  @Override
  public void hide(HiddenUpdate update) throws PcException {
    withService(
        Message.of("simulated.agent.hide", update.title()),
        () -> {
          if (isOffered(update)) {
            database.makeWhatIsMissing();
            database.hide(update);
          }
          return true;
        });
  }

  /** A server is asked only where nothing here has failed before. */
  private boolean isNeverAnswered() throws IOException {
    return facts.read().updateServer() == UpdateServer.SILENT && faults.ofCheck().isEmpty();
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

  private boolean isAnswering() throws PcException {
    return folder.exclusively(
        Message.of("simulated.agent.check"),
        () ->
            services
                .look("wuauserv")
                .filter(service -> service.state() == RunState.RUNNING)
                .isPresent());
  }

  private SearchResult end() throws IOException {
    worker.hasWorked();
    Optional<HResult> fault = faults.ofCheck();
    if (fault.isPresent()) {
      return failed(fault.get());
    }
    database.makeWhatIsMissing();
    Files.createDirectories(SimulatedUpdateFolders.live(folder, UpdateFolder.CATROOT2));
    int found = open().size();
    log.append(ClientEvent.updatesFound(found, server()), clock.instant());
    return new SearchResult(HResult.OK, offered());
  }

  private List<OfferedUpdate> offered() throws IOException {
    List<OfferedUpdate> offered = new ArrayList<>();
    for (Offer offer : open()) {
      offered.add(
          new OfferedUpdate(
              offer.updateId(), offer.title(), database.isDownloaded(offer.updateId()), false));
    }
    return offered;
  }

  private List<Offer> open() throws IOException {
    List<String> hidden = database.hidden().stream().map(HiddenUpdate::updateId).toList();
    return facts.read().offers().stream()
        .filter(offer -> !hidden.contains(offer.updateId()))
        .toList();
  }

  private SearchResult failed(HResult code) throws IOException {
    log.append(ClientEvent.searchFailed(code, server()), clock.instant());
    return SearchResult.failed(code);
  }

  private UpdateService server() throws IOException {
    return facts.read().usesServer() ? UpdateService.WSUS : UpdateService.WINDOWS_UPDATE;
  }

  private boolean isOffered(HiddenUpdate update) throws IOException {
    return facts.read().offers().stream().anyMatch(o -> o.updateId().equals(update.updateId()));
  }

  private <T> T withService(Message tried, PcFolder.Work<T> work) throws PcException {
    return folder.exclusively(
        tried,
        () -> {
          Optional<HResult> fault = faults.ofService();
          if (fault.isPresent()) {
            throw new PcException(Message.of("pc.failed", tried), fault.get());
          }
          return work.run();
        });
  }
}
