package app.regrip.windows.toast;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.pc.Notifications;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("windows")
class ChosenNotificationsTest {

  private FakeToastPlatform platform;

  @BeforeEach
  void registerPlatform() throws Exception {
    platform = FakeToastPlatform.open();
  }

  @AfterEach
  void unregisterPlatform() {
    if (platform != null) {
      platform.close();
    }
  }

  @Test
  void toastsAreTakenWhereWindowsShowsThem() {
    expect(true, "toast", "Toasts, because Windows shows Regrip's toasts.");
  }

  @Test
  void switchedOffMeansBalloons() throws Exception {
    platform.answer("setting=1");
    expect(
        true,
        "balloon",
        "No toasts, because notifications of Regrip are switched off in Windows' Settings."
            + " Balloons take their place.");
  }

  @Test
  void anAnswerNobodyKnowsMeansBalloons() throws Exception {
    platform.answer("setting=9");
    expect(
        true,
        "balloon",
        "No toasts, because Windows answered in a way Regrip doesn't know."
            + " Balloons take their place.");
  }

  @Test
  void withoutTheClassItIsBalloons() {
    platform.close();
    expect(
        true,
        "balloon",
        "No toasts, because Windows has no Windows.UI.Notifications.ToastNotificationManager"
            + " (0x80040154). Balloons take their place.");
  }

  @Test
  void aRegripThatWindowsDoesNotKnowShowsNoToastNobodyWouldSee() throws Exception {
    expect(
        false,
        "balloon",
        "Toasts need an installed Regrip: Windows does not know this one by name."
            + " Balloons take their place.");
    assertThat(platform.asked()).isEmpty();
  }

  private static void expect(boolean registered, String kind, String why) {
    try (ChosenNotifications chosen =
        ChosenNotifications.open("Regrip.Test", registered, action -> {})) {
      assertThat(chosen.notifications().map(Notifications::kind)).contains(kind);
      assertThat(chosen.why()).isEqualTo(why);
    }
  }
}
