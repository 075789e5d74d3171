package app.regrip.windows.servicing;

import app.regrip.console.SfcSentences;
import app.regrip.errors.HResult;
import app.regrip.pc.Cancellation;
import app.regrip.pc.PcException;
import app.regrip.pc.Program;
import app.regrip.pc.Programs;
import app.regrip.pc.RepairSource;
import app.regrip.pc.WindowsImage;
import app.regrip.text.Message;
import app.regrip.windows.win32.SystemPaths;
import app.regrip.windows.win32.Win32;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.KnownFolders;
import com.sun.jna.platform.win32.Shell32Util;
import com.sun.jna.platform.win32.Win32Exception;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * DISM and System File Checker. Both get a fixed command line, the system folder as their own and
 * an environment built anew. DISM writes to a pipe at once; System File Checker saves up 4 KB
 * there, so it gets a pseudo console where Windows has one.
 *
 * <p>System File Checker ends with us. DISM runs on: of a repair that is cancelled half-way
 * Microsoft says that "the image state is unknown" (DismRestoreImageHealth), and servicing goes on
 * in a process of Windows anyway.
 */
public final class WindowsPrograms implements Programs {

  private static final int ERROR_INVALID_DATA = 13;
  private static final int DRIVE_REMOVABLE = 2;
  private static final int DRIVE_FIXED = 3;
  private static final int DRIVE_CDROM = 5;

  private final Path windows;
  private final Path system32;
  private final boolean liveConsole;
  private final Duration silence;

  public WindowsPrograms() throws PcException {
    this(true, Duration.ofMinutes(1));
  }

  /**
   * @param liveConsole whether System File Checker gets a pseudo console where there is one
   * @param silence how often it is told that a program prints nothing
   */
  WindowsPrograms(boolean liveConsole, Duration silence) throws PcException {
    this.windows = SystemPaths.windows();
    this.system32 = SystemPaths.system32();
    this.liveConsole = liveConsole;
    this.silence = silence;
  }

  @Override
  public int run(Program program, Listener listener, Cancellation cancellation) throws PcException {
    try (SilenceWatch watch = new SilenceWatch(listener, silence)) {
      return runWatched(program, watch, cancellation);
    }
  }

  private int runWatched(Program program, Consumer<byte[]> output, Cancellation cancellation)
      throws PcException {
    ServicingCommand command =
        ServicingCommand.of(program, system32, file -> Files.exists(Path.of(file)));
    if (!Files.exists(command.program())) {
      throw Win32.failure(
          Message.of("windows.program.start", command.program().getFileName().toString()),
          Win32.FILE_NOT_FOUND);
    }
    if (!(program instanceof Program.SystemFileCheck)) {
      return new PipedRun(command, environment()).run(output);
    }
    return liveConsole
        ? checkOnConsole(command, output, cancellation)
        : new PipedRun(command, environment()).run(output, cancellation);
  }

  @Override
  public SfcSentences systemFileSentences() {
    return SfcMessages.of(system32.resolve("sfc.exe"));
  }

  /** Fixed drives too: a mounted image of an external disk counts as one. */
  @Override
  public List<RepairSource> repairSources() {
    List<RepairSource> sources = new ArrayList<>();
    for (char drive = 'A'; drive <= 'Z'; drive++) {
      if (mayHoldMedia(drive)
          && !ServicingCommand.images(drive, file -> Files.exists(Path.of(file))).isEmpty()) {
        sources.add(new RepairSource(drive, 1));
      }
    }
    return List.copyOf(sources);
  }

  @Override
  public List<WindowsImage> images(char drive) throws PcException {
    List<String> files = ServicingCommand.images(drive, file -> Files.exists(Path.of(file)));
    if (files.isEmpty()) {
      return List.of();
    }
    try {
      return ImageFile.images(Path.of(files.get(0)));
    } catch (IOException e) {
      throw new PcException(
          Message.of("pc.failed", Message.of("windows.image.read", files.get(0))),
          HResult.ofWin32(ERROR_INVALID_DATA),
          e);
    }
  }

  private static boolean mayHoldMedia(char drive) {
    int type = Kernel32.INSTANCE.GetDriveType(drive + ":\\");
    return type == DRIVE_REMOVABLE || type == DRIVE_FIXED || type == DRIVE_CDROM;
  }

  private int checkOnConsole(
      ServicingCommand command, Consumer<byte[]> output, Cancellation cancellation)
      throws PcException {
    PseudoConsole console;
    try {
      console = PseudoConsole.open(Message.of("windows.program.console"));
    } catch (PcException notHere) {
      return new PipedRun(command, environment()).run(output, cancellation);
    }
    try (console) {
      return new PseudoConsoleRun(command, environment(), console).run(output, cancellation);
    }
  }

  private Map<String, String> environment() throws PcException {
    try {
      Path programData = Path.of(Shell32Util.getKnownFolderPath(KnownFolders.FOLDERID_ProgramData));
      Path temp = EnvironmentPolicy.temp(windows, programData, Files::isDirectory);
      return EnvironmentPolicy.of(windows, temp, programData, System.getenv());
    } catch (Win32Exception e) {
      throw Win32.failure(Message.of("windows.facts.program-data"), e);
    }
  }
}
