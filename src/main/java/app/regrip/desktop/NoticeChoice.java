package app.regrip.desktop;

import app.regrip.repair.Verdict;
import java.util.Set;

/**
 * What Regrip says unasked, over the windows of others. The icon and the window always tell all.
 */
public enum NoticeChoice {
  /** Alerts, how a repair goes, and how it ended. */
  ALL,
  /** Alerts, and a repair that did not help or was cut off. */
  FAILURES,
  NOTHING;

  private static final Set<Verdict.Kind> WENT_WELL =
      Set.of(
          Verdict.Kind.PROVEN,
          Verdict.Kind.PASSED,
          Verdict.Kind.NOT_PROVEN_YET,
          Verdict.Kind.DONE,
          Verdict.Kind.CANCELLED,
          Verdict.Kind.UNDONE);

  boolean tellsOfFailures() {
    return this != NOTHING;
  }

  boolean tellsOf(Verdict.Kind end) {
    return this == ALL || this == FAILURES && !WENT_WELL.contains(end);
  }
}
