package app.regrip.windows;

import app.regrip.pc.SystemPages.Page;
import java.util.Optional;

/** Where a page is found, and on which builds of Windows it still works. */
final class PageAddress {

  private static final int WINDOWS_10 = 10240;
  private static final int WINDOWS_10_1703 = 15063;

  /** From here on the page "Recovery" can reinstall the current version. */
  private static final int WINDOWS_11_22H2 = 22621;

  /** From here on msdt.exe only leads to Get Help (Microsoft, "deprecated features"). */
  private static final int WINDOWS_11_23H2 = 22631;

  private PageAddress() {}

  static boolean worksOn(Page page, int build) {
    return switch (page) {
      case MSDT_WINDOWS_UPDATE -> build < WINDOWS_11_23H2;
      case SETTINGS_TROUBLESHOOT -> build >= WINDOWS_10_1703;
      case GET_HELP_WINDOWS_UPDATE, SETTINGS_WINDOWS_UPDATE -> build >= WINDOWS_10;
      case SETTINGS_RECOVERY -> build >= WINDOWS_11_22H2;
      case MICROSOFT_SUPPORT -> true;
    };
  }

  /**
   * The address to open; empty for msdt.exe, which is started by its path: its own scheme was a way
   * to run foreign code (CVE-2022-30190).
   */
  static Optional<String> of(Page page) {
    return switch (page) {
      case MSDT_WINDOWS_UPDATE -> Optional.empty();
      case GET_HELP_WINDOWS_UPDATE ->
          Optional.of("ms-contact-support://smc-to-emerald/WUTroubleshooter");
      case SETTINGS_TROUBLESHOOT -> Optional.of("ms-settings:troubleshoot");
      case SETTINGS_WINDOWS_UPDATE -> Optional.of("ms-settings:windowsupdate");
      case SETTINGS_RECOVERY -> Optional.of("ms-settings:recovery");
      case MICROSOFT_SUPPORT -> Optional.of("https://support.microsoft.com");
    };
  }
}
