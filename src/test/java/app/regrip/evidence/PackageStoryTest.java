package app.regrip.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.ErrorCatalog;
import app.regrip.evidence.Analysis.Answer;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The lines are worded as Windows writes them; packages and times are made up. */
class PackageStoryTest {

  private static final String KB = "Package_for_KB5101010~31bf3856ad364e35~amd64~~10.0.1.4";
  private static final String STARTED =
      "Info|CBS|Exec: Processing started.  Client: UpdateAgent, Session: 31_1, Package: "
          + KB
          + ", Identifier: KB5101010\n";
  private static final String INSTALLER =
      "Error|CSI|00000091 (F) Failed execution of queue item Installer: Network Drivers"
          + " ({00000000-1111-2222-3333-444444444444}) with HRESULT 800106d9.  Failure will not be"
          + " ignored: A rollback will be initiated after all the operations in the installer queue"
          + " are completed; installer is reliable[gle=0x80004005]\n";
  private static final String ROLLBACK =
      "Error|CBS|Startup: Failed to process advanced operation queue, startupPhase: 0.  A rollback"
          + " transaction will be created. [HRESULT = 0x800f0922 - CBS_E_INSTALLERS_FAILED]\n"
          + "Info|CBS|Setting ExecuteState key to: CbsExecuteStateInitiateRollback |"
          + " CbsExecuteStateFlagAdvancedInstallersFailed\n";
  private static final String REPORT =
      "Info|CBS|WER: Generating failure report for package: "
          + KB
          + ", status: 0x800f0922, failure source: AI, start state: Staged, target state:"
          + " Installed, client id: WindowsUpdateAgent\n";
  private static final String NOISE =
      "Info|CBS|Failed to query DisableWerReporting flag.  Assuming not set... [HRESULT ="
          + " 0x80070002 - ERROR_FILE_NOT_FOUND]\n"
          + "Info|CBS|Failed to internally open package. [HRESULT = 0x800f0805 -"
          + " CBS_E_INVALID_PACKAGE]\n";

  private static String log(String text) {
    return text.replaceAll(
        "(?m)^(\\w+)\\|(\\w+)\\|", "2026-02-03 04:05:06, $1                  $2    ");
  }

  private static List<PackageChange> changes(String text) {
    KeptEvidence kept = new KeptEvidence();
    CbsLogReader reader = new CbsLogReader(kept);
    long number = 1;
    for (String line : log(text).split("\n")) {
      reader.line(number++, line);
    }
    reader.end();
    return kept.changes;
  }

  private static Analysis.Result analysed(String text) {
    Analysis analysis = new Analysis(ErrorCatalog.load());
    analysis.read("CBS.log", new ByteArrayInputStream(log(text).getBytes(StandardCharsets.UTF_8)));
    return analysis.result();
  }

  private static String only(String text) {
    Analysis.Result result = analysed(text);
    assertThat(result.findings()).hasSize(1);
    return result.findings().get(0).text().english();
  }

  @Test
  void manyLinesOfOneUpdateAreOneFindingWithItsCause() {
    assertThat(only(STARTED + NOISE + INSTALLER + ROLLBACK + NOISE + REPORT))
        .startsWith(
            "KB5101010 could not be installed: its Network Drivers installer failed"
                + " (0x800106D9")
        .contains("so Windows rolled it back (0x800F0922");
    assertThat(analysed(STARTED + INSTALLER + ROLLBACK + REPORT).answer()).isEqualTo(Answer.WRONG);
  }

  @Test
  void theUpdateIsNamedByWhatIsLeftOfItsStory() {
    assertThat(only(STARTED + ROLLBACK)).startsWith("KB5101010 could not be installed");
    assertThat(only(REPORT)).startsWith("KB5101010 could not be installed");
    assertThat(only(ROLLBACK)).startsWith("An update could not be installed");
  }

  @Test
  void anInstallerIsReadInEachForm() {
    assertThat(
            only(
                "Error|CSI|00000091 (F) Installer: Container Installer\tBinary Name:"
                    + " containerai.dll\tErrorCode: 80070005\tPhase: 39\tMode: Delta\n"
                    + ROLLBACK))
        .contains("its Container Installer failed (0x80070005");
    assertThat(only(INSTALLER.replace("800106d9", "HRESULT_FROM_WIN32(1058)") + ROLLBACK))
        .contains("Network Drivers installer failed (0x80070422");
    assertThat(
            only(
                INSTALLER.replace("800106d9", "HRESULT_FROM_WIN32(ERROR_FILE_NOT_FOUND)")
                    + ROLLBACK))
        .contains("Network Drivers installer failed (0x80070002");
  }

  @Test
  void anInstallerWhoseFailureIsIgnoredIsNone() {
    assertThat(changes(INSTALLER.replace("will not be ignored", "will be ignored"))).isEmpty();
  }

  @Test
  void aDriverThatFailedIsNamed() {
    assertThat(
            only(
                STARTED
                    + "Info|CBS|Doqe: Recording result: 0x8007000d, for Inf: some.inf\n"
                    + "Error|CBS|Startup: Failed executing critical driver operations queue"
                    + " [HRESULT = 0x8007000d - ERROR_INVALID_DATA]\n"
                    + "Info|CBS|Startup: Rolling back KTM, because drivers failed.\n"))
        .contains("its driver some.inf could not be installed (0x8007000D", "rolled it back");
  }

  @Test
  void aFileTheStoreLacksIsNamedWithItsUpdateAndTheStoreIsRepaired() {
    Analysis.Result result =
        analysed(
            "Info|CBS|Exec: Staging Package: Package_3_for_KB5000099~31bf~amd64~~6.1.1.0, Update:"
                + " 5000099-8_neutral_GDR, PinDeployment: amd64_x\n"
                + "Info|CBS|Failed to find file: amd64_some-shell_31bf_6.1_none_a5\\shell.dll"
                + " [HRESULT = 0x80070002 - ERROR_FILE_NOT_FOUND]\n"
                + "Error|CBS|Failed to pre- stage package: Some-Package-TopLevel~31bf~amd64~~11.2"
                + " [HRESULT = 0x80070002 - ERROR_FILE_NOT_FOUND]\n");
    assertThat(result.findings()).hasSize(1);
    assertThat(result.findings().get(0).text().english())
        .contains("Some-Package-TopLevel 11.2", "lacks shell.dll of KB5000099", "0x80070002");
    assertThat(result.findings().get(0).fix()).hasValue(app.regrip.repair.Fix.DISM);
  }

  @Test
  void aPermanentPackageIsARefusalAndNoDamage() {
    Analysis.Result result =
        analysed(
            "Error|CBS|Permanent package 'Some-Package~31bf~amd64~~10.0.1.1' cannot be uninstalled."
                + " CurrentState Installed HighestState Absent [HRESULT = 0x800f0825 -"
                + " CBS_E_CANNOT_REMOVE]\n");
    assertThat(result.answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(result.findings()).extracting(LogFinding::id).containsExactly("refused");
    assertThat(result.findings().get(0).text().english())
        .contains("could not be removed", "permanent");
  }

  @Test
  void twoUpdatesOfOneSessionAreTwo() {
    assertThat(changes(STARTED + REPORT + REPORT.replace("5101010", "5101011")))
        .extracting(change -> change.name().name())
        .containsExactly("KB5101010", "KB5101011");
  }

  @Test
  void anEndWithoutAnErrorProvesNoInstallation() {
    assertThat(
            changes(
                STARTED
                    + "Info|CBS|Exec: Processing complete.  Session: 31_1, Package: "
                    + KB
                    + " [HRESULT = 0x00000000 - S_OK]\n"))
        .isEmpty();
    assertThat(
            changes(
                "Info|CBS|Reporting package change completion for package: "
                    + KB
                    + ", current: Installed, original: Absent, target: Installed, status: 0x0,"
                    + " failure source: Not Determined, client id: UpdateAgent\n"))
        .singleElement()
        .extracting(PackageChange::outcome)
        .isEqualTo(LoggedEvent.Outcome.SUCCEEDED);
  }

  @Test
  void noiseIsNoFailure() {
    assertThat(changes(STARTED + NOISE)).isEmpty();
  }

  @Test
  void anErrorWithoutAStoryCountsWhereNothingElseIsThere() {
    assertThat(
            only(
                "Info|CBS|Store corruption, manifest missing for package: X\n"
                    + "Failed to resolve package [HRESULT = 0x800f0831 - CBS_E_STORE_CORRUPTION]\n"))
        .startsWith("An update could not be installed (0x800F0831");
  }
}
