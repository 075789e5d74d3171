package app.regrip.repair.checks;

import app.regrip.pc.UpdateFolders.Size;
import app.regrip.text.Message;

/** How sizes are spelt. */
public final class ByteSize {

  private static final double MEGABYTE = 1_000_000;
  private static final double GIGABYTE = 1000 * MEGABYTE;

  private ByteSize() {}

  /** Without an administrator's rights some of a folder can't be seen. */
  public static Message size(Size size) {
    Message bytes = bytes(size.bytes());
    return size.whole() ? bytes : Message.of("repair.size.at-least", bytes);
  }

  /** Bytes for people: 5.2 GB, 310 MB. */
  static Message bytes(long bytes) {
    long megabytes = Math.round(bytes / MEGABYTE);
    if (megabytes == 0) {
      return Message.of("repair.size.small");
    }
    return bytes >= GIGABYTE
        ? Message.of("repair.size.gigabytes", bytes / GIGABYTE)
        : Message.of("repair.size.megabytes", megabytes);
  }
}
