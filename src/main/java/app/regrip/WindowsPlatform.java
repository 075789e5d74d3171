package app.regrip;

import app.regrip.desktop.Desktop;
import app.regrip.desktop.IconClicks;
import app.regrip.pc.Notifications;
import app.regrip.pc.Notifications.Action;
import app.regrip.pc.PcException;
import app.regrip.pc.QuietTime;
import app.regrip.session.Capability;
import app.regrip.session.Capability.State;
import app.regrip.session.PcChoice;
import app.regrip.session.Session;
import app.regrip.session.Snapshot;
import app.regrip.text.Message;
import app.regrip.text.Translator;
import app.regrip.windows.eventlog.EventLog;
import app.regrip.windows.facts.MachinePolicy;
import app.regrip.windows.facts.WindowsPcFacts;
import app.regrip.windows.shell.AnimationEffects;
import app.regrip.windows.shell.ComesBack;
import app.regrip.windows.shell.InstalledAutostart;
import app.regrip.windows.shell.MessageWindow;
import app.regrip.windows.shell.NotifyIconWindow;
import app.regrip.windows.shell.SystemTheme;
import app.regrip.windows.shell.UserNotificationState;
import app.regrip.windows.shell.WindowsAutostart;
import app.regrip.windows.toast.AppIdentity;
import app.regrip.windows.toast.ChosenNotifications;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;

/** Windows around the tray: its toasts, its messages, its colours and its way to start programs. */
final class WindowsPlatform implements DesktopPlatform {

  /** Tells Regrip that Windows has started it, and nobody waits for a window. */
  static final String STARTED_BY_WINDOWS = "--background";

  private static final System.Logger LOG = System.getLogger(WindowsPlatform.class.getName());

  private final Optional<Installation> installation;
  private final ChosenNotifications chosen;
  private final AnimationEffects animations = new AnimationEffects();
  private final UserNotificationState quietTime = new UserNotificationState();
  private final AtomicReference<Desktop> desktop = new AtomicReference<>();
  private Optional<MessageWindow> messages = Optional.empty();
  private Optional<NotifyIconWindow> icon = Optional.empty();

  private WindowsPlatform(Optional<Installation> installation) {
    this.installation = installation;
    this.chosen = ChosenNotifications.open(AppIdentity.APP_ID, isKnown(), build(), this::act);
  }

  /** To be opened before the first window: Windows then takes all of them for Regrip's. */
  static WindowsPlatform open() {
    try {
      AppIdentity.claimForThisProcess();
    } catch (PcException e) {
      LOG.log(Level.WARNING, "Windows does not know whose windows these are", e);
    }
    Installation.here().ifPresent(WindowsPlatform::introduce);
    return look();
  }

  /** For a look only: tells Windows nothing. */
  static WindowsPlatform look() {
    return new WindowsPlatform(Installation.here());
  }

  /** Makes an installed Regrip known to Windows; as much of it as can be. */
  private static void introduce(Installation here) {
    try {
      AppIdentity.ofInstalled(here.program(), here.picture()).introduce();
    } catch (PcException e) {
      LOG.log(Level.WARNING, "Windows knows Regrip only in part", e);
    }
  }

  private static boolean isKnown() {
    try {
      return AppIdentity.isRegistered();
    } catch (PcException e) {
      LOG.log(Level.WARNING, "whether Windows knows Regrip could not be read", e);
      return false;
    }
  }

  private static OptionalInt build() {
    try {
      return OptionalInt.of(new WindowsPcFacts(new EventLog()).windows().build());
    } catch (PcException e) {
      LOG.log(Level.WARNING, "which Windows this is could not be read", e);
      return OptionalInt.empty();
    }
  }

  private void act(Action action) {
    Optional.ofNullable(desktop.get()).ifPresent(shown -> shown.act(action));
  }

  @Override
  public boolean windowsAreDark() {
    return SystemTheme.windowsAreDark();
  }

  @Override
  public Optional<Notifications> notifications() {
    return chosen.notifications();
  }

  @Override
  public QuietTime quietTime() {
    return quietTime;
  }

  @Override
  public boolean reducesMotion() {
    return animations.areOff();
  }

  @Override
  public IconClicks iconClicks() {
    return this::takeClicks;
  }

  private boolean takeClicks(Runnable plain, Runnable menu) {
    try {
      icon = Optional.of(NotifyIconWindow.take(plain, menu));
      return true;
    } catch (PcException e) {
      LOG.log(Level.WARNING, "the tray icon keeps the menu of its library", e);
      return false;
    }
  }

  /**
   * From a checkout there is nothing that would still be there tomorrow, and where a policy has
   * decided there is nothing to choose.
   */
  @Override
  public Optional<Autostart> autostart() {
    if (isDecidedByPolicy()) {
      return Optional.empty();
    }
    return installation.map(here -> new Adapted(autostart(here)));
  }

  private static boolean isDecidedByPolicy() {
    try {
      return MachinePolicy.START_WITH_WINDOWS.value().isPresent();
    } catch (PcException e) {
      LOG.log(Level.WARNING, "the policies for Regrip could not be read", e);
      return false;
    }
  }

  private static Switch autostart(Installation here) {
    InstalledAutostart forAll =
        new InstalledAutostart(Regrip.folders(PcChoice.THIS_PC).autostart());
    WindowsAutostart forUser = WindowsAutostart.of(here.program().toString(), STARTED_BY_WINDOWS);
    return new Switch() {
      @Override
      public boolean isOn() throws PcException, IOException {
        return InstalledAutostart.isThere() ? forAll.isOn() : forUser.isOn();
      }

      @Override
      public void turn(boolean on) throws PcException, IOException {
        if (InstalledAutostart.isThere()) {
          forAll.turn(on);
        } else {
          forUser.turn(on);
        }
      }
    };
  }

  /** As {@link Autostart}, of which Windows has two. */
  private interface Switch {
    boolean isOn() throws PcException, IOException;

    void turn(boolean on) throws PcException, IOException;
  }

  @Override
  public void tell(Desktop shown, Session session, Runnable quit) {
    desktop.set(shown);
    try {
      messages = Optional.of(MessageWindow.open(event -> happened(event, shown, session, quit)));
      messages.ifPresent(window -> session.listen(new ShutdownHold(window)));
      if (installation.isPresent()) {
        ComesBack.afterAnUpgrade(STARTED_BY_WINDOWS);
      }
    } catch (PcException e) {
      LOG.log(Level.WARNING, "Regrip does not hear what Windows tells its programs", e);
    }
  }

  private static void happened(
      MessageWindow.Event event, Desktop desktop, Session session, Runnable quit) {
    switch (event) {
      case RESUMED, UNLOCKED -> session.refresh();
      case TASK_BAR_CREATED -> desktop.trayLost();
      case COLOURS_CHANGED -> desktop.systemColoursChanged();
      // An installer that replaces our files says the same as a shutdown. A repair goes on: the
      // helper is a process of its own.
      case SESSION_ENDING -> quit.run();
      // Swing sees to windows by itself, and not to icons.
      case DISPLAY_CHANGED -> desktop.displayChanged();
      case SUSPENDING, LOCKED -> {}
    }
  }

  @Override
  public List<Capability> capabilities() {
    List<Capability> all = new ArrayList<>();
    all.add(
        new Capability(
            Message.of("session.doctor.messages"),
            chosen.notifications().map(n -> n.kind().equals("toast")).orElse(false)
                ? State.WORKS
                : State.LIMITED,
            chosen
                .why()
                .then(
                    quietTime
                        .why()
                        .map(why -> Message.of("session.doctor.messages.wait", why))
                        .orElse(Message.NONE))));
    all.add(
        installation.isPresent()
            ? new Capability(
                Message.of("session.doctor.repair"),
                State.WORKS,
                Message.of("session.doctor.repair.works"))
            : new Capability(
                Message.of("session.doctor.repair"),
                State.MISSING,
                Message.of("session.doctor.repair.not-installed")));
    return all;
  }

  @Override
  public void close() {
    messages.ifPresent(MessageWindow::close);
    icon.ifPresent(NotifyIconWindow::close);
    chosen.close();
  }

  private record Adapted(Switch key) implements Autostart {

    @Override
    public boolean isOn() throws IOException {
      try {
        return key.isOn();
      } catch (PcException e) {
        throw new IOException(e);
      }
    }

    @Override
    public void turn(boolean on) throws IOException {
      try {
        key.turn(on);
      } catch (PcException e) {
        throw new IOException(e);
      }
    }
  }

  /** Windows asks before it shuts down in the middle of a repair. */
  private static final class ShutdownHold implements Session.Listener {

    private final MessageWindow window;
    private boolean held;

    ShutdownHold(MessageWindow window) {
      this.window = window;
    }

    @Override
    public void changed(Snapshot snapshot) {
      if (snapshot.isRepairing() == held) {
        return;
      }
      held = snapshot.isRepairing();
      try {
        if (held) {
          window.holdShutdown(Translator.ofThisProcess().say(Message.of("session.shutdown-held")));
        } else {
          window.letShutdown();
        }
      } catch (PcException e) {
        LOG.log(Level.INFO, "Windows does not show why the shutdown waits", e);
      }
    }
  }
}
