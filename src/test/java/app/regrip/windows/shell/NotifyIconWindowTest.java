package app.regrip.windows.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.regrip.pc.PcException;
import com.sun.jna.platform.win32.User32;
import com.sun.jna.platform.win32.WinDef.HWND;
import com.sun.jna.platform.win32.WinDef.LPARAM;
import com.sun.jna.platform.win32.WinDef.WPARAM;
import dorkbox.jna.windows.Listener;
import dorkbox.jna.windows.WindowsEventDispatch;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Against the library's own window: a newer one that makes another is noticed here. */
@Tag("windows")
class NotifyIconWindowTest {

  private static final int ANOTHER = 0x8000 + 7;
  private static final int WM_MOUSEMOVE = 0x0200;
  private static final int WM_LBUTTONUP = 0x0202;
  private static final int WM_RBUTTONUP = 0x0205;

  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private WindowsEventDispatch library;

  private void open() {
    library = WindowsEventDispatch.start();
    library.addListener(WindowsEventDispatch.WM_SHELLNOTIFY, new Ear("library"));
    library.addListener(ANOTHER, new Ear("another"));
  }

  @AfterEach
  void close() {
    if (library != null) {
      library.stop();
    }
  }

  @Test
  void clicksAreTakenAndAllElseIsLeftToTheLibrary() throws Exception {
    open();
    try (NotifyIconWindow icon =
        NotifyIconWindow.take(() -> heard.add("plain"), () -> heard.add("menu"))) {
      post(NotifyIconWindow.WM_SHELLNOTIFY, WM_MOUSEMOVE);
      post(NotifyIconWindow.WM_SHELLNOTIFY, WM_RBUTTONUP);
      post(NotifyIconWindow.WM_SHELLNOTIFY, WM_LBUTTONUP);
      post(ANOTHER, 0);
      assertThat(next()).isEqualTo("menu");
      assertThat(next()).isEqualTo("plain");
      assertThat(next()).isEqualTo("another 0");
    }
    post(NotifyIconWindow.WM_SHELLNOTIFY, WM_RBUTTONUP);
    assertThat(next()).as("the clicks are given back").isEqualTo("library " + WM_RBUTTONUP);
  }

  @Test
  void whereThereIsNoSuchWindowItSaysSo() {
    assertThatExceptionOfType(PcException.class)
        .isThrownBy(() -> NotifyIconWindow.take(() -> {}, () -> {}))
        .withMessage("the window behind the tray icon was not found");
  }

  private void post(int message, int lParam) {
    User32.INSTANCE.PostMessage(library.get(), message, new WPARAM(0), new LPARAM(lParam));
  }

  private final class Ear extends Listener {

    private final String name;

    Ear(String name) {
      this.name = name;
    }

    @Override
    public void run(HWND window, WPARAM wParam, LPARAM lParam) {
      heard.add(name + " " + lParam.intValue());
    }
  }

  private String next() throws InterruptedException {
    return heard.poll(20, TimeUnit.SECONDS);
  }
}
