package app.regrip.windows.elevation;

import app.regrip.helper.FolderPolicy;
import app.regrip.helper.HelperArguments;
import app.regrip.helper.HelperExit;
import app.regrip.helper.PeerPolicy;
import app.regrip.pc.PcException;
import com.sun.jna.platform.win32.KnownFolders;
import com.sun.jna.platform.win32.Shell32Util;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What the elevated process does before a repair: it refuses its own folder or its starter where
 * they are not as they have to be, and touches nothing of the PC until all of them are.
 */
public final class WindowsHelper {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Set<String> REGRIP = Set.of("Regrip.exe", "regrip.com");
  private static final String INSTALLER = "msiexec.exe";
  private static final String FOLDER = "Regrip";

  /** The repair, with the starter at the other end. */
  @FunctionalInterface
  public interface Repair {

    /**
     * Returns the exit code.
     *
     * @param runs the folder of the runs, which only administrators can write
     */
    int run(InputStream in, OutputStream out, Path runs);
  }

  private final FolderPolicy folders;
  private final Clock clock;

  /**
   * @param folders whom the program's folder may belong to
   */
  public WindowsHelper(FolderPolicy folders, Clock clock) {
    this.folders = folders;
    this.clock = clock;
  }

  /** Returns the exit code; what went wrong is said on the error stream. */
  public int run(HelperArguments order, Repair repair) {
    try {
      return trusted(order, repair);
    } catch (AdminFolder.HeldException e) {
      return say(
          HelperExit.FOLDER_HELD, e.getMessage() + " (" + e.code() + "). Nothing was changed.");
    } catch (PcException e) {
      return say(HelperExit.FAILED, e.getMessage() + " (" + e.code() + "). Nothing was changed.");
    } catch (IOException e) {
      return say(HelperExit.FAILED, e.getMessage() + ". Nothing was changed.");
    }
  }

  private int trusted(HelperArguments order, Repair repair) throws PcException, IOException {
    // The starter's handle comes first and stays: from here on its number is its own.
    Privileges.enable(Privileges.DEBUG);
    try (OpenProcess self = OpenProcess.ofThis();
        OpenProcess parent = OpenProcess.of(order.parent())) {
      String client = parent.logonOrUser();
      Path folder = Path.of(self.image()).getParent();
      boolean byGuard = order instanceof HelperArguments.StartServices;
      PeerPolicy peers =
          new PeerPolicy(
              order.parent(),
              self.session(),
              in(folder, byGuard ? Set.of(Guard.PROGRAM) : REGRIP),
              self.started());
      Optional<String> refusal = refusal(folder, peers, parent);
      Privileges.removeThoseNeverNeeded();
      if (refusal.isPresent()) {
        return say(HelperExit.NOT_TRUSTED, refusal.get());
      }
      Path runs = secureDataFolder(order.runId());
      if (byGuard) {
        return repair.run(InputStream.nullInputStream(), OutputStream.nullOutputStream(), runs);
      }
      String name = HelperPipe.nameOf(order.runId());
      try (HelperPipe pipe = HelperPipe.create(name, HelperPipe.access(client))) {
        if (!pipe.await(peer -> peers.refusal(peer).isEmpty(), parent, clock, PATIENCE)) {
          return say(
              HelperExit.NOBODY_CAME, "Whoever started Regrip's helper did not listen to it.");
        }
        boolean stopsNothing = order instanceof HelperArguments.SelfTest;
        if (!stopsNothing) {
          standBy(folder, order.runId());
        }
        int code = repair.run(pipe.end().in(), pipe.end().out(), runs);
        return code == HelperExit.DONE && !stopsNothing ? Guard.ENDED_BY_ITSELF : code;
      }
    }
  }

  /** What is done before Regrip is removed. */
  @FunctionalInterface
  public interface Farewell {

    /** Returns the exit code. */
    int say(Path runs) throws IOException;
  }

  /**
   * On the order of Windows Installer and of nobody else: there is no pipe, so nobody is told and
   * nobody is heard.
   *
   * @param forgets whether the folder of the runs goes too, where the farewell ends with 0
   */
  public int takeLeave(boolean forgets, Farewell farewell) {
    try {
      Privileges.enable(Privileges.DEBUG);
      long parentId =
          ProcessHandle.current().parent().map(ProcessHandle::pid).orElseThrow(IOException::new);
      try (OpenProcess self = OpenProcess.ofThis();
          OpenProcess parent = OpenProcess.of(parentId)) {
        Path folder = Path.of(self.image()).getParent();
        Path system = Path.of(Shell32Util.getKnownFolderPath(KnownFolders.FOLDERID_System));
        PeerPolicy installer =
            new PeerPolicy(parentId, self.session(), in(system, Set.of(INSTALLER)), self.started());
        Optional<String> refusal = refusal(folder, installer, parent);
        Privileges.removeThoseNeverNeeded();
        if (refusal.isPresent()) {
          return say(HelperExit.NOT_TRUSTED, refusal.get());
        }
        Path runs = secureDataFolder(UUID.randomUUID().toString());
        int code = farewell.say(runs);
        if (code == HelperExit.DONE && forgets) {
          AdminFolder.delete(runs.getParent());
        }
        return code;
      }
    } catch (PcException | IOException e) {
      return say(HelperExit.FAILED, e.getMessage() + ". Nothing was removed.");
    }
  }

  private static Set<String> in(Path folder, Set<String> programs) {
    return programs.stream()
        .map(name -> folder.resolve(name).toString())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static void standBy(Path folder, String runId) {
    try {
      Guard.standBy(folder, runId);
    } catch (IOException e) {
      System.err.println("If the repair is cut off, services stay stopped: " + e.getMessage());
    }
  }

  private Optional<String> refusal(Path folder, PeerPolicy peers, OpenProcess parent)
      throws PcException, IOException {
    Optional<String> weak = folders.refusal(InstallFolder.places(folder.toString()));
    if (weak.isEmpty()) {
      String java = FinalPath.of(System.getProperty("java.home"));
      weak = folders.refusal(InstallFolder.places(java));
    }
    if (weak.isPresent()) {
      return Optional.of(
          "Regrip repairs only from a folder that administrators alone can change, such as one in"
              + " Program Files. "
              + weak.get());
    }
    return peers
        .refusal(parent.peer())
        .map(why -> "Regrip's helper was started by something else than Regrip: " + why + ".");
  }

  /** The folders {@code runs} and {@code temp} below Regrip's in ProgramData. */
  private Path secureDataFolder(String runId) throws PcException, IOException {
    String programData =
        FinalPath.of(Shell32Util.getKnownFolderPath(KnownFolders.FOLDERID_ProgramData));
    String aside = "not-ours-" + runId;
    AdminFolder folder = new AdminFolder(folders);
    String own = folder.secure(programData, FOLDER, aside).toString();
    folder.secure(own, "temp", aside);
    return folder.secure(own, "runs", aside);
  }

  private static int say(int code, String words) {
    System.err.println(words);
    return code;
  }
}
