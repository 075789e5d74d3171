package app.regrip.simulated;

import app.regrip.errors.HResult;
import app.regrip.pc.Cancellation;
import app.regrip.pc.PcException;
import app.regrip.pc.ProcessType;
import app.regrip.pc.ServiceStatus;
import app.regrip.pc.ServiceStatus.RunState;
import app.regrip.pc.Services;
import app.regrip.pc.StartType;
import app.regrip.text.Message;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The service control manager of the pretend PC, one file per service.
 *
 * <p>It has the trap every reset of the update components must know: while UsoSvc runs, it starts
 * wuauserv again shortly after somebody stopped it.
 */
final class SimulatedServices implements Services {

  private static final int ERROR_ACCESS_DENIED = 5;
  private static final int ERROR_INVALID_PARAMETER = 87;
  private static final int ERROR_OPERATION_ABORTED = 995;
  private static final int ERROR_DEPENDENT_SERVICES_RUNNING = 1051;
  private static final int ERROR_SERVICE_REQUEST_TIMEOUT = 1053;
  private static final int ERROR_SERVICE_DISABLED = 1058;
  private static final int ERROR_SERVICE_DOES_NOT_EXIST = 1060;
  private static final int ERROR_SERVICE_CANNOT_ACCEPT_CTRL = 1061;

  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]+");
  private static final Duration IDLE_LIFE = Duration.ofMinutes(10);
  private static final int SECONDS_TO_STOP = 3;
  private static final int LOOKS_UNTIL_RESTARTED = 2;

  private final PcFolder folder;
  private final Path services;
  private final Speed speed;
  private final Clock clock;

  SimulatedServices(PcFolder folder, Speed speed, Clock clock) {
    this.folder = folder;
    this.services = folder.root().resolve("services");
    this.speed = speed;
    this.clock = clock;
  }

  @Override
  public Optional<ServiceStatus> query(String name) throws PcException {
    return folder.exclusively(
        Message.of("pc.service.query", name), () -> look(name).map(ServiceEntry::status));
  }

  @Override
  public void start(String name) throws PcException {
    Message tried = Message.of("pc.service.start", name);
    folder.change(
        tried,
        () -> {
          ServiceEntry service = require(name, tried);
          if (service.state() == RunState.STOP_PENDING) {
            throw failure(tried, ERROR_SERVICE_CANNOT_ACCEPT_CTRL);
          }
          if (service.isDisabled() && !service.hasProcess()) {
            throw failure(tried, ERROR_SERVICE_DISABLED);
          }
          if (!service.hasProcess()) {
            save(service.with(running(service).withoutStaleHandle()));
          }
        });
  }

  @Override
  public void stop(String name, Duration patience) throws PcException {
    Message tried = Message.of("pc.service.stop", name);
    Duration ahead =
        folder.exclusively(tried, () -> askToStop(require(name, tried), patience, tried));
    boolean inTime = ahead.compareTo(patience) <= 0;
    try {
      speed.pass(inTime ? ahead : patience, Cancellation.never());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PcException(
          Message.of("pc.interrupted", tried), HResult.ofWin32(ERROR_OPERATION_ABORTED), e);
    }
    if (!inTime) {
      throw failure(tried, ERROR_SERVICE_REQUEST_TIMEOUT);
    }
    if (!ahead.isZero()) {
      folder.change(tried, () -> finishStopping(name));
    }
  }

  @Override
  public List<String> runningDependents(String name) throws PcException {
    Message tried = Message.of("pc.service.dependents", name);
    return folder.exclusively(
        tried,
        () -> {
          List<String> running = new ArrayList<>();
          for (String dependent : require(name, tried).dependents()) {
            look(dependent).filter(ServiceEntry::hasProcess).ifPresent(s -> running.add(s.name()));
          }
          return List.copyOf(running);
        });
  }

  @Override
  public void setStartType(String name, StartType type) throws PcException {
    Message tried = Message.of("pc.service.change-start-type", name);
    if (type == StartType.BOOT || type == StartType.SYSTEM) {
      throw failure(tried, ERROR_INVALID_PARAMETER);
    }
    folder.change(tried, () -> save(requireChangeable(name, tried).with(type)));
  }

  @Override
  public void setProcessType(String name, ProcessType type) throws PcException {
    Message tried = Message.of("pc.service.change-process-type", name);
    if (type == ProcessType.OTHER) {
      throw failure(tried, ERROR_INVALID_PARAMETER);
    }
    folder.change(tried, () -> save(requireChangeable(name, tried).with(type)));
  }

  /**
   * Starts it the way Windows does when one part needs another: no new start for a service that has
   * a dead handle. To be called with the PC's lock held; what is missing or disabled stays so.
   */
  void startOnDemand(String name) throws IOException {
    Optional<ServiceEntry> service = look(name).filter(s -> !s.isDisabled());
    if (service.isPresent() && service.get().state() != RunState.STOP_PENDING) {
      save(service.get().with(running(service.get())));
    }
  }

  /** What the service is now, with the PC's lock held. */
  Optional<ServiceEntry> look(String name) throws IOException {
    Optional<ServiceEntry> stored = load(name);
    if (stored.isEmpty()) {
      return stored;
    }
    ServiceEntry service = stored.get();
    if (service.run().isOverAt(clock.instant())) {
      service = ended(service);
      save(service);
    } else if (service.run().until() == null && service.run().secondsLeft() > 1) {
      service = service.with(service.run().stoppingFor(service.run().secondsLeft() - 1));
      save(service);
    } else if (service.run().until() == null && service.run().secondsLeft() == 1) {
      service = ended(service);
      save(service);
    } else if (service.run().looksUntilBack() > 0) {
      service = oneLookLater(service);
      save(service);
    }
    if (service.name().equals("TrustedInstaller") && folder.servicing().isHeld()) {
      service = service.with(service.run().withState(RunState.RUNNING));
    }
    return Optional.of(service);
  }

  /** All services as after a start of Windows, with the PC's lock held. */
  void startWithWindows() throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(services, "*.json")) {
      all.forEach(files::add);
    }
    for (Path file : files) {
      ServiceEntry service = folder.read(file, ServiceEntry.class).orElseThrow();
      RunState state = service.startsWithWindows() ? RunState.RUNNING : RunState.STOPPED;
      save(service.with(service.run().withState(state).withoutStaleHandle()));
    }
  }

  private Duration askToStop(ServiceEntry service, Duration patience, Message tried)
      throws IOException, PcException {
    if (!service.hasProcess()) {
      return Duration.ZERO;
    }
    if (service.nature().refusesToStop() != null) {
      throw failure(tried, service.nature().refusesToStop());
    }
    for (String dependent : service.dependents()) {
      if (look(dependent).filter(ServiceEntry::hasProcess).isPresent()) {
        throw failure(tried, ERROR_DEPENDENT_SERVICES_RUNNING);
      }
    }
    Duration life = timeToStop(service);
    Duration wait = speed.of(life);
    if (wait.isZero() && life.compareTo(patience) <= 0) {
      save(ended(service.with(service.run().stoppingFor(0))));
      return Duration.ZERO;
    }
    Duration left = wait.isZero() ? life.minus(patience) : life;
    ServiceEntry.Run stopping = service.run().stoppingFor((int) left.toSeconds());
    boolean isAsked = service.run().until() != null && service.state() == RunState.STOP_PENDING;
    Instant end = isAsked ? Instant.parse(service.run().until()) : clock.instant().plus(wait);
    save(service.with(wait.isZero() ? stopping : stopping.until(end)));
    return life;
  }

  /** Of one that was asked before, what is left of it. */
  private Duration timeToStop(ServiceEntry service) {
    ServiceEntry.Run run = service.run();
    if (service.state() == RunState.STOP_PENDING && run.until() != null) {
      Duration left = Duration.between(clock.instant(), Instant.parse(run.until()));
      return Duration.ofNanos((long) (left.toNanos() * speed.timesFasterThanLife()));
    }
    if (service.state() == RunState.STOP_PENDING && run.secondsLeft() > 0) {
      return Duration.ofSeconds(run.secondsLeft());
    }
    int seconds = service.nature().secondsToStop();
    return Duration.ofSeconds(seconds == 0 ? SECONDS_TO_STOP : seconds);
  }

  private void finishStopping(String name) throws IOException {
    Optional<ServiceEntry> service = load(name);
    if (service.isPresent() && service.get().state() == RunState.STOP_PENDING) {
      save(ended(service.get()));
    }
  }

  /** A service that was idle for long ends for good; one that somebody stopped may come back. */
  private ServiceEntry ended(ServiceEntry service) throws IOException {
    ServiceEntry.Run stopped = service.run().withState(RunState.STOPPED);
    boolean wasStopped = service.state() == RunState.STOP_PENDING;
    boolean comesBack = wasStopped && isStartedAgain(service);
    return service.with(comesBack ? stopped.backAfter(LOOKS_UNTIL_RESTARTED) : stopped);
  }

  private ServiceEntry oneLookLater(ServiceEntry service) throws IOException {
    ServiceEntry.Run run = service.run();
    if (service.isDisabled() || !isStartedAgain(service)) {
      return service.with(run.backAfter(0));
    }
    int looks = run.looksUntilBack() - 1;
    return service.with(looks > 0 ? run.backAfter(looks) : running(service));
  }

  private boolean isStartedAgain(ServiceEntry service) throws IOException {
    return service.nature().startsAgainByTrigger()
        || service.name().equals("wuauserv") && usoSvcRuns();
  }

  private boolean usoSvcRuns() throws IOException {
    return look("UsoSvc").filter(s -> s.state() == RunState.RUNNING).isPresent();
  }

  private ServiceEntry.Run running(ServiceEntry service) {
    ServiceEntry.Run run = service.run().withState(RunState.RUNNING);
    return service.nature().stopsWhenIdle() ? run.until(clock.instant().plus(IDLE_LIFE)) : run;
  }

  private ServiceEntry require(String name, Message tried) throws IOException, PcException {
    return look(name).orElseThrow(() -> failure(tried, ERROR_SERVICE_DOES_NOT_EXIST));
  }

  private ServiceEntry requireChangeable(String name, Message tried)
      throws IOException, PcException {
    ServiceEntry service = require(name, tried);
    if (service.nature().guarded()) {
      throw failure(tried, ERROR_ACCESS_DENIED);
    }
    return service;
  }

  private Optional<ServiceEntry> load(String name) throws IOException {
    if (!KEY.matcher(name).matches()) {
      return Optional.empty();
    }
    Optional<ServiceEntry> asSpelled = folder.read(file(name), ServiceEntry.class);
    return asSpelled.isPresent() ? asSpelled : loadIgnoringCase(name);
  }

  private Optional<ServiceEntry> loadIgnoringCase(String name) throws IOException {
    Path found = null;
    try (DirectoryStream<Path> all = Files.newDirectoryStream(services, "*.json")) {
      for (Path each : all) {
        if (each.getFileName().toString().equalsIgnoreCase(name + ".json")) {
          found = each;
        }
      }
    }
    return found == null ? Optional.empty() : folder.read(found, ServiceEntry.class);
  }

  private void save(ServiceEntry service) throws IOException {
    folder.write(file(service.name()), service);
  }

  private Path file(String name) {
    return services.resolve(name + ".json");
  }

  private static PcException failure(Message tried, int win32) {
    return new PcException(Message.of("pc.failed", tried), HResult.ofWin32(win32));
  }
}
