package app.regrip.windows.toast;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.pc.Notifications;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("windows")
class ChosenNotificationsTest {

  private static final OptionalInt WINDOWS_10 = OptionalInt.of(10240);

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
  void toastsAreTakenWhereWindowsShowsThem() throws Exception {
    platform.answer("known=1");
    expect(true, "toast", "Toasts, because Windows shows Regrip's toasts.");
  }

  /** Windows has no answer for a program without a package that has not shown any. */
  @Test
  void toastsAreTakenBeforeTheFirstOneWasShown() {
    expect(
        true,
        "toast",
        "Toasts, because Windows has not been asked to show one of Regrip's yet, and says only then"
            + " whether they are switched off.");
  }

  @Test
  void switchedOffForRegripMeansItsOwnWindow() throws Exception {
    platform.answer("known=1", "setting=1");
    expectNone("No toasts, because notifications of Regrip are switched off in Windows' Settings.");
  }

  @Test
  void switchedOffForAllProgramsMeansRegripsOwnWindow() throws Exception {
    platform.answer("known=1", "setting=2");
    expectNone("No toasts, because notifications are switched off in Windows' Settings.");
  }

  @Test
  void switchedOffByAPolicyMeansRegripsOwnWindow() throws Exception {
    platform.answer("known=1", "setting=3");
    expectNone("No toasts, because a policy of this PC switches notifications off.");
  }

  @Test
  void whereWindowsTakesRegripForNoProgramOfToastsItIsBalloons() throws Exception {
    platform.answer("known=1", "setting=4");
    expect(
        true,
        "balloon",
        "No toasts, because Windows does not know Regrip as a program that shows toasts."
            + " Balloons take their place.");
  }

  @Test
  void anAnswerNobodyKnowsMeansBalloons() throws Exception {
    platform.answer("known=1", "setting=9");
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

  /** What Windows 8.1 calls a toast has no buttons, and Regrip's would not come up at all. */
  @Test
  void beforeWindows10ItIsBalloons() throws Exception {
    expect(
        true,
        OptionalInt.of(9600),
        "balloon",
        "Toasts with buttons need Windows 10 (build 10240); this is build 9600."
            + " Balloons take their place.");
    assertThat(platform.asked()).isEmpty();
  }

  @Test
  void whereTheBuildIsNotKnownToastsAreTried() throws Exception {
    platform.answer("known=1");
    expect(true, OptionalInt.empty(), "toast", "Toasts, because Windows shows Regrip's toasts.");
  }

  private static void expect(boolean registered, String kind, String why) {
    expect(registered, WINDOWS_10, kind, why);
  }

  private static void expect(boolean registered, OptionalInt build, String kind, String why) {
    try (ChosenNotifications chosen =
        ChosenNotifications.open("Regrip.Test", registered, build, action -> {})) {
      assertThat(chosen.notifications().map(Notifications::kind)).contains(kind);
      assertThat(chosen.why()).hasToString(why);
    }
  }

  private static void expectNone(String why) {
    try (ChosenNotifications chosen =
        ChosenNotifications.open("Regrip.Test", true, WINDOWS_10, action -> {})) {
      assertThat(chosen.notifications()).isEmpty();
      assertThat(chosen.why())
          .hasToString(
              why
                  + " Balloons are toasts to this Windows. Regrip shows its alerts in a window of"
                  + " its own.");
    }
  }
}
