package app.regrip.errors;

import app.regrip.text.Message;
import java.util.Map;
import java.util.Optional;

/**
 * The names of the facilities an {@link HResult} can come from (winerror.h), as people know them.
 */
final class Facility {

  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(0x00, "windows"),
          Map.entry(0x01, "rpc"),
          Map.entry(0x02, "automation"),
          Map.entry(0x03, "storage"),
          Map.entry(0x04, "com"),
          Map.entry(0x07, "win32"),
          Map.entry(0x08, "programs"),
          Map.entry(0x09, "security"),
          Map.entry(0x0A, "controls"),
          Map.entry(0x0B, "certificates"),
          Map.entry(0x0C, "internet"),
          Map.entry(0x0E, "message-queuing"),
          Map.entry(0x0F, "servicing"),
          Map.entry(0x10, "smart-cards"),
          Map.entry(0x11, "com-plus"),
          Map.entry(0x13, "dotnet"),
          Map.entry(0x16, "user-mode-drivers"),
          Map.entry(0x17, "side-by-side"),
          Map.entry(0x19, "http"),
          Map.entry(0x20, "bits"),
          Map.entry(0x21, "configuration"),
          Map.entry(0x22, "state-management"),
          Map.entry(0x24, "windows-update"),
          Map.entry(0x25, "directory-services"),
          Map.entry(0x3E, "notifications"),
          Map.entry(0xD0, "delivery-optimization"),
          Map.entry(0x150, "dism"),
          Map.entry(0x180, "windows-setup"),
          Map.entry(0x190, "windows-setup"));

  private Facility() {}

  static Optional<Message> of(HResult code) {
    return Optional.ofNullable(NAMES.get(code.facility())).map(Facility::named);
  }

  /** What stands for those that have no name here. */
  static Message unknown() {
    return named("unknown");
  }

  private static Message named(String name) {
    return Message.of("errors.facility." + name);
  }
}
