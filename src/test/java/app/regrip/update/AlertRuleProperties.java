package app.regrip.update;

import static app.regrip.update.Events.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.HResult;
import app.regrip.text.Message;
import app.regrip.update.AlertRule.Decision;
import app.regrip.update.UpdateEvent.Operation;
import app.regrip.update.UpdateStatus.Failing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class AlertRuleProperties {

  /** Something seen after a wait of some minutes, negative where the clock is set. */
  record Seen(UpdateStatus status, int later) {}

  @Property
  void anUnchangedFailureKeepsTheBackOff(
      @ForAll List<@IntRange(min = 1, max = 2000) Integer> waits) {
    AlertMemory memory = AlertMemory.none();
    Instant now = minutes(0);
    Instant toldAt = null;
    int times = 0;
    int count = 0;
    for (int wait : waits) {
      now = now.plus(Duration.ofMinutes(wait));
      count++;
      Failing failing =
          new Failing(Operation.SEARCH, HResult.INVALID_HANDLE, "", minutes(0), now, count);
      Decision decision = AlertRule.decide(failing, memory, now, Failing::isInvalidHandle);
      memory = decision.memory();
      boolean due =
          toldAt == null
              || Duration.between(toldAt, now)
                      .compareTo(AlertRule.BACK_OFF.get(Math.min(times, 5) - 1))
                  >= 0;
      assertThat(decision.alert().isPresent()).isEqualTo(due);
      if (due) {
        toldAt = now;
        times++;
      }
    }
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void onlyTheInvalidHandleIsTold(@ForAll("histories") List<Seen> history) {
    AlertMemory memory = AlertMemory.none();
    Instant now = minutes(0);
    for (Seen seen : history) {
      now = now.plus(Duration.ofMinutes(seen.later()));
      Decision decision = AlertRule.decide(seen.status(), memory, now, Failing::isInvalidHandle);
      if (decision.alert().isPresent()) {
        assertThat(seen.status())
            .isInstanceOfSatisfying(
                Failing.class, failing -> assertThat(failing.isInvalidHandle()).isTrue());
        assertThat(
                AlertRule.decide(seen.status(), decision.memory(), now, Failing::isInvalidHandle)
                    .alert())
            .as("told twice")
            .isEmpty();
      }
      memory = decision.memory();
    }
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void whateverHappenedAFailureIsToldWithinAWeek(@ForAll("histories") List<Seen> history) {
    AlertMemory memory = AlertMemory.none();
    Instant now = minutes(0);
    for (Seen seen : history) {
      now = now.plus(Duration.ofMinutes(seen.later()));
      memory = AlertRule.decide(seen.status(), memory, now, Failing::isInvalidHandle).memory();
    }
    boolean told = false;
    for (int hour = 0; hour <= 7 * 24; hour++) {
      Instant at = now.plus(Duration.ofHours(hour));
      Failing failing =
          new Failing(Operation.SEARCH, HResult.INVALID_HANDLE, "", now, at, hour + 1);
      Decision decision = AlertRule.decide(failing, memory, at, Failing::isInvalidHandle);
      memory = decision.memory();
      told |= decision.alert().isPresent();
    }
    assertThat(told).isTrue();
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void aSnoozeIsKept(
      @ForAll("histories") List<Seen> history, @ForAll @IntRange(min = 1, max = 5000) int length) {
    AlertMemory memory = AlertRule.snooze(AlertMemory.none(), minutes(0), minutes(length));
    for (int i = 0; i < history.size(); i++) {
      Instant now = minutes(Math.min(i, length - 1));
      Decision decision =
          AlertRule.decide(history.get(i).status(), memory, now, Failing::isInvalidHandle);
      assertThat(decision.alert()).isEqualTo(Optional.empty());
      memory = decision.memory();
    }
  }

  @Provide
  Arbitrary<List<Seen>> histories() {
    Arbitrary<Integer> minute = Arbitraries.integers().between(-2000, 20_000);
    Arbitrary<UpdateStatus> failing =
        Combinators.combine(
                Arbitraries.of(Operation.class),
                Arbitraries.of(0x80070006, 0x80070006, 0x80070306, 0x80072EE2),
                Arbitraries.of("", "A", "B"),
                minute,
                minute)
            .as(
                (operation, code, title, first, last) ->
                    new Failing(
                        operation, new HResult(code), title, minutes(first), minutes(last), 1));
    Arbitrary<UpdateStatus> other =
        minute.map(
            m ->
                m % 3 == 0
                    ? new UpdateStatus.Unknown(Message.asIs("not read"))
                    : m % 3 == 1
                        ? new UpdateStatus.Working(minutes(m))
                        : new UpdateStatus.Repaired(minutes(m)));
    return Combinators.combine(
            Arbitraries.oneOf(failing, failing, other),
            Arbitraries.integers().between(-5000, 20_000))
        .as(Seen::new)
        .list()
        .ofMaxSize(30);
  }
}
