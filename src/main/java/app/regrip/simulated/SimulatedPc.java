package app.regrip.simulated;

import app.regrip.pc.Pc;
import app.regrip.pc.PcException;
import app.regrip.pc.PcFacts;
import app.regrip.pc.PcFacts.Antivirus;
import app.regrip.pc.Power;
import app.regrip.pc.Programs;
import app.regrip.pc.RestorePoints;
import app.regrip.pc.Services;
import app.regrip.pc.ServicingLog;
import app.regrip.pc.SystemPages;
import app.regrip.pc.UpdateAgent;
import app.regrip.pc.UpdateFolders;
import app.regrip.pc.UpdateLog;
import app.regrip.pc.UpdatePolicies;
import app.regrip.text.Message;
import app.regrip.threads.Daemon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A pretend PC in a folder. Any number of processes may have it open; each port call is one step
 * for the others.
 */
public final class SimulatedPc implements Pc {

  private static final System.Logger LOG = System.getLogger(SimulatedPc.class.getName());

  private final PcFolder folder;
  private final String scenarioName;
  private final FactsFile factsFile;
  private final ComponentStore store;
  private final SimulatedRestart pendingRestart;
  private final SimulatedServices services;
  private final SimulatedUpdateLog updateLog;
  private final SimulatedUpdateAgent updateAgent;
  private final SimulatedPrograms programs;
  private final SimulatedCbsLog cbsLog;
  private final SimulatedFacts facts;
  private final AutomaticCheck automaticCheck;
  private final Clock clock;
  private final Speed speed;

  private SimulatedPc(PcFolder folder, String scenarioName, Speed speed, Clock clock) {
    this.folder = folder;
    this.scenarioName = scenarioName;
    this.clock = clock;
    this.speed = speed;
    FailureLog failures = new FailureLog(folder, clock);
    UpdateDatabase database = new UpdateDatabase(folder);
    ServicingHive hive = new ServicingHive(folder);
    this.factsFile = new FactsFile(folder);
    this.store = new ComponentStore(folder);
    this.pendingRestart = new SimulatedRestart(folder);
    this.cbsLog = new SimulatedCbsLog(folder, clock);
    this.services = new SimulatedServices(folder, speed, clock);
    this.updateLog = new SimulatedUpdateLog(folder);
    TiWorker worker = new TiWorker(folder, factsFile, speed, clock);
    this.facts = new SimulatedFacts(folder, factsFile, pendingRestart, failures, worker);
    UpdateFaults faults =
        new UpdateFaults(services, database, store, hive, pendingRestart, factsFile, failures);
    this.updateAgent =
        new SimulatedUpdateAgent(
            folder, services, database, faults, factsFile, updateLog, worker, speed, clock);
    this.automaticCheck =
        new AutomaticCheck(folder, factsFile, updateAgent, database, updateLog, clock);
    this.programs =
        new SimulatedPrograms(
            folder,
            store,
            worker,
            new Dism(folder, factsFile, store, pendingRestart, services, failures, speed),
            new SystemFileChecker(folder, store, pendingRestart, services, cbsLog, speed));
  }

  /**
   * Opens the PC in this folder, or makes one of that scenario where the folder is empty or not
   * there. One that was only half made is made anew.
   *
   * @throws UnusableException where the folder can't be used
   */
  public static SimulatedPc open(Path folder, Scenario scenario, Speed speed, Clock clock)
      throws UnusableException {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder);
      }
      if (folder.getFileSystem().isReadOnly() || !Files.isWritable(folder)) {
        throw new UnusableException(Message.of("simulated.pc.read-only"));
      }
      PcFolder real = new PcFolder(folder.toRealPath());
      String name = new Assembly(real, clock).ensurePc(scenario);
      return new SimulatedPc(real, name, speed, clock);
    } catch (IOException | PcException | ReadOnlyFileSystemException e) {
      throw unusable(folder, e);
    }
  }

  /**
   * Removes the PC from this folder, so that the next {@link #open} makes a fresh one. Whatever
   * else is in the folder stays.
   */
  public static void remove(Path folder, Clock clock) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try {
      new Assembly(new PcFolder(folder.toRealPath()), clock).remove();
    } catch (PcException | ReadOnlyFileSystemException e) {
      throw unusable(folder, e);
    }
  }

  private static UnusableException unusable(Path folder, Exception why) {
    Message what = why instanceof PcException trouble ? trouble.what() : PcFolder.words(why);
    return new UnusableException(Message.of("simulated.pc.unusable", folder.toString(), what), why);
  }

  public Path folder() {
    return folder.root();
  }

  /** The scenario it was made with. */
  public String scenarioName() {
    return scenarioName;
  }

  /**
   * The PC's own update check, if one is due: none was made since the PC was, or the last one is an
   * hour old.
   *
   * @return whether one was made
   */
  public boolean runDueCheck() throws PcException {
    return automaticCheck.runIfDue();
  }

  /**
   * Lets the PC live: its first update check comes after this time, and then one each hour, until
   * closed. Where several processes do this, one of them makes the check.
   */
  public PoweredOn powerOn(Duration firstCheckAfter) {
    ScheduledExecutorService life =
        Executors.newSingleThreadScheduledExecutor(Daemon.named("pretend-pc"));
    life.scheduleWithFixedDelay(
        this::liveOn,
        firstCheckAfter.toMillis(),
        Duration.ofHours(1).plusSeconds(1).toMillis(),
        TimeUnit.MILLISECONDS);
    return life::shutdownNow;
  }

  /** A PC that is on until closed; closing does not wait and never throws. */
  public interface PoweredOn extends AutoCloseable {
    @Override
    void close();
  }

  private void liveOn() {
    try {
      runDueCheck();
    } catch (PcException e) {
      LOG.log(System.Logger.Level.WARNING, "the pretend PC could not check for updates", e);
    }
  }

  /**
   * Restarts the PC: services are as their start type says, dead handles and open files are gone,
   * and servicing finishes what waited for it.
   */
  public void restart() throws PcException {
    folder.change(
        Message.of("simulated.pc.restart"),
        () -> {
          services.startWithWindows();
          Optional<SimulatedRestart.Work> pending = pendingRestart.read();
          if (pending.isPresent()) {
            finish(pending.get());
          }
          factsFile.write(factsFile.read().afterRestart(UUID.randomUUID().toString()));
        });
  }

  private void finish(SimulatedRestart.Work pending) throws IOException {
    for (String name : pending.filesToReplace()) {
      Optional<ComponentStore.Entry> file = store.file(name);
      if (file.isPresent() && store.isIntactInStore(file.get())) {
        store.repairSystemCopy(file.get());
      }
    }
    pendingRestart.clear();
  }

  /** What a user does in an antivirus program that is not Windows' own: switch it off. */
  public void switchOffOtherAntivirus() throws PcException {
    folder.change(
        Message.of("simulated.pc.antivirus-off"),
        () -> {
          FactSheet before = factsFile.read();
          factsFile.write(
              before.withAntivirus(
                  before.antivirus().stream()
                      .map(a -> new Antivirus(a.name(), a.microsoft(), a.microsoft()))
                      .toList()));
        });
  }

  @Override
  public Services services() {
    return services;
  }

  @Override
  public UpdateLog updateLog() {
    return updateLog;
  }

  @Override
  public UpdateAgent updateAgent() {
    return updateAgent;
  }

  @Override
  public UpdateFolders updateFolders() {
    return new SimulatedUpdateFolders(folder, services, factsFile, speed, clock);
  }

  @Override
  public Programs programs() {
    return programs;
  }

  @Override
  public SystemPages systemPages() {
    return new SimulatedPages(folder, factsFile);
  }

  @Override
  public ServicingLog servicingLog() {
    return cbsLog;
  }

  @Override
  public RestorePoints restorePoints() {
    return new SimulatedRestorePoints(folder, factsFile, clock);
  }

  @Override
  public Power power() {
    return new SimulatedPower(folder);
  }

  @Override
  public PcFacts facts() {
    return facts;
  }

  @Override
  public UpdatePolicies updatePolicies() {
    return new SimulatedPolicies(folder, factsFile, clock);
  }
}
