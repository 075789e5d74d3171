package app.regrip.repair;

import app.regrip.pc.Pc;
import app.regrip.pc.PcException;
import app.regrip.pc.PcFacts.WindowsVersion;
import app.regrip.pc.SystemPages.Page;
import app.regrip.text.Message;

/**
 * The last rung: Windows is installed over itself, and files, programs and settings stay. Windows
 * 11 does it from a page of Settings; an older one from installation media, which takes a person.
 */
public final class RepairInstallation {

  private static final int WINDOWS_11 = 22000;
  private static final int WINDOWS_10 = 10240;

  private RepairInstallation() {}

  /** How it is done on this PC, step by step. */
  public static Message words(Pc pc) {
    try {
      return pc.systemPages().isAvailable(Page.SETTINGS_RECOVERY)
          ? Message.of("repair.reinstall.by-settings").then(byMedia(pc.facts().windows()))
          : Message.of("repair.reinstall").then(byMedia(pc.facts().windows()));
    } catch (PcException e) {
      return Message.of("repair.reinstall.somehow");
    }
  }

  private static Message byMedia(WindowsVersion windows) {
    String name =
        windows.build() >= WINDOWS_11
            ? "Windows 11"
            : windows.build() >= WINDOWS_10 ? "Windows 10" : "Windows 8.1";
    return Message.sentences(
        Message.of("repair.reinstall.media", name),
        Message.of("repair.reinstall.iso"),
        Message.of("repair.reinstall.setup"),
        Message.of("repair.reinstall.keep"));
  }
}
