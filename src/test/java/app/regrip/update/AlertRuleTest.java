package app.regrip.update;

import static app.regrip.update.Events.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.HResult;
import app.regrip.text.Message;
import app.regrip.update.AlertRule.Decision;
import app.regrip.update.UpdateEvent.Operation;
import app.regrip.update.UpdateStatus.Failing;
import com.google.gson.Gson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlertRuleTest {

  private AlertMemory memory = AlertMemory.none();

  private static Failing failing(Operation operation, String title, int first, int last) {
    return new Failing(
        operation, HResult.INVALID_HANDLE, title, minutes(first), minutes(last), 1 + last - first);
  }

  private static Failing search(int first, int last) {
    return failing(Operation.SEARCH, "", first, last);
  }

  private Optional<Alert> decide(UpdateStatus status, int minute) {
    return decide(status, minutes(minute));
  }

  private Optional<Alert> decide(UpdateStatus status, Instant now) {
    Decision decision = AlertRule.decide(status, memory, now, Failing::isInvalidHandle);
    memory = decision.memory();
    return decision.alert();
  }

  @Test
  void tellsAFailureOnce() {
    assertThat(decide(search(1, 1), 2)).contains(new Alert(search(1, 1), 1));
    assertThat(decide(search(1, 1), 3)).isEmpty();
    assertThat(decide(search(1, 4), 4)).isEmpty();
  }

  @Test
  void isSilentAboutEverythingElse() {
    assertThat(decide(new UpdateStatus.Working(minutes(1)), 2)).isEmpty();
    assertThat(decide(new UpdateStatus.Repaired(minutes(1)), 2)).isEmpty();
    assertThat(decide(new UpdateStatus.Unknown(Message.asIs("not read")), 2)).isEmpty();
    for (int code : new int[] {0x80070306, 0x80072EE2, 0x80070005}) {
      Failing other =
          new Failing(Operation.SEARCH, new HResult(code), "", minutes(1), minutes(1), 1);
      assertThat(decide(other, 2)).isEmpty();
    }
  }

  @Test
  void tellsOfWhateverIsWanted() {
    Failing other =
        new Failing(Operation.SEARCH, new HResult(0x80072EE2), "", minutes(1), minutes(1), 1);
    assertThat(AlertRule.decide(other, memory, minutes(2), failing -> true).alert())
        .contains(new Alert(other, 1));
    assertThat(AlertRule.decide(search(1, 1), memory, minutes(2), failing -> false).alert())
        .isEmpty();
  }

  @Test
  void tellsAnotherOperationAndAnotherUpdate() {
    assertThat(decide(search(1, 1), 1)).isPresent();
    assertThat(decide(failing(Operation.INSTALL, "A", 2, 2), 2)).isPresent();
    assertThat(decide(failing(Operation.INSTALL, "B", 3, 3), 3)).isPresent();
    assertThat(decide(failing(Operation.INSTALL, "A", 2, 4), 4)).isEmpty();
    assertThat(decide(search(1, 5), 5)).isEmpty();
  }

  @Test
  void countsWhatCameBackAfterItWorked() {
    assertThat(decide(search(1, 1), 1)).map(Alert::recurrence).contains(1);
    decide(new UpdateStatus.Repaired(minutes(5)), 5);
    assertThat(decide(search(9, 9), 9)).map(Alert::recurrence).contains(2);
    assertThat(decide(search(9, 10), 10)).isEmpty();
    assertThat(decide(search(20, 20), 20))
        .as("worked between two readings")
        .map(Alert::recurrence)
        .contains(3);
  }

  @Test
  void anUnknownInBetweenChangesNothing() {
    assertThat(decide(search(1, 1), 1)).isPresent();
    decide(new UpdateStatus.Unknown(Message.asIs("not read")), 2);
    assertThat(decide(search(1, 3), 3)).isEmpty();
  }

  @Test
  void oldFailuresReadAgainAreNoRecurrence() {
    assertThat(decide(search(1, 3), 3)).isPresent();
    decide(new UpdateStatus.Working(minutes(4)), 4);
    assertThat(decide(search(1, 3), 5)).isEmpty();
    assertThat(decide(search(6, 6), 6)).map(Alert::recurrence).contains(2);
  }

  @Test
  void repeatsAtGrowingIntervals() {
    List<Duration> waits = new ArrayList<>();
    Instant last = null;
    for (int quarter = 0; quarter < 4 * 24 * 30; quarter++) {
      Instant now = minutes(15 * quarter);
      if (decide(search(0, 15 * quarter), now).isPresent()) {
        waits.add(last == null ? Duration.ZERO : Duration.between(last, now));
        last = now;
      }
    }
    assertThat(waits)
        .startsWith(
            Duration.ZERO,
            Duration.ofHours(4),
            Duration.ofHours(8),
            Duration.ofDays(1),
            Duration.ofDays(3),
            Duration.ofDays(7),
            Duration.ofDays(7));
  }

  @Test
  void staysQuietWhileSnoozedAndTellsAfterwards() {
    assertThat(decide(search(1, 1), 1)).isPresent();
    memory = AlertRule.snooze(memory, minutes(2), minutes(62));
    assertThat(decide(search(1, 30), 30)).isEmpty();
    assertThat(decide(failing(Operation.INSTALL, "A", 31, 31), 31)).isEmpty();
    assertThat(decide(search(1, 30), 62)).map(Alert::recurrence).contains(1);
    assertThat(decide(search(1, 63), 63)).isEmpty();
  }

  @Test
  void aSnoozeThatEndedInHealthIsOver() {
    assertThat(decide(search(1, 1), 1)).isPresent();
    memory = AlertRule.snooze(memory, minutes(2), minutes(62));
    decide(new UpdateStatus.Working(minutes(70)), 70);
    assertThat(decide(search(80, 80), 80)).map(Alert::recurrence).contains(2);
  }

  @Test
  void aClockSetBackDoesNotSilenceIt() {
    Instant wrong = minutes(0).plus(Duration.ofDays(3650));
    Failing ahead = new Failing(Operation.SEARCH, HResult.INVALID_HANDLE, "", wrong, wrong, 1);
    assertThat(decide(ahead, wrong)).isPresent();
    memory = AlertRule.snooze(memory, wrong, wrong.plus(Duration.ofHours(1)));
    assertThat(decide(search(1, 1), 2)).isEmpty();
    assertThat(decide(search(1, 61), 62)).isPresent();
    assertThat(decide(search(1, 63), minutes(62).plus(Duration.ofDays(7)))).isPresent();
  }

  @Test
  void theMemorySurvivesJson() {
    decide(search(1, 1), 1);
    memory = AlertRule.snooze(memory, minutes(2), minutes(62));
    Gson gson = new Gson();
    assertThat(gson.fromJson(gson.toJson(memory), AlertMemory.class)).isEqualTo(memory);
    assertThat(gson.fromJson("{}", AlertMemory.class)).isEqualTo(AlertMemory.none());
    assertThat(gson.fromJson("{\"told\":[{}]}", AlertMemory.class).told()).hasSize(1);
  }
}
