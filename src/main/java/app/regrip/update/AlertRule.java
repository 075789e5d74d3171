package app.regrip.update;

import app.regrip.update.AlertMemory.Told;
import app.regrip.update.UpdateStatus.Failing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Decides when a toast is due. Each failure that is worth one gets one when it appears and one when
 * it comes back after it had worked. While it stays, it is repeated at growing intervals.
 *
 * <p>A failure is named by its operation and its update. Pure: the caller keeps the memory.
 */
public final class AlertRule {

  /** From one toast to the next for the same failure; the last one repeats. */
  static final List<Duration> BACK_OFF =
      List.of(
          Duration.ofHours(4),
          Duration.ofHours(8),
          Duration.ofDays(1),
          Duration.ofDays(3),
          Duration.ofDays(7));

  private static final int MOST_REMEMBERED = 32;

  private AlertRule() {}

  /**
   * @param alert the toast to show now, if any
   * @param memory to keep and to hand in next time
   */
  public record Decision(Optional<Alert> alert, AlertMemory memory) {}

  /** No toast until then; the failure is told when it is over, if it still stands. */
  public static AlertMemory snooze(AlertMemory memory, Instant now, Instant until) {
    return memory.withSnooze(now.toEpochMilli(), until.toEpochMilli());
  }

  /**
   * @param wanted which failures are worth a toast, see {@link AlertChoice}
   */
  public static Decision decide(
      UpdateStatus status, AlertMemory before, Instant now, Predicate<Failing> wanted) {
    AlertMemory memory = notFromTheFuture(before, now.toEpochMilli());
    if (status instanceof UpdateStatus.Working || status instanceof UpdateStatus.Repaired) {
      return quiet(memory.withTold(memory.told().stream().map(Told::hasWorked).toList()), now);
    }
    if (status instanceof Failing failing && wanted.test(failing)) {
      return decide(failing, memory, now);
    }
    return new Decision(Optional.empty(), memory);
  }

  private static Decision quiet(AlertMemory memory, Instant now) {
    boolean over = memory.snoozedUntil() <= now.toEpochMilli();
    return new Decision(Optional.empty(), over ? memory.withSnooze(0, 0) : memory);
  }

  private static Decision decide(Failing failing, AlertMemory memory, Instant now) {
    long millis = now.toEpochMilli();
    if (memory.snoozedUntil() > millis) {
      return new Decision(Optional.empty(), memory);
    }
    boolean wasSnoozed = memory.snoozedUntil() != 0;
    AlertMemory awake = memory.withSnooze(0, 0);
    String name = failing.operation() + " " + failing.title();
    long last = Math.max(failing.first().toEpochMilli(), failing.last().toEpochMilli());
    Optional<Told> known =
        awake.told().stream().filter(told -> told.failure().equals(name)).findFirst();
    if (known.isEmpty()) {
      return tell(failing, new Told(name, last, millis, 1, 1, false), awake);
    }
    Told told = known.get();
    if (cameBack(failing, told)) {
      return tell(failing, new Told(name, last, millis, 1, told.recurrence() + 1, false), awake);
    }
    if (wasSnoozed || millis - told.toldAt() >= backOff(told).toMillis()) {
      Told again = new Told(name, last, millis, told.times() + 1, told.recurrence(), told.worked());
      return tell(failing, again, awake);
    }
    return new Decision(Optional.empty(), remember(told.failedAgain(last), awake));
  }

  /**
   * It worked in between where that was seen, or where its present run began after the last failure
   * that was seen. Failures seen before do not count as new ones.
   */
  private static boolean cameBack(Failing failing, Told told) {
    return failing.first().toEpochMilli() > told.lastFailedAt()
        || (told.worked() && failing.last().toEpochMilli() > told.lastFailedAt());
  }

  private static Duration backOff(Told told) {
    return BACK_OFF.get(Math.max(0, Math.min(told.times(), BACK_OFF.size()) - 1));
  }

  private static Decision tell(Failing failing, Told told, AlertMemory memory) {
    return new Decision(Optional.of(new Alert(failing, told.recurrence())), remember(told, memory));
  }

  private static AlertMemory remember(Told told, AlertMemory memory) {
    List<Told> all = new ArrayList<>(memory.told());
    all.removeIf(other -> other.failure().equals(told.failure()));
    all.add(told);
    return memory.withTold(all.subList(Math.max(0, all.size() - MOST_REMEMBERED), all.size()));
  }

  /**
   * A clock set back must not silence anything for longer than was meant: times that now lie ahead
   * move to now, and a snooze keeps its length.
   */
  private static AlertMemory notFromTheFuture(AlertMemory memory, long now) {
    List<Told> told =
        memory.told().stream()
            .map(
                t ->
                    new Told(
                        t.failure(),
                        t.lastFailedAt(),
                        Math.min(t.toldAt(), now),
                        t.times(),
                        t.recurrence(),
                        t.worked()))
            .toList();
    long ahead = Math.max(0, memory.snoozedAt() - now);
    return new AlertMemory(told, memory.snoozedAt() - ahead, memory.snoozedUntil() - ahead);
  }
}
