package app.regrip.windows.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.pc.PcException;
import app.regrip.windows.shell.MessageWindow.Event;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.User32;
import com.sun.jna.platform.win32.WinDef.LPARAM;
import com.sun.jna.platform.win32.WinDef.WPARAM;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("windows")
class MessageWindowTest {

  private static final int WM_QUERYENDSESSION = 0x11;

  private final BlockingQueue<Event> heard = new LinkedBlockingQueue<>();
  private final User32Shutdown shutdown = User32Shutdown.INSTANCE;
  private MessageWindow window;

  @BeforeEach
  void open() throws Exception {
    window = MessageWindow.open(heard::add);
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void sleepAndWaking() throws Exception {
    post(0x218, 4, 0);
    expect(Event.SUSPENDING);
    post(0x218, 18, 0);
    expect(Event.RESUMED);
    post(0x218, 10, 0);
    post(0x218, 7, 0);
    expect(Event.RESUMED);
  }

  @Test
  void lockingAndUnlocking() throws Exception {
    post(0x2B1, 7, 1);
    expect(Event.LOCKED);
    post(0x2B1, 8, 1);
    expect(Event.UNLOCKED);
  }

  @Test
  void aNewTaskBar() throws Exception {
    post(User32.INSTANCE.RegisterWindowMessage("TaskbarCreated"), 0, 0);
    expect(Event.TASK_BAR_CREATED);
  }

  @Test
  void coloursButNotEverySetting() throws Exception {
    setting("Policy");
    setting("ImmersiveColorSet");
    expect(Event.COLOURS_CHANGED);
    assertThat(heard).isEmpty();
  }

  @Test
  void anotherScreen() throws Exception {
    post(0x7E, 32, 0);
    expect(Event.DISPLAY_CHANGED);
  }

  @Test
  void aShutdownIsLetThroughUnlessARepairRuns() throws Exception {
    assertThat(send(WM_QUERYENDSESSION, 0)).isEqualTo(1);
    reasonMayBeRefused(() -> window.holdShutdown("Regrip is repairing."));
    assertThat(send(WM_QUERYENDSESSION, 0)).isZero();
    reasonMayBeRefused(window::letShutdown);
    assertThat(send(WM_QUERYENDSESSION, 0)).isEqualTo(1);
    window.letShutdown();
  }

  @Test
  void theReasonIsThereForTheUserToRead() throws Exception {
    Assumptions.assumeTrue(
        reasonMayBeRefused(() -> window.holdShutdown("Regrip is repairing.")),
        "this Windows keeps no reasons");
    assertThat(reason()).isEqualTo("Regrip is repairing.");
    window.letShutdown();
    assertThat(reason()).isEmpty();
  }

  /** Wine has the function and does nothing in it: ERROR_CALL_NOT_IMPLEMENTED. */
  private static boolean reasonMayBeRefused(Request request) throws PcException {
    try {
      request.make();
      return true;
    } catch (PcException e) {
      assertThat(e.isWin32(120)).as(e.code().hex()).isTrue();
      return false;
    }
  }

  private interface Request {
    void make() throws PcException;
  }

  @Test
  void theEndIsToldBeforeItComes() throws Exception {
    send(0x16, 0);
    assertThat(heard).as("somebody else refused: it does not come").isEmpty();
    send(0x16, 1);
    assertThat(heard).containsExactly(Event.SESSION_ENDING);
  }

  private String reason() {
    int[] length = {200};
    char[] text = new char[length[0]];
    return shutdown.ShutdownBlockReasonQuery(window.handle(), text, length)
        ? Native.toString(text)
        : "";
  }

  private void expect(Event event) throws InterruptedException {
    assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo(event);
  }

  private void post(int message, long wParam, long lParam) {
    User32.INSTANCE.PostMessage(window.handle(), message, new WPARAM(wParam), new LPARAM(lParam));
  }

  private long send(int message, long wParam) {
    return User32.INSTANCE
        .SendMessage(window.handle(), message, new WPARAM(wParam), new LPARAM(0))
        .longValue();
  }

  private void setting(String name) {
    try (Memory text = new Memory((name.length() + 1L) * Character.BYTES)) {
      text.setWideString(0, name);
      User32.INSTANCE.SendMessage(
          window.handle(), 0x1A, new WPARAM(0), new LPARAM(Pointer.nativeValue(text)));
    }
  }
}
