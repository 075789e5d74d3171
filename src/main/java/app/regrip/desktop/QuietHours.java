package app.regrip.desktop;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Optional;

/**
 * A part of every day in which nothing is shown over the windows of others, also over midnight.
 *
 * @param from its first minute, @param to the first minute after it; never the same
 */
public record QuietHours(LocalTime from, LocalTime to) {

  static final QuietHours USUAL = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));

  public QuietHours {
    if (from.equals(to)) {
      throw new IllegalArgumentException("no time at all, or all of it: " + from);
    }
  }

  /**
   * Reads what {@link #toString} writes.
   *
   * @return empty where it is nothing of the kind
   */
  public static Optional<QuietHours> parse(String text) {
    String[] ends = text.strip().split("\\s*-\\s*", -1);
    try {
      return ends.length == 2
          ? Optional.of(new QuietHours(LocalTime.parse(ends[0]), LocalTime.parse(ends[1])))
          : Optional.empty();
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  boolean include(LocalTime time) {
    boolean begun = !time.isBefore(from);
    boolean notOver = time.isBefore(to);
    return from.isBefore(to) ? begun && notOver : begun || notOver;
  }

  /** {@code 22:00-07:00}. */
  @Override
  public String toString() {
    return from + "-" + to;
  }
}
