package app.regrip.windows.toast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.regrip.errors.HResult;
import app.regrip.pc.Notifications.Action;
import app.regrip.pc.Notifications.Bar;
import app.regrip.pc.Notifications.Button;
import app.regrip.pc.Notifications.Notification;
import app.regrip.pc.PcException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("windows")
class WindowsToastsTest {

  private static final Notification ALERT =
      new Notification(
          "failure",
          "Windows Update needs help",
          "Windows couldn’t install “KB1 & KB2”",
          Action.DETAILS,
          List.of(new Button("Fix it", Action.FIX)),
          Optional.empty(),
          false);
  private static final Bar BAR =
      new Bar("Repairing", OptionalDouble.of(0.623), "62.3 %", "Step 2 of 3");

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

  /** Windows answers 0x80070490, which says nothing of what the user wants. */
  @Test
  void beforeTheFirstToastNobodyKnowsTheUsersSwitch() throws Exception {
    try (WindowsToasts toasts = WindowsToasts.open("Regrip.Test")) {
      assertThat(toasts.setting()).isEqualTo(ToastSetting.NOT_SAID_YET);
      toasts.show(ALERT);
      assertThat(toasts.setting()).isEqualTo(ToastSetting.ENABLED);
    }
  }

  /** Windows takes such a toast without a word and shows it to nobody. */
  @Test
  void aToastThatIsSwitchedOffIsNotTakenForShown() throws Exception {
    platform.answer("setting=2");
    try (WindowsToasts toasts = WindowsToasts.open("Regrip.Test")) {
      assertThatExceptionOfType(PcException.class)
          .isThrownBy(() -> toasts.show(ALERT))
          .withMessage("notifications are switched off in Windows' Settings");
    }
  }

  @Test
  void aToastIsShownUnderItsTagWithItsText() throws Exception {
    try (WindowsToasts toasts = WindowsToasts.open("Regrip.Test")) {
      toasts.show(ALERT);
    }
    assertThat(platform.asked())
        .containsExactly(
            "notifier\tRegrip.Test", "show\tfailure\tregrip\tpopup\t" + ToastXml.of(ALERT));
  }

  @Test
  void progressIsBoundAtFirstAndMovesWithoutANewToast() throws Exception {
    try (WindowsToasts toasts = WindowsToasts.open("Regrip.Test")) {
      toasts.show(
          new Notification(
              "repair", "Repairing", "", Action.OPEN, List.of(), Optional.of(BAR), true));
      assertThat(toasts.move("repair", new Bar("Repairing", OptionalDouble.empty(), "", "Proving")))
          .isTrue();
    }
    List<String> asked = platform.asked();
    assertThat(asked.get(1))
        .isEqualTo("data\ttitle=Repairing\tvalue=0.623\tshown=62.3 %\tstatus=Step 2 of 3");
    assertThat(asked.get(2)).startsWith("show\trepair\tregrip\tquiet\t<toast ");
    assertThat(asked.get(3))
        .isEqualTo(
            "update\trepair\tregrip\ttitle=Repairing\tvalue=indeterminate\tshown=\tstatus=Proving");
    assertThat(asked).hasSize(4);
  }

  @Test
  void aToastThatWasSweptAwaySaysSoWhenItIsToMove() throws Exception {
    platform.answer("update=2");
    try (WindowsToasts toasts = WindowsToasts.open("Regrip.Test")) {
      assertThat(toasts.move("repair", BAR)).isFalse();
      platform.answer("update=1");
      assertThatExceptionOfType(PcException.class).isThrownBy(() -> toasts.move("repair", BAR));
    }
  }

  @Test
  void aToastIsTakenAwayByItsTag() throws Exception {
    try (WindowsToasts toasts = WindowsToasts.open("Regrip.Test")) {
      toasts.remove("failure");
    }
    assertThat(platform.asked()).contains("remove\tfailure\tregrip\tRegrip.Test");
  }

  @Test
  void aRefusalKeepsTheNumberWindowsGave() throws Exception {
    platform.answer("show=0x803E0105");
    try (WindowsToasts toasts = WindowsToasts.open("Regrip.Test")) {
      assertThatExceptionOfType(PcException.class)
          .isThrownBy(() -> toasts.show(ALERT))
          .satisfies(e -> assertThat(e.code()).isEqualTo(new HResult(0x803E0105)));
    }
  }

  @Test
  void theUsersSwitchIsRead() throws Exception {
    platform.answer("known=1", "setting=2");
    try (WindowsToasts toasts = WindowsToasts.open("Regrip.Test")) {
      assertThat(toasts.setting()).isEqualTo(ToastSetting.OFF_FOR_USER);
    }
  }

  @Test
  void withoutTheClassesItSaysWhichNumberWindowsGave() {
    platform.close();
    assertThatExceptionOfType(PcException.class)
        .isThrownBy(() -> WindowsToasts.open("Regrip.Test"))
        .satisfies(e -> assertThat(e.code()).isEqualTo(new HResult(0x80040154)));
  }
}
