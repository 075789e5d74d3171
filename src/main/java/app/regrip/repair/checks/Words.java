package app.regrip.repair.checks;

import java.util.Locale;

/** How findings spell things. */
final class Words {

  private Words() {}

  /** Bytes for people: 5.2 GB, 310 MB. */
  static String bytes(long bytes) {
    double megabytes = bytes / 1_000_000.0;
    return megabytes >= 1000
        ? String.format(Locale.ROOT, "%.1f GB", megabytes / 1000)
        : String.format(Locale.ROOT, "%.0f MB", megabytes);
  }
}
