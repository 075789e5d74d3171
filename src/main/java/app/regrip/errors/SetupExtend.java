package app.regrip.errors;

import app.regrip.text.Message;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The second number of an error of Windows Setup, as in {@code 0xC1900101 - 0x20017}: in which
 * phase Setup failed, and at what. The names are Microsoft's (Windows upgrade error codes).
 *
 * @param phase e.g. {@code SAFE_OS}
 * @param operation e.g. {@code BOOT}
 */
public record SetupExtend(int value, String phase, String operation) {

  private static final List<String> PHASES =
      List.of("UNKNOWN", "DOWNLEVEL", "SAFE_OS", "FIRST_BOOT", "OOBE_BOOT", "UNINSTALL");

  private static final List<String> OPERATIONS =
      List.of(
          "UNKNOWN",
          "COPY_PAYLOAD",
          "DOWNLOAD_UPDATES",
          "INSTALL_UPDATES",
          "INSTALL_RECOVERY_ENVIRONMENT",
          "INSTALL_RECOVERY_IMAGE",
          "REPLICATE_OC",
          "INSTALL_DRIVERS",
          "PREPARE_SAFE_OS",
          "PREPARE_ROLLBACK",
          "PREPARE_FIRST_BOOT",
          "PREPARE_OOBE_BOOT",
          "APPLY_IMAGE",
          "MIGRATE_DATA",
          "SET_PRODUCT_KEY",
          "ADD_UNATTEND",
          "ADD_DRIVER",
          "ENABLE_FEATURE",
          "DISABLE_FEATURE",
          "REGISTER_ASYNC_PROCESS",
          "REGISTER_SYNC_PROCESS",
          "CREATE_FILE",
          "CREATE_REGISTRY",
          "BOOT",
          "SYSPREP",
          "OOBE",
          "BEGIN_FIRST_BOOT",
          "END_FIRST_BOOT",
          "BEGIN_OOBE_BOOT",
          "END_OOBE_BOOT",
          "PRE_OOBE",
          "POST_OOBE",
          "ADD_PROVISIONING_PACKAGE");

  /** Empty for a number that is none: its phase is in bits 16 to 19, its operation below. */
  public static Optional<SetupExtend> of(int value) {
    int phase = value >>> 16;
    int operation = value & 0xFFFF;
    return value > 0 && phase < PHASES.size() && operation < OPERATIONS.size() && value > 0xFFFF
        ? Optional.of(new SetupExtend(value, PHASES.get(phase), OPERATIONS.get(operation)))
        : Optional.empty();
  }

  /** The usual spelling, {@code 0x20017}. */
  public String hex() {
    return String.format(Locale.ROOT, "0x%X", value);
  }

  /** A sentence for a person. */
  public Message words() {
    return Message.of("errors.setup-extend", hex(), phase, operation);
  }
}
