package app.regrip.update;

import java.util.List;

/**
 * What {@link AlertRule} remembers from one decision to the next, also over a restart. Only plain
 * values, so that it can be kept as JSON. Times are milliseconds since 1970, 0 where there is none.
 *
 * @param told the failures a toast was shown for, the newest last
 * @param snoozedAt when the user asked for quiet
 * @param snoozedUntil when that ends
 */
public record AlertMemory(List<Told> told, long snoozedAt, long snoozedUntil) {

  /**
   * A failure the user was told of.
   *
   * @param failure names it, see {@link AlertRule}
   * @param lastFailedAt when it last failed, as far as seen
   * @param toldAt when the newest toast came
   * @param times how many toasts since it last worked
   * @param recurrence 1 for the first time, one more each time it came back
   * @param worked whether updates worked since
   */
  public record Told(
      String failure, long lastFailedAt, long toldAt, int times, int recurrence, boolean worked) {
    public Told {
      failure = failure == null ? "" : failure;
    }

    Told failedAgain(long at) {
      return new Told(failure, Math.max(at, lastFailedAt), toldAt, times, recurrence, worked);
    }

    Told hasWorked() {
      return new Told(failure, lastFailedAt, toldAt, times, recurrence, true);
    }
  }

  public AlertMemory {
    told = told == null ? List.of() : List.copyOf(told);
  }

  public static AlertMemory none() {
    return new AlertMemory(List.of(), 0, 0);
  }

  AlertMemory withTold(List<Told> newTold) {
    return new AlertMemory(newTold, snoozedAt, snoozedUntil);
  }

  AlertMemory withSnooze(long at, long until) {
    return new AlertMemory(told, at, until);
  }
}
