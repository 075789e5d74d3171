package app.regrip;

import app.regrip.desktop.Desktop;
import app.regrip.desktop.DesktopOptions;
import app.regrip.desktop.Wording;
import app.regrip.errors.ErrorCatalog;
import app.regrip.pc.Notifications.Action;
import app.regrip.pc.Pc;
import app.regrip.pc.PcException;
import app.regrip.pc.SystemPages.Page;
import app.regrip.selftest.Judged;
import app.regrip.session.PcChoice;
import app.regrip.session.Session;
import app.regrip.session.Sessions.CannotOpenException;
import app.regrip.session.SingleInstance;
import app.regrip.text.Message;
import app.regrip.text.Translator;
import app.regrip.threads.Daemon;
import app.regrip.windows.shell.Foreground;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Regrip in the notification area, until the user quits. */
final class TrayRole {

  private static final System.Logger LOG = System.getLogger(TrayRole.class.getName());

  private final LocalSessions sessions;
  private final ErrorCatalog catalog;
  private final Clock clock;
  private final CountDownLatch quit = new CountDownLatch(1);

  TrayRole(LocalSessions sessions, ErrorCatalog catalog, Clock clock) {
    this.sessions = sessions;
    this.catalog = catalog;
    this.clock = clock;
  }

  /**
   * Returns the exit code once the user has quit, or at once where Regrip runs already.
   *
   * @param wish what a click on a message asked for; a Regrip that runs already is told
   */
  int run(PcChoice choice, Optional<Action> wish) throws CannotOpenException {
    AtomicReference<Desktop> desktop = new AtomicReference<>();
    Consumer<Action> heard =
        later -> Optional.ofNullable(desktop.get()).ifPresent(shown -> shown.act(later));
    Folders folders = Regrip.folders(choice);
    try (SingleInstance instance =
        SingleInstance.first(folders.root(), wish.orElse(Action.OPEN), foreground(), heard)
            .orElse(null)) {
      if (instance == null) {
        System.out.println(Translator.ofThisProcess().say(runningAlready(choice)));
        return 0;
      }
      OpenedPc opened = sessions.openPc(choice, true);
      Optional<ReleaseWatch> releases =
          ReleaseWatch.of(opened.settings(), folders.newVersion(), clock);
      try (Session session = opened.session();
          DesktopPlatform around = surroundings();
          Desktop shown = Desktop.open(session, options(choice, opened, releases, around))) {
        desktop.set(shown);
        around.tell(shown, session, quit::countDown);
        releases.ifPresent(session::listen);
        opened.witness().ifPresent(session::listen);
        if (wish.isPresent() || !shown.hasIcon()) {
          opened.session().awaitReading(); // a first window tells what fails, if anything does
          shown.act(wish.orElse(Action.OPEN));
        }
        quit.await();
        return 0;
      }
    } catch (IOException e) {
      throw new CannotOpenException(
          Message.of(
              "session.cannot-open.data-folder-not-usable",
              folders.root().toString(),
              String.valueOf(e.getMessage())),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  /** The window that comes up shows the PC of the Regrip that runs, whatever was asked for now. */
  static Message runningAlready(PcChoice choice) {
    Message words = Message.of("session.running-already");
    return choice
        .scenario()
        .map(name -> words.then(Message.of("session.running-already.another-pc", name)))
        .orElse(words);
  }

  private static SingleInstance.Foreground foreground() {
    return Folders.isWindows() ? Foreground::passTo : process -> {};
  }

  private static DesktopPlatform surroundings() {
    return Folders.isWindows() ? WindowsPlatform.open() : PlainPlatform.here();
  }

  DesktopOptions options(
      PcChoice choice, OpenedPc opened, Optional<ReleaseWatch> releases, DesktopPlatform around) {
    return new DesktopOptions(
        new Wording(catalog, clock, ZoneId.systemDefault()),
        Regrip.version(),
        new DesktopPreferences(opened.settings(), around.autostart()),
        around::windowsAreDark,
        page -> inBackground(() -> open(opened.pc(), page)),
        page -> isAvailable(opened.pc(), page),
        opened
            .restart()
            .map(restart -> () -> inBackground(() -> restart(restart, opened.session()))),
        around.notifications(),
        around.quietTime(),
        around::reducesMotion,
        around.iconClicks(),
        () -> selfTest(choice),
        releases.map(ReleaseWatch::news),
        quit::countDown,
        clock);
  }

  /** Nobody is asked for permission: what takes one is for the command line. */
  private List<Judged> selfTest(PcChoice choice) {
    try {
      return sessions.selfTest(choice, false, judged -> {});
    } catch (CannotOpenException e) {
      throw new IllegalStateException(Translator.ofThisProcess().say(e.words()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  private static boolean isAvailable(Pc pc, Page page) {
    try {
      return pc.systemPages().isAvailable(page);
    } catch (PcException e) {
      LOG.log(Level.INFO, "whether there is this page can''t be told: {0}", e.getMessage());
      return false;
    }
  }

  private static void open(Pc pc, Page page) {
    try {
      pc.systemPages().open(page);
    } catch (PcException e) {
      LOG.log(Level.WARNING, "the page did not open", e);
    }
  }

  private static void restart(OpenedPc.Restart restart, Session session) {
    try {
      restart.now();
    } catch (CannotOpenException e) {
      LOG.log(Level.WARNING, "the pretend PC did not restart", e);
    }
    session.check();
  }

  private static void inBackground(Runnable work) {
    Daemon.start("errand", work);
  }
}
