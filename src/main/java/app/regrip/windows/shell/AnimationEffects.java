package app.regrip.windows.shell;

import com.sun.jna.Native;
import com.sun.jna.ptr.IntByReference;

/** "Animation effects" in Windows' settings for visual effects. */
public final class AnimationEffects {

  private final User32Animation user32 = Native.load("user32", User32Animation.class);

  /** Where Windows can't say, they are on: so they are on a new Windows. */
  public boolean areOff() {
    IntByReference on = new IntByReference(1);
    return user32.SystemParametersInfoW(User32Animation.SPI_GETCLIENTAREAANIMATION, 0, on, 0)
        && on.getValue() == 0;
  }
}
