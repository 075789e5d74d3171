package app.regrip.windows.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.win32.StdCallLibrary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("windows")
class AnimationEffectsTest {

  private static final int SPI_SETCLIENTAREAANIMATION = 0x1043;

  /** Setting takes the value itself where reading takes a place for it. */
  interface User32Setting extends StdCallLibrary {
    boolean SystemParametersInfoW(int action, int parameter, Pointer value, int saving);
  }

  @AfterEach
  void onAgain() {
    turn(true);
  }

  @Test
  void theyAreAsTheUserHasSetThem() {
    turn(false);
    assertThat(new AnimationEffects().areOff()).isTrue();
    turn(true);
    assertThat(new AnimationEffects().areOff()).isFalse();
  }

  private static void turn(boolean on) {
    assertThat(
            Native.load("user32", User32Setting.class)
                .SystemParametersInfoW(
                    SPI_SETCLIENTAREAANIMATION, 0, on ? Pointer.createConstant(1) : null, 0))
        .isTrue();
  }
}
