package app.regrip.windows.power;

import app.regrip.pc.PcException;
import app.regrip.windows.shell.HiddenWindow;
import app.regrip.windows.shell.User32Shutdown;
import com.sun.jna.WString;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Asks Windows not to shut down yet, and says why. The user can shut down all the same. Windows
 * asks each window, so this is a hidden one that says no.
 */
final class ShutdownBlock implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(ShutdownBlock.class.getName());

  private Optional<HiddenWindow> window;

  ShutdownBlock(String why) {
    this.window = opened(why);
  }

  /**
   * Whether there is a window that Windows asks; without a reason it shows none, and asks still.
   */
  boolean isHeld() {
    return window.isPresent();
  }

  private static Optional<HiddenWindow> opened(String why) {
    try {
      HiddenWindow window = HiddenWindow.open("shutdown-block", ShutdownBlock::answer);
      boolean told =
          window.run(
              () ->
                  User32Shutdown.INSTANCE.ShutdownBlockReasonCreate(
                      window.handle(), new WString(why)));
      if (!told) {
        LOG.log(System.Logger.Level.INFO, "Windows shows no reason where a shutdown waits");
      }
      return Optional.of(window);
    } catch (PcException e) {
      LOG.log(System.Logger.Level.INFO, "a shutdown does not wait for the repair", e);
      return Optional.empty();
    }
  }

  private static OptionalLong answer(int message, long wParam, long lParam) {
    return message == User32Shutdown.WM_QUERYENDSESSION ? OptionalLong.of(0) : OptionalLong.empty();
  }

  @Override
  public void close() {
    window.ifPresent(HiddenWindow::close);
    window = Optional.empty();
  }
}
