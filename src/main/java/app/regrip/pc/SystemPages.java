package app.regrip.pc;

/** Microsoft's own tools and pages that Regrip can open for the user. */
public interface SystemPages {

  /** Whether this PC has it and it still works on this build. */
  boolean isAvailable(Page page) throws PcException;

  /** Opens it for the user who is logged on and returns at once. */
  void open(Page page) throws PcException;

  /** A closed list of what may be opened. */
  enum Page {
    /** {@code msdt.exe /id WindowsUpdateDiagnostic}: Windows 8.1 to 11 22H2. */
    MSDT_WINDOWS_UPDATE,
    /** The Get Help app's Windows Update troubleshooter: Windows 11 23H2 and later. */
    GET_HELP_WINDOWS_UPDATE,
    /** {@code ms-settings:troubleshoot}: Windows 10 1703 and later. */
    SETTINGS_TROUBLESHOOT,
    SETTINGS_WINDOWS_UPDATE,
    /**
     * {@code ms-settings:recovery}: where Windows 11 offers to reinstall the current version ("Fix
     * problems using Windows Update").
     */
    SETTINGS_RECOVERY,
    /** {@code support.microsoft.com}. */
    MICROSOFT_SUPPORT
  }
}
