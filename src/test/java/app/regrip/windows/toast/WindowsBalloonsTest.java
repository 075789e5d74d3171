package app.regrip.windows.toast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.regrip.pc.Notifications.Action;
import app.regrip.pc.Notifications.Bar;
import app.regrip.pc.Notifications.Notification;
import app.regrip.pc.PcException;
import app.regrip.windows.toast.ShellNotify.NOTIFYICONDATAW;
import com.sun.jna.platform.win32.User32;
import com.sun.jna.platform.win32.WinDef.LPARAM;
import com.sun.jna.platform.win32.WinDef.WPARAM;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("windows")
class WindowsBalloonsTest {

  private final BlockingQueue<Action> clicked = new LinkedBlockingQueue<>();

  @Test
  void theStructureIsAsLargeAsWindowsWantsIt() {
    assertThat(new NOTIFYICONDATAW().size()).isEqualTo(976);
  }

  @Test
  void aClickOnABalloonAsksForWhatItsBodyStandsForOnce() throws Exception {
    try (WindowsBalloons balloons = WindowsBalloons.open(clicked::add)) {
      balloons.show(alert("Windows Update needs help"));
      tell(balloons, ShellNotify.NIN_BALLOONUSERCLICK, 1);
      tell(balloons, ShellNotify.NIN_BALLOONUSERCLICK, 1);
      assertThat(clicked.poll(20, TimeUnit.SECONDS)).isEqualTo(Action.DETAILS);
      balloons.remove("failure");
      assertThat(clicked).isEmpty();
    }
  }

  @Test
  void theSecondUnderATagIsAnotherAndTheFirstIsGone() throws Exception {
    try (WindowsBalloons balloons = WindowsBalloons.open(clicked::add)) {
      balloons.show(alert("once"));
      balloons.show(alert("twice"));
      tell(balloons, ShellNotify.NIN_BALLOONUSERCLICK, 1);
      tell(balloons, ShellNotify.NIN_BALLOONUSERCLICK, 2);
      assertThat(clicked.poll(20, TimeUnit.SECONDS)).isEqualTo(Action.DETAILS);
      balloons.remove("failure");
      assertThat(clicked).isEmpty();
    }
  }

  @Test
  void oneThatTimesOutAsksForNothing() throws Exception {
    try (WindowsBalloons balloons = WindowsBalloons.open(clicked::add)) {
      balloons.show(alert("once"));
      tell(balloons, ShellNotify.NIN_BALLOONTIMEOUT, 1);
      tell(balloons, ShellNotify.NIN_BALLOONUSERCLICK, 1);
      balloons.remove("failure");
      assertThat(clicked).isEmpty();
    }
  }

  @Test
  void whoeverIsToldOfAClickMayTakeBalloonsAwayAtOnce() throws Exception {
    AtomicReference<WindowsBalloons> own = new AtomicReference<>();
    try (WindowsBalloons balloons =
        WindowsBalloons.open(
            action -> {
              try {
                own.get().remove("failure");
                clicked.add(action);
              } catch (PcException e) {
                throw new IllegalStateException(e);
              }
            })) {
      own.set(balloons);
      balloons.show(alert("once"));
      tell(balloons, ShellNotify.NIN_BALLOONUSERCLICK, 1);
      assertThat(clicked.poll(20, TimeUnit.SECONDS)).isEqualTo(Action.DETAILS);
    }
    assertThatExceptionOfType(PcException.class).isThrownBy(() -> own.get().remove("failure"));
  }

  @Test
  void aBalloonHasNoBarToMove() throws Exception {
    try (WindowsBalloons balloons = WindowsBalloons.open(clicked::add)) {
      assertThat(balloons.move("failure", new Bar("", OptionalDouble.of(0.5), "", ""))).isFalse();
      balloons.remove("never shown");
    }
  }

  @Test
  void textThatIsTooLongIsCutAndNeverRunsOver() {
    char[] room = new char[8];
    WindowsBalloons.put(room, "1234567");
    assertThat(new String(room)).isEqualTo("1234567\0");
    WindowsBalloons.put(room, "12345678");
    assertThat(new String(room)).isEqualTo("123456…\0");
  }

  private static Notification alert(String title) {
    return new Notification(
        "failure", title, "It failed.", Action.DETAILS, List.of(), Optional.empty(), false);
  }

  private static void tell(WindowsBalloons balloons, int what, int id) {
    User32.INSTANCE.PostMessage(
        balloons.window(),
        WindowsBalloons.WM_APP_BALLOON,
        new WPARAM(0),
        new LPARAM((long) id << 16 | what));
  }
}
