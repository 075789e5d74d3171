package app.regrip.pc;

/**
 * The policy values that keep Windows from updating itself, below {@code
 * HKLM\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate}. Organisations set them on purpose,
 * "tweak" programs on home PCs. This list is closed: no other policy is ever written. All are
 * REG_DWORD, and 1 switches them on (Microsoft, "Manage additional Windows Update settings").
 */
public enum UpdatePolicy {
  /** Updates come from the server in {@code WUServer}; without this value that one is ignored. */
  USE_SERVER("\\AU", "UseWUServer", "updates are looked for on a server of somebody else"),
  NO_AUTOMATIC_UPDATES("\\AU", "NoAutoUpdate", "automatic updates are off"),
  ACCESS_DISABLED("", "DisableWindowsUpdateAccess", "Windows Update is switched off"),
  NO_MICROSOFT_SERVERS(
      "",
      "DoNotConnectToWindowsUpdateInternetLocations",
      "Microsoft's update servers are not asked"),
  NO_SETTINGS_PAGE(
      "", "SetDisableUXWUAccess", "the page \"Windows Update\" in Settings can't check");

  private final String subkey;
  private final String valueName;
  private final String effect;

  UpdatePolicy(String subkey, String valueName, String effect) {
    this.subkey = subkey;
    this.valueName = valueName;
    this.effect = effect;
  }

  /** Below the policy key of Windows Update; empty, or beginning with a backslash. */
  public String subkey() {
    return subkey;
  }

  public String valueName() {
    return valueName;
  }

  /** What it does while it is 1, as part of a sentence. */
  public String effect() {
    return effect;
  }
}
