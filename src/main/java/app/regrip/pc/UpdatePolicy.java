package app.regrip.pc;

/**
 * The policy values that keep Windows from updating itself, below {@code
 * HKLM\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate}. Organisations set them on purpose,
 * "tweak" programs on home PCs. This list is closed: no other policy is ever written. All are
 * REG_DWORD, and 1 switches them on (Microsoft, "Manage additional Windows Update settings").
 */
public enum UpdatePolicy {
  /** Updates come from the server in {@code WUServer}; without this value that one is ignored. */
  USE_SERVER("\\AU", "UseWUServer"),
  /** Windows doesn't look for updates by itself. */
  NO_AUTOMATIC_UPDATES("\\AU", "NoAutoUpdate"),
  /** Windows Update is switched off. */
  ACCESS_DISABLED("", "DisableWindowsUpdateAccess"),
  /** Microsoft's update servers are not asked. */
  NO_MICROSOFT_SERVERS("", "DoNotConnectToWindowsUpdateInternetLocations"),
  /** The page "Windows Update" in Settings can't check. */
  NO_SETTINGS_PAGE("", "SetDisableUXWUAccess");

  private final String subkey;
  private final String valueName;

  UpdatePolicy(String subkey, String valueName) {
    this.subkey = subkey;
    this.valueName = valueName;
  }

  /** Below the policy key of Windows Update; empty, or beginning with a backslash. */
  public String subkey() {
    return subkey;
  }

  public String valueName() {
    return valueName;
  }
}
