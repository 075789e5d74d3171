package app.regrip.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.pc.Notifications.Action;
import app.regrip.pc.Notifications.Button;
import app.regrip.pc.Notifications.Notification;
import app.regrip.update.Alert;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SystemToastTest {

  private final FakeNotifications notifications = new FakeNotifications();
  private final List<String> standIn = new ArrayList<>();
  private final List<Runnable> toDo = new ArrayList<>();
  private final SystemToast toast =
      new SystemToast(
          notifications,
          new Toast() {
            @Override
            public void show(Alert alert) {
              standIn.add("show " + alert.recurrence());
            }

            @Override
            public void hide() {
              standIn.add("hide");
            }
          },
          Scenes.wording(),
          toDo::add,
          Runnable::run);

  @Test
  void anAlertSaysWhatTheWindowOfRegripWouldSayAndOffersTheSame() {
    show(1);
    Notification shown = notifications.shown.get(0);
    assertThat(shown.title()).isEqualTo("Windows Update needs help");
    assertThat(shown.text()).isEqualTo(Scenes.wording().lasting(Scenes.failing()));
    assertThat(shown.buttons())
        .containsExactly(
            new Button("Fix it", Action.FIX),
            new Button("Details", Action.DETAILS),
            new Button("Snooze", Action.SNOOZE));
    assertThat(shown.body()).isEqualTo(Action.DETAILS);
    assertThat(shown.quiet()).isFalse();
    assertThat(standIn).isEmpty();
  }

  @Test
  void theSameFailureAgainTakesTheSamePlace() {
    show(1);
    show(3);
    assertThat(notifications.shown).extracting(Notification::tag).containsOnly(SystemToast.TAG);
    assertThat(notifications.shown.get(1).title()).isEqualTo("Windows Update failed again");
    assertThat(notifications.shown.get(1).text()).endsWith("It has now happened 3 times.");
  }

  @Test
  void anAlertTheSystemRefusesComesUpInTheStandInAndSoDoAllAfterIt() {
    notifications.refusing = true;
    show(1);
    assertThat(standIn).containsExactly("show 1");
    notifications.refusing = false;
    show(2);
    assertThat(standIn).containsExactly("show 1", "show 2");
    assertThat(notifications.shown).isEmpty();
  }

  @Test
  void anAlertThatWasAnsweredBeforeTheRefusalCameIsNotShownAgain() {
    notifications.refusing = true;
    toast.show(new Alert(Scenes.failing(), 1));
    toast.hide();
    doIt();
    assertThat(standIn).containsExactly("hide");
  }

  @Test
  void anAnsweredAlertIsTakenAwayOnce() {
    show(1);
    toast.hide();
    toast.hide();
    doIt();
    assertThat(notifications.removed).containsExactly(SystemToast.TAG);
  }

  private void show(int recurrence) {
    toast.show(new Alert(Scenes.failing(), recurrence));
    doIt();
  }

  private void doIt() {
    List.copyOf(toDo).forEach(Runnable::run);
    toDo.clear();
  }
}
