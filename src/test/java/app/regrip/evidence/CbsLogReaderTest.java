package app.regrip.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CbsLogReaderTest {

  private static final String VERIFY = "09:00:01 CSI 0000000a [SR] Verifying 100 components\n";
  private static final String BROKEN =
      "09:00:02 CSI 0000000b [SR] Cannot repair member file [l:11]'one.dll' of A, version 1.0\n";
  private static final String REPAIRED =
      "09:00:03 CSI 0000000c [SR] Repaired file \\SystemRoot\\WinSxS\\a\\\\[l:7]'one.dll' by copying"
          + " from backup\n";
  private static final String REPAIRING = "09:00:04 CSI 0000000d [SR] Repairing 1 components\n";
  private static final String NOTHING_TO_REPAIR = REPAIRING.replace("1 comp", "0 comp");
  private static final String COMPLETE = "09:00:05 CSI 0000000e [SR] Repair complete\n";
  private static final String SESSION =
      "10:00:00 CBS Exec: Session processing started.  Client: Manual, Session(DISM Package Manager"
          + " Provider Store Corruption Detect/Repair): 31_1\n";

  private static List<ToolRun> read(String text) {
    String log =
        text.replaceAll(
            "(?m)^(\\d\\d:\\d\\d:\\d\\d) (\\w+) ", "2024-05-23 $1, Info                  $2    ");
    return KeptEvidence.runsOf(CbsLogReader::new, log);
  }

  private static List<String> words(String text) {
    return read(text).stream().map(KeptEvidence::inWords).toList();
  }

  private static String check(String operation, String counts, String code) {
    return SESSION
        + "10:01:00 CBS Checking System Update Readiness.\n10:01:00 CBS Summary:\n"
        + ("10:01:00 CBS Operation: " + operation + " \n")
        + counts
        + ("10:01:01 CBS Exec: Processing complete, session(Corruption Repairing): 31_1 [HRESULT = "
            + code
            + "]\n");
  }

  private static String detected(int count) {
    return "10:01:00 CBS Total Detected Corruption:\t" + count + "\n";
  }

  private static String repaired(int count) {
    return "10:01:00 CBS Total Repaired Corruption:\t" + count + "\n";
  }

  @Test
  void judgesACheckOfTheSystemFiles() {
    assertThat(words(VERIFY + NOTHING_TO_REPAIR + COMPLETE)).containsExactly("SFC scannow healthy");
    assertThat(words(VERIFY + BROKEN + REPAIRED + REPAIRING + COMPLETE))
        .containsExactly("SFC scannow repaired");
    List<ToolRun> damaged = read(VERIFY + BROKEN + REPAIRING + COMPLETE);
    assertThat(damaged)
        .singleElement()
        .satisfies(
            run -> {
              assertThat(run.verdict()).isEqualTo(ToolRun.Verdict.PARTLY_REPAIRED);
              assertThat(run.unrepaired()).containsExactly("one.dll");
            });
  }

  @Test
  void aCheckThatDoesNotEndIsIncomplete() {
    assertThat(words(VERIFY)).containsExactly("SFC unknown incomplete");
    assertThat(words(VERIFY + BROKEN + REPAIRED)).containsExactly("SFC unknown incomplete");
    assertThat(words(BROKEN)).containsExactly("SFC unknown partly-repaired");
    assertThat(words(VERIFY + COMPLETE)).containsExactly("SFC scannow incomplete");
    assertThat(words(VERIFY + REPAIRING + COMPLETE)).containsExactly("SFC scannow incomplete");
  }

  @Test
  void separatesChecksOfOneLog() {
    assertThat(
            words(VERIFY + NOTHING_TO_REPAIR + COMPLETE + VERIFY.replace("0000000a", "00000010")))
        .containsExactly("SFC scannow healthy", "SFC unknown incomplete");
    assertThat(words(BROKEN.replace("0000000b", "000002fc") + BROKEN.replace("09:", "13:")))
        .hasSize(2);
  }

  @Test
  void judgesACheckOfTheStore() {
    assertThat(words(check("Detect only", detected(0), "0x00000000 - S_OK")))
        .containsExactly("DISM ScanHealth healthy");
    assertThat(words(check("Detect only", detected(4), "0x00000000 - S_OK")))
        .containsExactly("DISM ScanHealth repairable");
    assertThat(words(check("Detect and Repair", detected(4) + repaired(4), "0x00000000 - S_OK")))
        .containsExactly("DISM RestoreHealth repaired");
    assertThat(words(check("Detect and Repair", detected(4) + repaired(3), "0x00000000 - S_OK")))
        .containsExactly("DISM RestoreHealth partly-repaired");
    assertThat(words(check("Detect and Repair", detected(4), "0x800f081f - CBS_E_SOURCE_MISSING")))
        .containsExactly("DISM RestoreHealth failed 0x800F081F");
  }

  @Test
  void aCountOfAFailedCheckIsNoHealth() {
    assertThat(
            words(
                check("Detect and Repair", detected(0), "0x80070bc9 - ERROR_FAIL_REBOOT_REQUIRED")))
        .containsExactly("DISM RestoreHealth restart-needed 0x80070BC9");
    String cut = check("Detect only", detected(0), "0x00000000");
    assertThat(words(cut.substring(0, cut.lastIndexOf("10:01:01"))))
        .containsExactly("DISM ScanHealth incomplete");
  }

  @Test
  void knowsTheResultInANewerSummary() {
    assertThat(
            words(
                "10:01:00 CBS Operation: Detect and Repair \n10:01:00 CBS Operation result: 0x0\n"
                    + detected(1)
                    + repaired(1)))
        .containsExactly("DISM RestoreHealth repaired");
  }

  @Test
  void otherSessionsAreNoRuns() {
    assertThat(
            words(
                "09:00:00 CBS Session: 31_2 initialized by client LanguageFeaturesOnDemand\n"
                    + "09:00:00 CBS Startup: Processing complete. [HRESULT = 0x80070bc2]\n"))
        .isEmpty();
  }

  @Test
  void driversOfTheSystemFileCheckCount() {
    String corrupt = "09:00:06 DEPLOY [Pnp] Corrupt file: C:\\WINDOWS\\System32\\drivers\\a.sys\n";
    String repaired = corrupt.replace("Corrupt", "Repaired");
    assertThat(words(VERIFY + NOTHING_TO_REPAIR + COMPLETE + corrupt + repaired))
        .containsExactly("SFC scannow repaired");
    assertThat(words(VERIFY + NOTHING_TO_REPAIR + COMPLETE + corrupt))
        .containsExactly("SFC scannow repairable");
    assertThat(
            read(corrupt + corrupt.replace("Corrupt", "Failed repairing").replace("sys", "sys: ")))
        .singleElement()
        .satisfies(
            run -> {
              assertThat(run.verdict()).isEqualTo(ToolRun.Verdict.PARTLY_REPAIRED);
              assertThat(run.unrepaired()).containsExactly("a.sys");
            });
  }

  @Test
  void readsTheSummaryOfACheckWithoutTimes() {
    List<ToolRun> runs =
        KeptEvidence.runsOf(
            CbsLogReader::new,
            "   Checking System Update Readiness.\n"
                + "\t(p)\tCSI Payload Corrupt\t(n)\t\tamd64_some_31bf_10.0.1_none_23\\One.dll\n"
                + "\t(p)\tCSI Manifest Corrupt\t(w)\t(Fixed)\twow64_other_31bf_10.0.1_none_a1\n"
                + "    Summary:\n    Operation: Detect and Repair\n"
                + "    Operation result: 0x800f081f\n    Total Detected Corruption:\t2\n"
                + "    Total Repaired Corruption:\t1\n");
    assertThat(runs)
        .singleElement()
        .satisfies(
            run -> {
              assertThat(KeptEvidence.inWords(run))
                  .isEqualTo("DISM RestoreHealth failed 0x800F081F");
              assertThat(run.unrepaired()).containsExactly("One.dll");
              assertThat(run.damage()).hasValue(new ToolRun.Damage(2, 1));
            });
  }

  @Test
  void readsCheckSur() {
    String summary =
        "Summary:\nSeconds executed: 264\n Found 3 errors\n  CBS MUM Missing Total Count: 3\n";
    assertThat(
            KeptEvidence.runsOf(
                CbsLogReader::new,
                summary
                    + "\nUnavailable repair files:\n"
                    + "\tservicing\\packages\\Package_for_KB5000098~31bf~amd64~~6.0.1.6.mum\n"))
        .singleElement()
        .satisfies(
            run -> {
              assertThat(KeptEvidence.inWords(run)).isEqualTo("DISM CheckSUR not-repairable");
              assertThat(run.unrepaired())
                  .containsExactly("Package_for_KB5000098~31bf~amd64~~6.0.1.6.mum");
            });
    assertThat(
            KeptEvidence.runsOf(CbsLogReader::new, summary + " Fixed 3 errors\n").get(0).verdict())
        .isEqualTo(ToolRun.Verdict.REPAIRED);
    assertThat(
            KeptEvidence.runsOf(
                    CbsLogReader::new, "Summary:\nSeconds executed: 99\n No errors detected\n")
                .get(0)
                .verdict())
        .isEqualTo(ToolRun.Verdict.HEALTHY);
  }

  @Test
  void aFileWhoseCopyInTheStoreIsDamagedTooStaysSo() {
    String line =
        "2026-01-18 12:05:30, Info                  CSI    00000b7e [SR] Could not reproject corrupted"
            + " file \\??\\C:\\Windows\\a\\tile.svg; source file in store is also corrupted\n";
    Analysis.Result result = Analysed.of(line);
    assertThat(result.answer()).isEqualTo(Analysis.Answer.WRONG);
    assertThat(result.findings().get(0).text().english()).contains("tile.svg");
    String repaired =
        "2026-01-18 12:05:31, Info                  CSI    00000b7f [SR] Repaired file"
            + " \\SystemRoot\\WinSxS\\a\\tile.svg by copying from backup\n";
    assertThat(Analysed.of(line + repaired).answer()).isNotEqualTo(Analysis.Answer.WRONG);
  }
}
