package app.regrip.windows.wua;

import java.time.Instant;
import java.util.Optional;

/**
 * COM's DATE: days since 30 December 1899, in a double. Those of the Windows Update agent are in
 * UTC.
 */
final class OleDate {

  private static final int UNIX_EPOCH = 25569;
  private static final int MILLIS_PER_DAY = 86_400_000;

  /** 1 January 10000, the first day that a DATE cannot name. */
  private static final int END = 2_958_466;

  private OleDate() {}

  /** Empty for zero, which stands for "never", and for what is no date. */
  static Optional<Instant> instant(double date) {
    boolean named = date > 0 && date < END;
    return named
        ? Optional.of(Instant.ofEpochMilli(Math.round((date - UNIX_EPOCH) * MILLIS_PER_DAY)))
        : Optional.empty();
  }
}
