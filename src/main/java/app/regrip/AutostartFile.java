package app.regrip;

import app.regrip.text.Message;
import app.regrip.text.Translator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Starting with the system, by a file where the desktop looks for such: the Startup folder of
 * Windows, or {@code ~/.config/autostart} (XDG Autostart). The file is the setting; whoever deletes
 * it has switched it off.
 */
record AutostartFile(Path file, String contents) implements Autostart {

  /**
   * @param launcher what the user starts Regrip with; empty where that is not known
   */
  static Optional<AutostartFile> of(
      Optional<String> launcher, Map<String, String> environment, String userHome) {
    return launcher.map(
        command -> {
          String appData = environment.get("APPDATA");
          if (Folders.isWindows() && appData != null) {
            Path startup =
                Path.of(appData, "Microsoft", "Windows", "Start Menu", "Programs", "Startup");
            return new AutostartFile(
                startup.resolve("Regrip.cmd"), "@start \"\" /min \"" + command + "\"\r\n");
          }
          String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
          Path base = config.isEmpty() ? Path.of(userHome, ".config") : Path.of(config);
          return new AutostartFile(
              base.resolve("autostart").resolve("regrip.desktop"),
              "[Desktop Entry]\nType=Application\nName=Regrip\nComment="
                  + Translator.ofThisProcess().say(Message.of("session.autostart"))
                  + "\nExec=\""
                  + command
                  + "\"\n");
        });
  }

  @Override
  public boolean isOn() {
    return Files.exists(file);
  }

  @Override
  public void turn(boolean on) throws IOException {
    if (on) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, contents);
    } else {
      Files.deleteIfExists(file);
    }
  }
}
