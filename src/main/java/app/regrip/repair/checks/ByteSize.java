package app.regrip.repair.checks;

import app.regrip.pc.UpdateFolders.Size;
import java.util.Locale;

/** How sizes are spelt. */
public final class ByteSize {

  private ByteSize() {}

  /** Without an administrator's rights some of a folder can't be seen. */
  public static String size(Size size) {
    return (size.whole() ? "" : "at least ") + bytes(size.bytes());
  }

  /** Bytes for people: 5.2 GB, 310 MB. */
  static String bytes(long bytes) {
    double megabytes = bytes / 1_000_000.0;
    return megabytes >= 1000
        ? String.format(Locale.ROOT, "%.1f GB", megabytes / 1000)
        : String.format(Locale.ROOT, "%.0f MB", megabytes);
  }
}
