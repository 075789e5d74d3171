package app.regrip;

import app.regrip.errors.ErrorCatalog;
import app.regrip.helper.FolderRunStore;
import app.regrip.helper.HelperArguments;
import app.regrip.helper.HelperLauncher;
import app.regrip.pc.PcException;
import app.regrip.repair.RepairEvent;
import app.regrip.selftest.Judged;
import app.regrip.session.LiveSession;
import app.regrip.session.PcChoice;
import app.regrip.session.Session;
import app.regrip.session.SessionStore;
import app.regrip.session.Sessions.CannotOpenException;
import app.regrip.text.Message;
import app.regrip.update.AlertChoice;
import app.regrip.windows.WindowsPc;
import app.regrip.windows.elevation.PipeClaim;
import app.regrip.windows.elevation.RunsFolder;
import app.regrip.windows.elevation.WindowsHelperLauncher;
import app.regrip.windows.eventlog.ApplicationLog;
import app.regrip.windows.facts.InstallationChoice;
import app.regrip.windows.facts.MachinePolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Opens sessions on the Windows this runs on. */
final class RealPc {

  private final Clock clock;
  private final ErrorCatalog catalog;

  RealPc(Clock clock, ErrorCatalog catalog) {
    this.clock = clock;
    this.catalog = catalog;
  }

  OpenedPc open(PcChoice choice, boolean watching) throws CannotOpenException {
    Folders folders = Regrip.folders(choice);
    folders.requireWritable();
    SettingsFile settings = new SettingsFile(folders.settings(), policies());
    SessionStore records = new SessionStore(folders.root(), clock);
    settings.trouble().ifPresent(records::notice);
    WindowsPc pc = pc();
    Path runs = Folders.runsOfThisPc(System.getenv());
    LiveSession session =
        LiveSession.open(
            new LiveSession.Dependencies(
                Message.of("session.pc.this"),
                pc,
                launcher(),
                new FolderRunStore(runs, new PipeClaim()),
                records,
                clock,
                settings::poll,
                settings::retention,
                failing -> settings.alerts().alerts().wants(failing, catalog),
                () -> {},
                () -> RunsFolder.doubt(runs)),
            watching);
    return new OpenedPc(
        session, pc, settings, Optional.empty(), watching ? witness() : Optional.empty());
  }

  /** Windows' event log, where the installer has made Regrip known to it. */
  private Optional<Session.Listener> witness() {
    return Installation.here()
        .map(here -> new WatchInEventLog(new ApplicationLog(), catalog, MachinePolicy.allSet()));
  }

  /** A policy that can't be read is none: its PC is still looked after. */
  private static SettingsFile.Policies policies() {
    if (!Folders.isWindows()) {
      return SettingsFile.Policies.NONE;
    }
    try {
      return new SettingsFile.Policies(
          MachinePolicy.POLL_MINUTES.value(),
          alerts(MachinePolicy.ALERTS.value()),
          MachinePolicy.CHECK_FOR_UPDATES.answer(),
          new SettingsFile.Installed(
              alerts(InstallationChoice.alerts()).orElse(AlertChoice.HANDLE),
              InstallationChoice.checksForUpdates()));
    } catch (PcException e) {
      System.getLogger(RealPc.class.getName())
          .log(System.Logger.Level.WARNING, "the policies for Regrip could not be read", e);
      return SettingsFile.Policies.NONE;
    }
  }

  private static Optional<AlertChoice> alerts(OptionalInt number) {
    return number.stream().mapToObj(each -> AlertChoice.values()[each]).findFirst();
  }

  List<Judged> selfTest(PcChoice choice, boolean elevated, Consumer<Judged> each)
      throws CannotOpenException, InterruptedException {
    Folders folders = Regrip.folders(choice);
    folders.requireWritable();
    return PcSelfTest.ofWindows(
        pc(), folders.root(), Folders.runsOfThisPc(System.getenv()), launcher(), elevated, each);
  }

  private static WindowsPc pc() throws CannotOpenException {
    try {
      return new WindowsPc();
    } catch (PcException e) {
      throw new CannotOpenException(
          Message.of("session.cannot-open.windows-silent", e.what(), e.code().hex()), e);
    }
  }

  private static HelperLauncher launcher() {
    return Installation.here()
        .<HelperLauncher>map(here -> new WindowsHelperLauncher(here.helper()))
        .orElseGet(NotInstalled::new);
  }

  /** From a checkout, anybody could change what would run with an administrator's rights. */
  private static final class NotInstalled implements HelperLauncher {

    @Override
    public RunningHelper launch(HelperArguments order, Consumer<RepairEvent> events, Runnable ended)
        throws IOException {
      throw new NotStartedException(Message.of("session.not-installed"));
    }

    @Override
    public boolean asksForPermission() {
      return true;
    }
  }
}
