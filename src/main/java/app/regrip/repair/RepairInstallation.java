package app.regrip.repair;

import app.regrip.pc.Pc;
import app.regrip.pc.PcException;
import app.regrip.pc.PcFacts.WindowsVersion;
import app.regrip.pc.SystemPages.Page;

/**
 * The last rung: Windows is installed over itself, and files, programs and settings stay. Windows
 * 11 does it from a page of Settings; an older one from installation media, which takes a person.
 */
public final class RepairInstallation {

  private static final int WINDOWS_11 = 22000;
  private static final int WINDOWS_10 = 10240;

  private RepairInstallation() {}

  /** How it is done on this PC, step by step. */
  public static String words(Pc pc) {
    try {
      return pc.systemPages().isAvailable(Page.SETTINGS_RECOVERY)
          ? "Reinstall the current version of Windows over itself: Settings, System, Recovery, \"Fix problems using Windows Update\", Reinstall now. Your files, programs and settings stay. Where that can't download either: "
              + byMedia(pc.facts().windows())
          : "Reinstall Windows over itself; your files, programs and settings stay. "
              + byMedia(pc.facts().windows());
    } catch (PcException e) {
      return "Reinstall Windows over itself from installation media of the same version and language: start setup.exe on it in the running Windows and choose to keep files and apps.";
    }
  }

  private static String byMedia(WindowsVersion windows) {
    String name =
        windows.build() >= WINDOWS_11
            ? "Windows 11"
            : windows.build() >= WINDOWS_10 ? "Windows 10" : "Windows 8.1";
    return "1. Download Microsoft's Media Creation Tool for "
        + name
        + " (microsoft.com/software-download). 2. Let it make an ISO file in the language of this Windows. 3. Double-click that file and start setup.exe on the new drive. 4. Choose \"Keep personal files and apps\".";
  }
}
