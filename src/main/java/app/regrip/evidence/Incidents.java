package app.regrip.evidence;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Tells a failure from the same failure in another log: several logs of a PC write down one thing.
 * Remembers a bounded number of them.
 */
final class Incidents {

  private static final int MOST = 1000;

  /** Logs are written a while after the failure; a rollback takes its time. */
  private static final Duration NEAR = Duration.ofMinutes(10);

  /** Zones differ by quarters of an hour. */
  private static final long QUARTER = 15 * 60;

  private static final long SLACK = 2 * 60;
  private static final Duration WIDEST_ZONES = Duration.ofHours(14);

  private record Incident(String what, LogTime time, Set<String> files) {}

  private final Deque<Incident> incidents = new ArrayDeque<>();
  private long count;

  /**
   * @param what failed; empty where the log does not name it
   */
  void add(String file, String what, Optional<LogTime> time) {
    if (time.isPresent()) {
      for (Incident known : incidents) {
        boolean same = known.what.equals(what) || known.what.isEmpty() || what.isEmpty();
        if (same && !known.files.contains(file) && isNear(known.time, time.get())) {
          known.files.add(file);
          return;
        }
      }
      if (incidents.size() == MOST) {
        incidents.removeFirst();
      }
      incidents.addLast(new Incident(what, time.get(), new HashSet<>(Set.of(file))));
    }
    count++;
  }

  long count() {
    return count;
  }

  /** Where a log has no zone, its clock on the wall may be hours away from another's. */
  private static boolean isNear(LogTime a, LogTime b) {
    Duration between = Duration.between(a.moment(), b.moment()).abs();
    if (between.compareTo(NEAR) <= 0) {
      return true;
    }
    if (a.offset().isPresent() == b.offset().isPresent()) {
      return false;
    }
    long rest = between.toSeconds() % QUARTER;
    return between.compareTo(WIDEST_ZONES) <= 0 && (rest <= SLACK || QUARTER - rest <= SLACK);
  }
}
