package app.regrip.desktop;

import app.regrip.pc.Notifications;
import app.regrip.pc.QuietTime;
import app.regrip.repair.Fix;
import app.regrip.repair.FixRequest;
import app.regrip.repair.RecoveryChoice;
import app.regrip.session.Session;
import app.regrip.session.Snapshot;
import app.regrip.text.LanguageChoice;
import app.regrip.threads.Daemon;
import app.regrip.update.Alert;
import app.regrip.update.UpdateStatus;
import java.awt.AWTError;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.SwingUtilities;

/**
 * Regrip on a desktop. It listens to a session and shows it: as an icon in the notification area,
 * as an alert, and in a window that is made when it is first wanted.
 */
public final class Desktop implements AutoCloseable {

  /** Windows asks for no more than a few updates of a notification in a second. */
  private static final int BETWEEN_MOVES_MILLIS = 500;

  /** How often the end of a quiet time is looked for, while something waits for it. */
  private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(15);

  /** Between the press that takes the keyboard away from the flyout and the click it becomes. */
  private static final Duration ONE_CLICK = Duration.ofMillis(400);

  private static final Duration GOODBYE = Duration.ofSeconds(2);
  private static final System.Logger LOG = System.getLogger(Desktop.class.getName());
  private static final Duration SNOOZE = SnoozeLength.HOURS8.duration();

  private final Session session;
  private final DesktopOptions options;
  private final Theme theme;
  private final Clicks clicks = new Clicks();
  private final TrayMenu menu;
  private final Toast toast;
  private final AtomicReference<Snapshot> waiting = new AtomicReference<>();

  /** What comes after the end is not to be told any more. */
  private final ExecutorService background =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          Daemon.named("notifications"),
          new ThreadPoolExecutor.DiscardPolicy());

  private final Optional<RepairToast> repairToast;
  private volatile Optional<Tray> tray = Optional.empty();
  private Optional<MainWindow> window = Optional.empty();
  private Optional<Flyout> flyout = Optional.empty();
  private Instant flyoutLeft = Instant.MIN;
  private Optional<Rectangle> lastBounds = Optional.empty();
  private Snapshot latest;

  private Desktop(Session session, DesktopOptions options) {
    this.session = session;
    this.options = options;
    this.latest = session.now();
    this.theme = new Theme(options.preferences()::theme, options.systemIsDark());
    this.menu = new TrayMenu(clicks, options);
    Toast swing = patient(new SwingToast(clicks, options.wording(), theme::apply), this::isQuiet);
    this.toast = options.notifications().map(system -> systemToast(system, swing)).orElse(swing);
    this.repairToast =
        options
            .notifications()
            .map(
                system ->
                    new RepairToast(
                        new PatientNotifications(
                            system, new HeldBack(quietFor(system), later(background))),
                        () -> options.preferences().alerts().notices(),
                        CompletableFuture.delayedExecutor(
                            BETWEEN_MOVES_MILLIS, TimeUnit.MILLISECONDS, background)));
  }

  private Toast systemToast(Notifications system, Toast standIn) {
    return patient(
        new SystemToast(
            system, standIn, options.wording(), background, SwingUtilities::invokeLater),
        quietFor(system));
  }

  /** What else keeps quiet by itself knows nothing of the hours the user has set. */
  private QuietTime quietFor(Notifications system) {
    return system.heedsQuietTime() ? this::isInQuietHours : this::isQuiet;
  }

  private boolean isQuiet() {
    return isInQuietHours() || options.quietTime().isNow();
  }

  private boolean isInQuietHours() {
    LocalTime now = LocalTime.now(options.clock());
    return options
        .preferences()
        .alerts()
        .quietHours()
        .filter(hours -> hours.include(now))
        .isPresent();
  }

  /** An alert that had to wait is shown only if updates still fail then. */
  private Toast patient(Toast impatient, QuietTime quiet) {
    return new PatientToast(
        impatient,
        new HeldBack(quiet, later(SwingUtilities::invokeLater)),
        alert -> latest.status() instanceof UpdateStatus.Failing);
  }

  private static Executor later(Executor thread) {
    return CompletableFuture.delayedExecutor(
        BETWEEN_QUESTIONS.toSeconds(), TimeUnit.SECONDS, thread);
  }

  /**
   * Shows the session from now on and returns at once. Where there is no icon, whoever opens it
   * also opens the window, which stays.
   *
   * @throws IllegalStateException where there is no display; ask {@link #isPossible} first
   */
  public static Desktop open(Session session, DesktopOptions options) {
    if (!isPossible()) {
      throw new IllegalStateException("there is no display");
    }
    Desktop desktop = new Desktop(session, options);
    onEventThread(desktop::start);
    session.listen(desktop.new Ear());
    return desktop;
  }

  /** Whether there is a display to show anything on. Safe to ask anywhere. */
  public static boolean isPossible() {
    try {
      return !GraphicsEnvironment.isHeadless()
          && GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices().length > 0;
    } catch (HeadlessException | AWTError | LinkageError e) {
      return false;
    }
  }

  /** Brings the window up. Any thread. */
  public void reveal() {
    SwingUtilities.invokeLater(clicks::open);
  }

  /** As a plain click on the icon. Any thread. */
  void flyOut() {
    SwingUtilities.invokeLater(clicks::flyOut);
  }

  /**
   * Does what a click on a notification asks for, which is only ever to show something, or to be
   * quiet for a while: anybody can send such a click. Any thread.
   */
  public void act(Notifications.Action action) {
    SwingUtilities.invokeLater(
        () -> {
          switch (action) {
            case OPEN -> clicks.open();
            case FIX -> clicks.preview(Fix.ALL);
            case DETAILS -> clicks.go(new Route.Status());
            case SNOOZE -> {
              toast.hide();
              clicks.snooze(SNOOZE);
            }
          }
        });
  }

  /** As Quit in the menu. Any thread. */
  void quit() {
    SwingUtilities.invokeLater(clicks::quit);
  }

  /** To be called when the task bar was started anew and has forgotten all icons. Any thread. */
  public void trayLost() {
    SwingUtilities.invokeLater(
        () -> {
          if (tray.isPresent()) {
            tray.get().showAgain();
          } else {
            tray = openTray();
          }
          showTray();
        });
  }

  /** To be called when the system turned light or dark. Any thread. */
  public void systemColoursChanged() {
    SwingUtilities.invokeLater(this::retheme);
  }

  /** To be called when there is another screen, or another scale. Any thread. */
  public void displayChanged() {
    SwingUtilities.invokeLater(this::showTray);
  }

  /** Whether there is a notification area that shows one. */
  public boolean hasIcon() {
    return tray.isPresent();
  }

  /** Which kind of tray icon there is, for a log; "none" where there is none. */
  public String trayKind() {
    return tray.map(Tray::kind).orElse("none");
  }

  /** Takes icon, alert and window away; the session goes on. Any thread. */
  @Override
  public void close() {
    onEventThread(this::vanish);
  }

  private void start() {
    tray = openTray();
    showEverywhere(latest);
  }

  /** The menu is the only part of it that Swing draws. */
  private Optional<Tray> openTray() {
    return Tray.open(
        clicks::flyOut,
        (plain, menu) ->
            options
                .iconClicks()
                .take(
                    plain,
                    () -> {
                      SwingUtilities.invokeLater(theme::apply);
                      menu.run();
                    }));
  }

  private void vanish() {
    toast.hide();
    tray.ifPresent(Tray::remove);
    tray = Optional.empty();
    flyout.ifPresent(Flyout::close);
    window.ifPresent(MainWindow::dispose);
    repairToast.ifPresent(shown -> background.execute(shown::leave));
    background.shutdown();
    try {
      if (!background.awaitTermination(GOODBYE.toSeconds(), TimeUnit.SECONDS)) {
        LOG.log(System.Logger.Level.INFO, "a notification may be left over");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void showEverywhere(Snapshot snapshot) {
    latest = snapshot;
    showTray();
    window.ifPresent(open -> open.show(snapshot));
    flyout.ifPresent(open -> open.show(snapshot));
    showRepairToast();
    drawAtOnce();
  }

  /** Java keeps what it has drawn for up to half a second, in case there is more of it. */
  private static void drawAtOnce() {
    SwingUtilities.invokeLater(Toolkit.getDefaultToolkit()::sync);
  }

  private void showRepairToast() {
    repairToast.ifPresent(t -> t.show(latest, window.isPresent()));
  }

  private void showTray() {
    tray.ifPresent(t -> t.show(TrayStatus.of(latest, options.wording()), menu.of(latest)));
  }

  /** A window that is redrawn when the system's colours have changed meanwhile. */
  private void retheme() {
    if (theme.applyAgain()) {
      window.ifPresent(open -> open.redraw(latest));
    }
  }

  private MainWindow windowForSure() {
    if (window.isEmpty()) {
      theme.apply();
      MainWindow made =
          new MainWindow(
              session, clicks, options, tray.isEmpty(), this::retheme, this::windowClosed);
      lastBounds.ifPresent(made::place);
      made.go(new Route.Status(), latest);
      window = Optional.of(made);
      if (options.preferences().isNew()) {
        options.preferences().notNew();
      }
    }
    return window.get();
  }

  private void windowClosed() {
    window.ifPresent(closed -> lastBounds = Optional.of(closed.bounds()));
    window = Optional.empty();
    showRepairToast();
  }

  private static void onEventThread(Runnable work) {
    if (SwingUtilities.isEventDispatchThread()) {
      work.run();
      return;
    }
    try {
      SwingUtilities.invokeAndWait(work);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Brings what the session tells to the event dispatch thread; of many snapshots, the newest. */
  private final class Ear implements Session.Listener {

    @Override
    public void changed(Snapshot snapshot) {
      if (waiting.getAndSet(snapshot) == null) {
        SwingUtilities.invokeLater(() -> showEverywhere(waiting.getAndSet(null)));
      }
    }

    @Override
    public void alert(Alert alert) {
      SwingUtilities.invokeLater(
          () -> {
            if (options.preferences().alerts().notices().tellsOfFailures()) {
              toast.show(alert);
              drawAtOnce();
            }
          });
    }

    @Override
    public void reveal() {
      SwingUtilities.invokeLater(clicks::open);
    }
  }

  private final class Clicks implements Actions {

    @Override
    public void flyOut() {
      if (flyout.isPresent()) {
        flyout.get().close();
      } else if (options.clock().instant().isAfter(flyoutLeft.plus(ONE_CLICK))) {
        toast.hide();
        theme.apply();
        flyout =
            Optional.of(
                Flyout.open(
                    session,
                    this,
                    options,
                    () -> flyoutLeft = options.clock().instant(),
                    () -> flyout = Optional.empty()));
      }
    }

    @Override
    public void open() {
      flyout.ifPresent(Flyout::close);
      if (window.isPresent()) {
        window.get().bringUp();
      } else {
        go(firstPage());
      }
    }

    /** Who opens Regrip because something fails came for that, not to be welcomed. */
    private Route firstPage() {
      if (latest.isRepairing()) {
        return new Route.Repair();
      }
      boolean calm =
          !(latest.status() instanceof UpdateStatus.Failing) && latest.interrupted().isEmpty();
      return calm && options.preferences().isNew() ? new Route.Welcome() : new Route.Status();
    }

    @Override
    public void go(Route route) {
      toast.hide();
      flyout.ifPresent(Flyout::close);
      MainWindow open = windowForSure();
      open.go(route, latest);
      open.bringUp();
      showRepairToast();
    }

    @Override
    public void preview(Fix fix) {
      go(latest.isRepairing() ? new Route.Repair() : new Route.Preview(FixRequest.of(fix)));
    }

    @Override
    public void start(FixRequest request) {
      session.repair(request);
      latest = session.now();
      go(new Route.Repair());
    }

    @Override
    public void cancelRepair() {
      session.cancelRepair();
    }

    @Override
    public void recover(RecoveryChoice choice) {
      session.recover(choice);
      latest = session.now();
      go(new Route.Repair());
    }

    @Override
    public void checkNow() {
      session.check();
    }

    @Override
    public void snooze(Duration howLong) {
      session.snooze(howLong);
    }

    @Override
    public void startWithWindows(boolean on) {
      options.preferences().startWithWindows(on);
      showTray();
    }

    @Override
    public void theme(ThemeChoice choice) {
      options.preferences().theme(choice);
      retheme();
      showTray();
    }

    @Override
    public void language(LanguageChoice choice) {
      options.preferences().language(choice);
      toast.hide();
      flyout.ifPresent(Flyout::close);
      window.ifPresent(open -> open.sayAnew(latest));
      showTray();
    }

    /** What fails already may be worth an alert now. */
    @Override
    public void alerts(AlertPreferences chosen) {
      options.preferences().alerts(chosen);
      session.refresh();
    }

    /** The reading is the moment at which a newer one is asked for. */
    @Override
    public void lookForNewVersions(boolean on) {
      options.preferences().lookForNewVersions(on);
      session.refresh();
    }

    @Override
    public void quit() {
      if (latest.isRepairing()) {
        go(new Route.Quit());
      } else {
        quitAllTheSame();
      }
    }

    @Override
    public void quitAllTheSame() {
      vanish();
      options.quit().run();
    }
  }
}
