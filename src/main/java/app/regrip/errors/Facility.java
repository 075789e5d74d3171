package app.regrip.errors;

import java.util.Map;
import java.util.Optional;

/**
 * The names of the facilities an {@link HResult} can come from (winerror.h), as people know them.
 */
final class Facility {

  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(0x00, "Windows in general"),
          Map.entry(0x01, "remote procedure calls"),
          Map.entry(0x02, "COM automation"),
          Map.entry(0x03, "storage"),
          Map.entry(0x04, "COM interfaces"),
          Map.entry(0x07, "Win32"),
          Map.entry(0x08, "Windows programs"),
          Map.entry(0x09, "Windows security"),
          Map.entry(0x0A, "controls"),
          Map.entry(0x0B, "certificates and signatures"),
          Map.entry(0x0C, "the internet functions"),
          Map.entry(0x0E, "message queuing"),
          Map.entry(0x0F, "Windows servicing"),
          Map.entry(0x10, "smart cards"),
          Map.entry(0x11, "COM+"),
          Map.entry(0x13, ".NET"),
          Map.entry(0x16, "user mode drivers"),
          Map.entry(0x17, "side-by-side assemblies"),
          Map.entry(0x19, "the web (HTTP)"),
          Map.entry(0x20, "the download service BITS"),
          Map.entry(0x21, "configuration"),
          Map.entry(0x22, "state management"),
          Map.entry(0x24, "Windows Update"),
          Map.entry(0x25, "directory services"),
          Map.entry(0x3E, "Windows notifications"),
          Map.entry(0xD0, "Delivery Optimization"),
          Map.entry(0x150, "DISM"),
          Map.entry(0x180, "Windows Setup"),
          Map.entry(0x190, "Windows Setup"));

  private Facility() {}

  static Optional<String> of(HResult code) {
    return Optional.ofNullable(NAMES.get(code.facility()));
  }
}
