package app.regrip;

import app.regrip.Folders.PretendPcFolders;
import app.regrip.helper.ChildProcessLauncher;
import app.regrip.helper.FolderRunStore;
import app.regrip.helper.RepairLock;
import app.regrip.pc.PcException;
import app.regrip.session.LiveSession;
import app.regrip.session.PcChoice;
import app.regrip.session.Records;
import app.regrip.session.Session;
import app.regrip.session.Sessions;
import app.regrip.simulated.Scenario;
import app.regrip.simulated.SimulatedPc;
import app.regrip.simulated.Speed;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Opens sessions on this computer: on a pretend PC where one is asked for, or where the system is
 * not Windows.
 */
final class LocalSessions implements Sessions {

  private static final Duration FIRST_CHECK_AFTER = Duration.ofSeconds(3);

  private final Clock clock;

  LocalSessions(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Session open(PcChoice choice, boolean watching) throws CannotOpenException {
    return openPretendPc(choice, watching).session();
  }

  @Override
  public void restartPretendPc(PcChoice choice) throws CannotOpenException {
    Scenario scenario = scenario(choice);
    PretendPcFolders places = Regrip.folders(choice).pretendPc(scenario.name());
    if (RepairLock.holder(places.runs()).isPresent()) {
      throw new CannotOpenException(
          "A repair of this pretend PC is running. Let it finish, then restart the PC.", true);
    }
    try {
      SimulatedPc.open(places.pc(), scenario, speed(choice), clock).restart();
    } catch (IOException | PcException e) {
      throw new CannotOpenException("The pretend PC did not restart: " + e.getMessage() + ".", e);
    }
  }

  /** A session together with the pretend PC it is on, for what only pretend PCs can do. */
  record OnPretendPc(
      Session session, SimulatedPc pc, SettingsFile settings, PretendPcFolders folders) {}

  OnPretendPc openPretendPc(PcChoice choice, boolean watching) throws CannotOpenException {
    Scenario scenario = scenario(choice);
    Folders folders = Regrip.folders(choice);
    PretendPcFolders places = folders.pretendPc(scenario.name());
    SettingsFile settings = new SettingsFile(folders.settings());
    requireWritable(folders.root());
    try {
      if (choice.fresh()) {
        startOver(places);
      }
      SimulatedPc pc = SimulatedPc.open(places.pc(), scenario, speed(choice), clock);
      Runnable switchOff = watching ? pc.powerOn(FIRST_CHECK_AFTER)::close : checkOnce(pc);
      Session session = LiveSession.open(parts(pc, places, settings, choice, switchOff), watching);
      return new OnPretendPc(session, pc, settings, places);
    } catch (IOException e) {
      throw new CannotOpenException(e.getMessage(), e);
    } catch (PcException e) {
      throw new CannotOpenException("The pretend PC did not work: " + e.getMessage() + ".", e);
    }
  }

  /** Whether such a choice leads to a pretend PC. */
  static boolean pretends(PcChoice choice) {
    return choice.simulate() || !Folders.isWindows();
  }

  private LiveSession.Parts parts(
      SimulatedPc pc,
      PretendPcFolders places,
      SettingsFile settings,
      PcChoice choice,
      Runnable switchOff) {
    Records records = new Records(places.userData(), clock);
    settings.trouble().ifPresent(records::notice);
    return new LiveSession.Parts(
        "Pretend PC: " + pc.scenarioName(),
        pc,
        new ChildProcessLauncher(HelperRole.commandFor(pc.folder(), speed(choice))),
        new FolderRunStore(places.runs()),
        records,
        clock,
        settings.settings().poll(),
        switchOff);
  }

  /** Nobody stays to see the PC make its next update check, so one that is due is made now. */
  private static Runnable checkOnce(SimulatedPc pc) throws PcException {
    pc.runDueCheck();
    return () -> {};
  }

  private static Scenario scenario(PcChoice choice) throws CannotOpenException {
    if (!pretends(choice)) {
      throw new CannotOpenException(
          "This version of Regrip can't look after a real Windows yet. See it at work on a pretend PC: regrip --simulate",
          false);
    }
    String name = choice.scenario().orElse(Scenario.DEFAULT);
    return Scenario.named(name)
        .orElseThrow(
            () ->
                new CannotOpenException(
                    "There is no scenario \""
                        + name
                        + "\". There are: "
                        + Scenario.all().stream()
                            .map(Scenario::name)
                            .collect(Collectors.joining(", "))
                        + ".",
                    true));
  }

  private static Speed speed(PcChoice choice) {
    return choice.speed().map(Speed::new).orElse(Speed.DEFAULT);
  }

  private void startOver(PretendPcFolders places) throws IOException, CannotOpenException {
    if (RepairLock.holder(places.runs()).isPresent()) {
      throw new CannotOpenException(
          "A repair of this pretend PC is running. Let it finish, then start over.", true);
    }
    for (Path folder : places.ownedByRegrip()) {
      deleteOwn(folder);
    }
    SimulatedPc.remove(places.pc(), clock);
  }

  private static void deleteOwn(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static void requireWritable(Path folder) throws CannotOpenException {
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, "can-write", null));
    } catch (IOException e) {
      throw new CannotOpenException(
          "Regrip can't write to its data folder "
              + folder
              + " ("
              + (e instanceof FileSystemException file && file.getReason() != null
                  ? file.getReason()
                  : "no access")
              + "). Make it writable, or choose another with --data=FOLDER.",
          e);
    }
  }
}
