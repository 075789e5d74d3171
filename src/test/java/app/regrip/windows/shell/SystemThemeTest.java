package app.regrip.windows.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.WinReg;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("windows")
class SystemThemeTest {

  private int windowsBefore;
  private int taskBarBefore;

  @BeforeEach
  void remember() {
    Advapi32Util.registryCreateKey(WinReg.HKEY_CURRENT_USER, SystemTheme.KEY);
    windowsBefore = read("AppsUseLightTheme");
    taskBarBefore = read("SystemUsesLightTheme");
  }

  @AfterEach
  void putBack() {
    write("AppsUseLightTheme", windowsBefore);
    write("SystemUsesLightTheme", taskBarBefore);
  }

  @Test
  void windowsAndTaskBarAreTwoSwitches() {
    write("AppsUseLightTheme", 0);
    write("SystemUsesLightTheme", 1);
    assertThat(SystemTheme.windowsAreDark()).isTrue();
    assertThat(SystemTheme.taskBarIsDark()).isFalse();
    write("AppsUseLightTheme", 1);
    write("SystemUsesLightTheme", 0);
    assertThat(SystemTheme.windowsAreDark()).isFalse();
    assertThat(SystemTheme.taskBarIsDark()).isTrue();
  }

  private static int read(String name) {
    return Advapi32Util.registryValueExists(WinReg.HKEY_CURRENT_USER, SystemTheme.KEY, name)
        ? Advapi32Util.registryGetIntValue(WinReg.HKEY_CURRENT_USER, SystemTheme.KEY, name)
        : 1;
  }

  private static void write(String name, int value) {
    Advapi32Util.registrySetIntValue(WinReg.HKEY_CURRENT_USER, SystemTheme.KEY, name, value);
  }
}
