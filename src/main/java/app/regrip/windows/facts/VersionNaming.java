package app.regrip.windows.facts;

/** The name of a Windows version: in the registry, Windows 11 still calls itself Windows 10. */
final class VersionNaming {

  private static final int FIRST_WINDOWS_11 = 22000;

  private VersionNaming() {}

  static String of(String productName, int build) {
    return build >= FIRST_WINDOWS_11
        ? productName.replaceFirst("^Windows 10\\b", "Windows 11")
        : productName;
  }
}
