package app.regrip;

import app.regrip.desktop.Desktop;
import app.regrip.errors.ErrorCatalog;
import app.regrip.helper.ChildProcessLauncher;
import app.regrip.helper.FolderRunStore;
import app.regrip.helper.HelperInAThread;
import app.regrip.helper.HelperLauncher;
import app.regrip.pc.Notifications.Action;
import app.regrip.session.LiveSession;
import app.regrip.session.PcChoice;
import app.regrip.session.SessionStore;
import app.regrip.simulated.Scenario;
import app.regrip.simulated.SimulatedPc;
import app.regrip.simulated.Speed;
import app.regrip.text.Message;
import app.regrip.update.UpdateStatus;
import java.awt.Frame;
import java.awt.Window;
import java.awt.event.WindowEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.swing.SwingUtilities;

/**
 * The tray of a healthy pretend PC in this process, as {@link TrayRole} opens it, on a clock that
 * can be set. Nothing happens there by itself.
 */
public final class PretendDesktop implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 60;
  private static final long LOOK_MILLIS = 2;

  private final SimulatedPc pc;
  private final LiveSession session;
  private final Desktop desktop;
  private final Clock clock;

  /**
   * @param home where it keeps all it has
   */
  public PretendDesktop(Path home, Clock clock) throws IOException {
    this.clock = clock;
    this.pc = pcIn(home, clock);
    FolderRunStore runs = new FolderRunStore(home.resolve("runs"));
    SettingsFile settings = new SettingsFile(home.resolve("settings.json"));
    ErrorCatalog catalog = ErrorCatalog.load();
    this.session =
        LiveSession.open(
            new LiveSession.Dependencies(
                Message.of("session.pc.pretend", "healthy"),
                pc,
                new HelperInAThread(pc, runs, clock),
                runs,
                new SessionStore(home.resolve("data"), clock),
                clock,
                settings::poll,
                settings::retention,
                UpdateStatus.Failing::isInvalidHandle,
                () -> {},
                Optional::empty),
            true);
    OpenedPc opened = new OpenedPc(session, pc, settings, Optional.empty(), Optional.empty());
    TrayRole role = new TrayRole(new LocalSessions(clock, catalog), catalog, clock);
    this.desktop =
        Desktop.open(
            session,
            role.options(PcChoice.THIS_PC, opened, Optional.empty(), PlainPlatform.here()));
    session.awaitReading();
  }

  /** A healthy PC that never lets anybody wait. */
  public static SimulatedPc pcIn(Path home, Clock clock) throws IOException {
    return SimulatedPc.open(
        home.resolve("C"), Scenario.named("healthy").orElseThrow(), Speed.IMMEDIATE, clock);
  }

  /** What starts a helper of that PC in a process of its own. */
  /**
   * @param options more of them for the helpers' Java
   */
  public static HelperLauncher helperProcessesOf(SimulatedPc pc, String... options) {
    List<String> command = new ArrayList<>(HelperRole.commandFor(pc.folder(), Speed.IMMEDIATE));
    command.addAll(1, List.of(options));
    return new ChildProcessLauncher(command);
  }

  public SimulatedPc pc() {
    return pc;
  }

  public LiveSession session() {
    return session;
  }

  /** An update of that name could not be installed: 0x80070006. */
  public void failsToInstall(String title) throws IOException {
    writeFailure(pc, title, clock);
  }

  /** Writes that event into the log of this PC. */
  public static void writeFailure(SimulatedPc pc, String title, Clock clock) throws IOException {
    Path events = pc.folder().resolve("events");
    long number = 1;
    while (Files.exists(events.resolve(file(number)))) {
      number++;
    }
    writeFailure(events, number, title, clock);
  }

  /** The same where the number of the event is known: without a gap after the one before. */
  public static void writeFailure(Path events, long number, String title, Clock clock)
      throws IOException {
    String xml =
        "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>"
            + "<Provider Name='Microsoft-Windows-WindowsUpdateClient'"
            + " Guid='{945a8954-c147-4acd-923f-40c45405a658}'/><EventID>20</EventID>"
            + "<Version>1</Version><Level>2</Level><Task>1</Task><Opcode>13</Opcode>"
            + "<Keywords>0x8000000000000028</Keywords>"
            + ("<TimeCreated SystemTime='" + clock.instant() + "'/>")
            + ("<EventRecordID>" + number + "</EventRecordID><Correlation/>")
            + "<Execution ProcessID='2104' ThreadID='7316'/><Channel>System</Channel>"
            + "<Computer>PRETEND-PC</Computer><Security UserID='S-1-5-18'/></System><EventData>"
            + "<Data Name='errorCode'>0x80070006</Data>"
            + ("<Data Name='updateTitle'>" + title + "</Data>")
            + ("<Data Name='updateGuid'>{" + new UUID(number, number) + "}</Data>")
            + "<Data Name='updateRevisionNumber'>1</Data>"
            + "<Data Name='serviceGuid'>{9482f4b4-e343-43b6-b170-9a65bc822c77}</Data>"
            + "</EventData></Event>";
    Path half = events.resolveSibling("event.new");
    Files.writeString(half, xml);
    Files.move(half, events.resolve(file(number)), StandardCopyOption.REPLACE_EXISTING);
  }

  private static String file(long number) {
    return String.format("%08d.xml", number);
  }

  /** Opens the window as a click does, waits for it, and closes it. */
  public void opensAndClosesTheWindow(Action click) throws Exception {
    desktop.act(click);
    await("a window", () -> window("Regrip").isPresent());
    SwingUtilities.invokeAndWait(
        () ->
            window("Regrip")
                .ifPresent(w -> w.dispatchEvent(new WindowEvent(w, WindowEvent.WINDOW_CLOSING))));
    await("no window", () -> window("Regrip").isEmpty());
  }

  /** The window of that title that is seen now. */
  public static Optional<Window> window(String title) {
    return Arrays.stream(Window.getWindows())
        .filter(Window::isShowing)
        .filter(w -> w instanceof Frame frame && title.equals(frame.getTitle()))
        .findFirst();
  }

  /** Looks until it is so. */
  public static void await(String what, BooleanSupplier condition) throws InterruptedException {
    long begun = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - begun > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
        throw new AssertionError("there was never " + what);
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }

  @Override
  public void close() {
    desktop.close();
    session.close();
  }
}
