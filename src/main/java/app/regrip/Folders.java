package app.regrip;

import app.regrip.session.Sessions.CannotOpenException;
import app.regrip.text.Message;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where Regrip keeps things: {@code %LOCALAPPDATA%\Regrip}, or {@code ~/.local/share/regrip}
 * elsewhere.
 */
record Folders(Path root) {

  static Folders of(Optional<Path> asked, Map<String, String> environment, String userHome) {
    if (asked.isPresent()) {
      return new Folders(asked.get().toAbsolutePath().normalize());
    }
    String local = environment.get("LOCALAPPDATA");
    if (isWindows() && local != null) {
      return new Folders(Path.of(local, "Regrip"));
    }
    String data = environment.getOrDefault("XDG_DATA_HOME", "");
    Path base = data.isEmpty() ? Path.of(userHome, ".local", "share") : Path.of(data);
    return new Folders(base.resolve("regrip").toAbsolutePath());
  }

  static boolean isWindows() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
  }

  /** Makes the data folder, and makes sure that it can be written. */
  void requireWritable() throws CannotOpenException {
    try {
      Files.createDirectories(root);
      Files.delete(Files.createTempFile(root, "can-write", null));
    } catch (IOException e) {
      throw new CannotOpenException(
          Message.of(
              "session.cannot-open.data-folder-not-writable",
              root.toString(),
              e instanceof FileSystemException file && file.getReason() != null
                  ? file.getReason()
                  : Message.of("session.cannot-open.no-access")),
          e);
    }
  }

  /** Where the helper keeps its runs; it alone may write there. */
  static Path runsOfThisPc(Map<String, String> environment) {
    return Path.of(environment.getOrDefault("ProgramData", "C:\\ProgramData"), "Regrip", "runs");
  }

  Path settings() {
    return root.resolve("settings.json");
  }

  /** Whether this user wants Regrip to start with Windows; the native launcher reads it too. */
  Path autostart() {
    return root.resolve("autostart.txt");
  }

  /** When a newer Regrip was last asked for, and what there was. */
  Path newVersion() {
    return root.resolve("new-version.json");
  }

  Path logs() {
    return root.resolve("logs");
  }

  static Path logsBeside(Path settings) {
    return new Folders(settings.toAbsolutePath().getParent()).logs();
  }

  /**
   * A pretend PC is a world of its own: Windows, the helper's runs and the user's data are all in
   * it.
   */
  PretendPcFolders pretendPc(String scenario) {
    return new PretendPcFolders(root.resolve("pretend-pc").resolve(scenario));
  }

  /**
   * @param pc the drive C: of the pretend PC
   */
  record PretendPcFolders(Path pc) {

    Path runs() {
      return runsOf(pc);
    }

    Path userData() {
      return pc.resolve("Users")
          .resolve("You")
          .resolve("AppData")
          .resolve("Local")
          .resolve("Regrip");
    }

    /** What on the pretend PC is Regrip's and not part of its Windows. */
    List<Path> ownedByRegrip() {
      return List.of(pc.resolve("ProgramData"), pc.resolve("Users"));
    }

    static Path runsOf(Path pc) {
      return pc.resolve("ProgramData").resolve("Regrip").resolve("runs");
    }
  }
}
