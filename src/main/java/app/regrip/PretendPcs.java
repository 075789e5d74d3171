package app.regrip;

import app.regrip.Folders.PretendPcFolders;
import app.regrip.errors.ErrorCatalog;
import app.regrip.helper.ChildProcessLauncher;
import app.regrip.helper.FolderRunStore;
import app.regrip.pc.PcException;
import app.regrip.session.LiveSession;
import app.regrip.session.PcChoice;
import app.regrip.session.SessionStore;
import app.regrip.session.Sessions.CannotOpenException;
import app.regrip.simulated.Scenario;
import app.regrip.simulated.SimulatedPc;
import app.regrip.simulated.Speed;
import app.regrip.simulated.UnusableException;
import app.regrip.storage.Patience;
import app.regrip.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Opens sessions on pretend PCs, each kept in a folder below the data folder. */
final class PretendPcs {

  private static final Duration FIRST_CHECK_AFTER = Duration.ofSeconds(3);

  private final Clock clock;
  private final ErrorCatalog catalog;

  PretendPcs(Clock clock, ErrorCatalog catalog) {
    this.clock = clock;
    this.catalog = catalog;
  }

  OpenedPc open(PcChoice choice, boolean watching) throws CannotOpenException {
    Scenario scenario = scenario(choice);
    Folders folders = Regrip.folders(choice);
    PretendPcFolders places = folders.pretendPc(scenario.name());
    SettingsFile settings = new SettingsFile(folders.settings());
    folders.requireWritable();
    try {
      if (choice.fresh()) {
        startOver(places);
      }
      SimulatedPc pc = SimulatedPc.open(places.pc(), scenario, speed(choice), clock);
      Runnable switchOff = watching ? pc.powerOn(FIRST_CHECK_AFTER)::close : checkOnce(pc);
      LiveSession session =
          LiveSession.open(parts(pc, places, settings, choice, switchOff), watching);
      return new OpenedPc(
          session, pc, settings, Optional.of(() -> restart(choice)), Optional.empty());
    } catch (UnusableException e) {
      throw new CannotOpenException(e.what(), e);
    } catch (IOException e) {
      throw new CannotOpenException(PcException.what(e), e);
    } catch (PcException e) {
      throw new CannotOpenException(
          Message.of("session.cannot-open.pretend-pc-failed", e.what()), e);
    }
  }

  void restart(PcChoice choice) throws CannotOpenException {
    Scenario scenario = scenario(choice);
    PretendPcFolders places = Regrip.folders(choice).pretendPc(scenario.name());
    if (new FolderRunStore(places.runs()).lock().holder().isPresent()) {
      throw new CannotOpenException(
          Message.of("session.cannot-open.repairing-so-restart-later"), true);
    }
    try {
      SimulatedPc.open(places.pc(), scenario, speed(choice), clock).restart();
    } catch (UnusableException e) {
      throw new CannotOpenException(e.what(), e);
    } catch (PcException e) {
      throw new CannotOpenException(Message.of("session.cannot-open.not-restarted", e.what()), e);
    }
  }

  private LiveSession.Dependencies parts(
      SimulatedPc pc,
      PretendPcFolders places,
      SettingsFile settings,
      PcChoice choice,
      Runnable switchOff) {
    SessionStore records = new SessionStore(places.userData(), clock);
    settings.trouble().ifPresent(records::notice);
    return new LiveSession.Dependencies(
        Message.of("session.pc.pretend", pc.scenarioName()),
        pc,
        new ChildProcessLauncher(HelperRole.commandFor(pc.folder(), speed(choice))),
        new FolderRunStore(places.runs()),
        records,
        clock,
        settings::poll,
        settings::retention,
        failing -> settings.alerts().alerts().wants(failing, catalog),
        switchOff,
        Optional::empty);
  }

  /** Nobody stays to see the PC make its next update check, so one that is due is made now. */
  private static Runnable checkOnce(SimulatedPc pc) throws PcException {
    pc.runDueCheck();
    return () -> {};
  }

  private static Scenario scenario(PcChoice choice) throws CannotOpenException {
    String name = choice.scenario().orElse(Scenario.DEFAULT);
    return Scenario.named(name)
        .orElseThrow(
            () ->
                new CannotOpenException(
                    Message.of(
                        "session.cannot-open.no-scenario",
                        name,
                        Scenario.all().stream()
                            .map(Scenario::name)
                            .collect(Collectors.joining(", "))),
                    true));
  }

  private static Speed speed(PcChoice choice) {
    return choice.speed().map(Speed::new).orElse(Speed.DEFAULT);
  }

  private void startOver(PretendPcFolders places) throws IOException, CannotOpenException {
    if (new FolderRunStore(places.runs()).lock().holder().isPresent()) {
      throw new CannotOpenException(
          Message.of("session.cannot-open.repairing-so-start-over-later"), true);
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
        Patience.with(() -> Files.deleteIfExists(path));
      }
    }
  }
}
