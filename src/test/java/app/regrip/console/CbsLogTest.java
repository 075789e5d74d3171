package app.regrip.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CbsLogTest {

  private static final String AT = "2026-03-02 10:15:31, Info                  CSI    0000001e ";

  private static String cannot(String name) {
    return AT
        + "[SR] Cannot repair member file [l:%d]'%s' of Some-Component"
            .formatted(name.length(), name)
        + ", version 10.0.19041.1, arch amd64, nonSxS, pkt {l:8 b:31bf3856ad364e35} in the store,"
        + " hash mismatch";
  }

  private static String repaired(String name) {
    return AT
        + "[SR] Repaired file \\SystemRoot\\WinSxS\\amd64_some_10.0_none\\\\[l:%d]'%s'"
            .formatted(name.length(), name)
        + " by copying from backup";
  }

  @Test
  void namesEachDamagedFileOnce() {
    assertThat(
            CbsLog.unrepairedFiles(
                List.of(cannot("driver.sys"), cannot("winload.exe"), cannot("DRIVER.SYS"))))
        .containsExactly("driver.sys", "winload.exe");
  }

  @Test
  void forgetsWhatWasRepairedLater() {
    assertThat(CbsLog.unrepairedFiles(List.of(cannot("a.dll"), cannot("b.dll"), repaired("a.dll"))))
        .containsExactly("b.dll");
    assertThat(
            CbsLog.unrepairedFiles(
                List.of(
                    cannot("a.dll"),
                    AT + "[SR] Repairing file \\??\\C:\\Windows\\System32\\\\a.dll from store")))
        .isEmpty();
  }

  @Test
  void aFileReportedAgainAfterItsRepairStaysDamaged() {
    assertThat(
            CbsLog.unrepairedFiles(
                List.of(cannot("ntdll.dll"), repaired("ntdll.dll"), cannot("ntdll.dll"))))
        .containsExactly("ntdll.dll");
  }

  @Test
  void readsTheFormOfWindows7() {
    assertThat(
            CbsLog.unrepairedFiles(
                List.of(
                    AT + "[SR] Cannot repair member file [l:24{12}]\"settings.ini\" of Sidebar",
                    AT + "[SR] Cannot repair member file [l:18{9}]\"other.dll\" of Shell",
                    AT
                        + "[SR] Repairing corrupted file [ml:520{260},l:46{23}]"
                        + "\"\\??\\C:\\Windows\\System32\"\\[l:18{9}]\"other.dll\" from store")))
        .containsExactly("settings.ini");
  }

  @Test
  void toleratesTornAndForeignLines() {
    assertThat(
            CbsLog.unrepairedFiles(
                List.of(
                    "member file [l:9]'tail.dll' of a line that began in the older log",
                    cannot("whole.dll"),
                    cannot("torn.dll").substring(0, 100),
                    AT + "[SR] Verifying 100 components",
                    AT + "[SR] Repairing 2 components",
                    AT + "[SR] Repaired file ",
                    "\0\0\0",
                    "")))
        .containsExactly("whole.dll");
    assertThat(CbsLog.unrepairedFiles(List.of())).isEmpty();
  }
}
