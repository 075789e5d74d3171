package app.regrip.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.pc.Notifications.Action;
import app.regrip.pc.Notifications.Bar;
import app.regrip.pc.Notifications.Notification;
import app.regrip.update.Alert;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** What Regrip shows over the windows of others, while somebody gives a presentation. */
class QuietTimeTest {

  private final Queue<Runnable> later = new ArrayDeque<>();
  private final List<String> seen = new ArrayList<>();
  private final FakeNotifications system = new FakeNotifications();
  private boolean quiet;
  private boolean failing = true;

  private final HeldBack heldBack = new HeldBack(() -> quiet, later::add);
  private final Toast toast =
      new PatientToast(
          new Toast() {
            @Override
            public void show(Alert alert) {
              seen.add("show " + alert.recurrence());
            }

            @Override
            public void hide() {
              seen.add("hide");
            }
          },
          heldBack,
          alert -> failing);
  private final PatientNotifications notifications = new PatientNotifications(system, heldBack);

  @Test
  void anAlertComesAtOnceWhereNobodyIsDisturbed() {
    failing = false;
    toast.show(alert(1));
    assertThat(seen).containsExactly("show 1");
    assertThat(later).isEmpty();
  }

  @Test
  void anAlertWaitsForTheEndAndComesOnce() {
    quiet = true;
    toast.show(alert(1));
    timePasses();
    timePasses();
    assertThat(seen).isEmpty();
    quiet = false;
    timePasses();
    timePasses();
    assertThat(seen).containsExactly("show 1");
    assertThat(later).as("nothing is asked while nothing waits").isEmpty();
  }

  @Test
  void ofTwoThatWaitTheNewerComes() {
    quiet = true;
    toast.show(alert(1));
    toast.show(alert(2));
    assertThat(later).hasSize(1);
    quiet = false;
    timePasses();
    assertThat(seen).containsExactly("show 2");
  }

  @Test
  void anAlertWhoseTimeHasPassedDoesNotCome() {
    quiet = true;
    toast.show(alert(1));
    failing = false;
    quiet = false;
    timePasses();
    assertThat(seen).isEmpty();
  }

  @Test
  void anAlertThatWasAnsweredElsewhereDoesNotCome() {
    quiet = true;
    toast.show(alert(1));
    toast.hide();
    quiet = false;
    timePasses();
    assertThat(seen).containsExactly("hide");
  }

  @Test
  void oneThatComesWhileAnotherWaitsTakesItsPlace() {
    quiet = true;
    toast.show(alert(1));
    quiet = false;
    toast.show(alert(2));
    timePasses();
    assertThat(seen).containsExactly("show 2");
  }

  @Test
  void aNotificationWaitsTooAndIsNotTakenForSweptAway() throws Exception {
    system.swept = true;
    quiet = true;
    notifications.show(notification("Repairing"));
    assertThat(notifications.move("repair", bar())).isTrue();
    notifications.show(notification("Fixed"));
    assertThat(system.shown).isEmpty();
    quiet = false;
    timePasses();
    assertThat(system.shown).extracting(Notification::title).containsExactly("Fixed");
    assertThat(notifications.move("repair", bar())).isTrue();
    assertThat(system.bars).hasSize(1);
  }

  @Test
  void aNotificationThatIsTakenAwayWaitsNoMore() throws Exception {
    quiet = true;
    notifications.show(notification("Repairing"));
    notifications.remove("repair");
    quiet = false;
    timePasses();
    assertThat(system.shown).isEmpty();
    assertThat(system.removed).containsExactly("repair");
  }

  /** Nobody is told by then; the icon in the tray says the same. */
  @Test
  void aRefusalAfterTheWaitEndsThere() throws Exception {
    quiet = true;
    notifications.show(notification("Fixed"));
    system.refusing = true;
    quiet = false;
    timePasses();
    assertThat(system.shown).isEmpty();
    assertThat(later).isEmpty();
  }

  private void timePasses() {
    List<Runnable> due = new ArrayList<>(later);
    later.clear();
    due.forEach(Runnable::run);
  }

  private static Alert alert(int recurrence) {
    return new Alert(Scenes.failing(), recurrence);
  }

  private static Notification notification(String title) {
    return new Notification("repair", title, "", Action.OPEN, List.of(), Optional.empty(), false);
  }

  private static Bar bar() {
    return new Bar("", OptionalDouble.empty(), "", "");
  }
}
