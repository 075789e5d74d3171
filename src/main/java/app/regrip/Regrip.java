package app.regrip;

import app.regrip.cli.CommandLineInterface;
import app.regrip.cli.CtrlC;
import app.regrip.cli.Knowledge;
import app.regrip.cli.NamedScenario;
import app.regrip.cli.Terminal;
import app.regrip.desktop.Desktop;
import app.regrip.errors.ErrorCatalog;
import app.regrip.evidence.Analysis;
import app.regrip.pc.Notifications.Action;
import app.regrip.session.PcChoice;
import app.regrip.session.Sessions.CannotOpenException;
import app.regrip.simulated.Scenario;
import app.regrip.text.Translator;
import app.regrip.windows.toast.ToastAddress;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Regrip gets the grip of Windows Update back. One program with three roles: the helper that
 * repairs, the tray that watches, and the command line for everything without a display.
 */
public final class Regrip {

  private final String[] arguments;
  private final Clock clock = Clock.systemDefaultZone();
  private final ErrorCatalog catalog = ErrorCatalog.load();
  private final LocalSessions sessions = new LocalSessions(clock, catalog);
  private final Terminal terminal = Terminal.ofThisProcess(System.getenv());

  private Regrip(String[] arguments) {
    this.arguments = arguments;
  }

  public static void main(String[] arguments) {
    if (arguments.length > 0 && arguments[0].equals(HelperRole.NAME)) {
      System.exit(HelperRole.run(List.of(arguments).subList(1, arguments.length)));
    }
    Language.settle(List.of(arguments), System.getenv(), System.getProperty("user.home"));
    System.exit(new Regrip(arguments).run());
  }

  /** Where Regrip keeps what belongs to this choice. */
  static Folders folders(PcChoice choice) {
    return Folders.of(choice.dataFolder(), System.getenv(), System.getProperty("user.home"));
  }

  private int run() {
    LogFiles.quiet();
    if (arguments.length == 1 && ToastAddress.isClaimedBy(arguments[0])) {
      return clicked(arguments[0]);
    }
    if (List.of(arguments).equals(List.of(WindowsPlatform.STARTED_BY_WINDOWS))) {
      return tray(PcChoice.THIS_PC, Optional.empty());
    }
    if (arguments.length == 0 && mayHaveADisplay()) {
      return tray(PcChoice.THIS_PC); // without what reads a command line, which would stay loaded
    }
    return commandLine(mayHaveADisplay() ? Optional.of(this::tray) : Optional.empty())
        .run(arguments);
  }

  /** A click on a message of the system, or somebody who pretends to be one. */
  private int clicked(String address) {
    Optional<Action> wish = ToastAddress.read(address);
    return wish.isPresent() ? tray(PcChoice.THIS_PC, wish) : 2;
  }

  /** Who starts an installed Regrip by hand wants to see it; from a checkout, its icon will do. */
  private int tray(PcChoice choice) {
    return tray(choice, Installation.here().map(here -> Action.OPEN));
  }

  private int tray(PcChoice choice, Optional<Action> wish) {
    // Only Windows has Direct3D: a third of the tray's memory, for windows that hardly move.
    System.setProperty("sun.java2d.d3d", "false");
    if (!Desktop.isPossible()) {
      return commandLine(Optional.empty()).run(arguments);
    }
    LogFiles.open(folders(choice).logs(), "tray");
    try {
      return new TrayRole(sessions, catalog, clock).run(choice, wish);
    } catch (CannotOpenException e) {
      terminal.err().println(Translator.ofThisProcess().say(e.words()));
      return e.isMistyped() ? 2 : 3;
    }
  }

  private CommandLineInterface commandLine(Optional<ToIntFunction<PcChoice>> desktop) {
    Translator translator = Translator.ofThisProcess();
    Knowledge knowledge =
        new Knowledge(
            catalog,
            () ->
                Scenario.all().stream()
                    .map(s -> new NamedScenario(s.name(), s.description()))
                    .toList(),
            LocalSessions::pretends,
            () -> new Analysis(catalog),
            version(),
            () -> OwnNames.of(System.getenv(), System.getProperties()));
    return new CommandLineInterface(
        sessions, knowledge, terminal, clock, translator, new CtrlC(terminal, translator), desktop);
  }

  static String version() {
    return Optional.ofNullable(Regrip.class.getPackage().getImplementationVersion())
        .orElse("from a checkout");
  }

  /** Asked before the screen classes are loaded, which no command needs. */
  private static boolean mayHaveADisplay() {
    boolean linux = System.getProperty("os.name", "").startsWith("Linux");
    return !Boolean.getBoolean("java.awt.headless")
        && (!linux || !System.getenv().getOrDefault("DISPLAY", "").isEmpty());
  }
}
