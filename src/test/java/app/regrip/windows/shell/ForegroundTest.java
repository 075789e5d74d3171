package app.regrip.windows.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.platform.win32.User32;
import com.sun.jna.platform.win32.WinDef.HWND;
import com.sun.jna.platform.win32.WinUser;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("windows")
class ForegroundTest {

  @Test
  void theWindowInFrontIsToldIfItIsOneOfOurs() {
    HWND window =
        User32.INSTANCE.CreateWindowEx(
            0,
            "Static",
            "in front",
            WinUser.WS_POPUP | WinUser.WS_VISIBLE,
            10,
            10,
            200,
            100,
            null,
            null,
            null,
            null);
    User32.INSTANCE.SetForegroundWindow(window);
    assertThat(Foreground.ownWindow()).contains(window);
    User32.INSTANCE.DestroyWindow(window);
    assertThat(Foreground.ownWindow()).isNotEqualTo(Optional.of(window));
  }

  @Test
  void theRightToTheFrontIsPassedWithoutAWord() {
    Foreground.passTo(ProcessHandle.current().pid());
    Foreground.passTo(0);
  }
}
