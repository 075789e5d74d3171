package app.regrip.windows.toast;

import app.regrip.windows.FakesFolder;
import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.WinReg;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The notification platform of {@code toastserver.c}, registered while it is open. */
final class FakeToastPlatform implements AutoCloseable {

  private static final String CLASSES = "Software\\Microsoft\\WindowsRuntime\\ActivatableClassId\\";
  private static final List<String> SERVED =
      List.of(
          UiNotifications.XML_DOCUMENT,
          UiNotifications.MANAGER,
          UiNotifications.TOAST,
          UiNotifications.DATA);

  private final Path folder;

  private FakeToastPlatform(Path folder) {
    this.folder = folder;
  }

  static FakeToastPlatform open() throws IOException {
    Path library = Path.of(System.getenv("SystemRoot"), "system32", "toastserver.dll");
    Assumptions.assumeTrue(Files.exists(library), "toastserver.dll is not here");
    FakeToastPlatform platform = new FakeToastPlatform(FakesFolder.of("toasts"));
    Files.deleteIfExists(platform.log());
    platform.answer();
    for (String name : SERVED) {
      Advapi32Util.registryCreateKey(WinReg.HKEY_LOCAL_MACHINE, CLASSES + name);
      Advapi32Util.registrySetStringValue(
          WinReg.HKEY_LOCAL_MACHINE, CLASSES + name, "DllPath", library.toString());
    }
    return platform;
  }

  /**
   * From now on: lines of mode.txt, e.g. {@code setting=1}; none is the usual, with nothing shown
   * at any earlier time.
   */
  void answer(String... lines) throws IOException {
    Files.write(folder.resolve("mode.txt"), List.of(lines));
  }

  /** What the platform was asked so far. */
  List<String> asked() throws IOException {
    return Files.exists(log()) ? Files.readAllLines(log()) : List.of();
  }

  private Path log() {
    return folder.resolve("log.txt");
  }

  @Override
  public void close() {
    for (String name : SERVED) {
      if (Advapi32Util.registryKeyExists(WinReg.HKEY_LOCAL_MACHINE, CLASSES + name)) {
        Advapi32Util.registryDeleteKey(WinReg.HKEY_LOCAL_MACHINE, CLASSES + name);
      }
    }
  }
}
