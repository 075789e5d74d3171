package app.regrip.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DismLogReaderTest {

  private static final String START = "Info|DISM.EXE: <----- Starting Dism.exe session ----->\n";
  private static final String END = "Info|DISM.EXE: <----- Ending Dism.exe session ----->\n";
  private static final String RESTORE =
      "Info|DISM.EXE: Executing command line: dism  /online /cleanup-image /restorehealth\n";
  private static final String WARNING =
      "Warning|DISM Package Manager: PID=1 TID=2 CBS AddSource failed with HRESULT=0x8007007b!\n";
  private static final String CLOSED =
      "Info|DISM.EXE: Image session has been closed. Reboot required=no.\n";

  private static List<ToolRun> read(String text) {
    String log =
        text.replaceAll("(?m)^(\\w+)\\|", "2024-05-22 12:47:33, $1                 DISM   ");
    return KeptEvidence.runsOf(DismLogReader::new, log);
  }

  private static List<String> words(String text) {
    return read(text).stream().map(KeptEvidence::inWords).toList();
  }

  private static String failed(String code) {
    return "Error|DISM Package Manager: PID=1 TID=2 Failed while processing command cleanup-image."
        + " - CPackageManagerCLIHandler::ExecuteCmdLine(hr:"
        + code
        + ")\n";
  }

  @Test
  void findsEverySession() {
    String log =
        START
            + RESTORE
            + WARNING
            + failed("0x800f081f")
            + CLOSED
            + END
            + START
            + RESTORE.replace("restorehealth", "scanhealth")
            + WARNING
            + CLOSED
            + END
            + START
            + RESTORE;
    assertThat(words(log))
        .containsExactly(
            "DISM RestoreHealth failed 0x800F081F",
            "DISM ScanHealth succeeded",
            "DISM RestoreHealth incomplete");
    assertThat(read(log))
        .extracting(ToolRun::line, run -> run.time().map(LogTime::toString).orElse(""))
        .contains(org.assertj.core.groups.Tuple.tuple(7L, "2024-05-22T12:47:33"));
  }

  @Test
  void knowsARestartByItsNumber() {
    assertThat(words(START + RESTORE + failed("0x80070bc9") + END))
        .containsExactly("DISM RestoreHealth restart-needed 0x80070BC9");
    assertThat(words(START + RESTORE + CLOSED.replace("=no", "=yes") + END))
        .containsExactly("DISM RestoreHealth restart-needed");
  }

  @Test
  void aCommandThatWasRefusedHasFailed() {
    assertThat(
            words(
                START
                    + "Error|DISM.EXE: Failed validating command line: dism /online /restorehealth"
                    + " /source:F:\\Win 10\\x.esd\n"
                    + CLOSED
                    + END))
        .containsExactly("DISM RestoreHealth failed");
  }

  @Test
  void readsTheNumberWithoutItsPrefix() {
    assertThat(
            words(
                START
                    + RESTORE
                    + "Info|DISM.EXE: DISM Package Manager processed the command line but failed."
                    + " HRESULT=800F0906\n"))
        .containsExactly("DISM RestoreHealth failed 0x800F0906");
  }

  @Test
  void readsALogCutAtItsBeginning() {
    assertThat(words(failed("0x800f0922") + END))
        .containsExactly("DISM Cleanup-Image failed 0x800F0922");
    assertThat(words(CLOSED + END)).isEmpty();
  }

  @Test
  void readsATailOfErrorsAlone() {
    assertThat(
            words(
                "Error|DISM Package Manager: PID=1 Feature name Some-Feature is unknown. -"
                    + " CPackageManagerCLIHandler::Private_GetFeaturesFromCommandLine(hr:0x800f080c)\n"
                    + "Error|DISM Package Manager: PID=1 TID=2 Failed while processing command"
                    + " disable-feature. - CPackageManagerCLIHandler::ExecuteCmdLine(hr:0x800f080c)\n"))
        .containsExactly("DISM Disable-Feature failed 0x800F080C");
    assertThat(
            words(
                "Error|DISM Driver Manager: PID=1 TID=2 Failed to install the driver package"
                    + " 'W:\\a.inf'. - CDriverPackage::InternalInstall(hr:0x80070002)\n"))
        .containsExactly("DISM Add-Driver failed 0x80070002");
    assertThat(
            words(
                "Error|API: PID=1 TID=2 The package  is not applicable to the image.  -"
                    + " CAddPackageCommandObject::InternalExecute(hr:0x800f081e)\n"))
        .containsExactly("DISM Add-Package failed 0x800F081E");
  }

  @Test
  void knowsAnImageFromTheWindowsThatRuns() {
    String image = RESTORE.replace("/online", "/image:D:\\mount");
    assertThat(read(START + image + failed("0x800f081f") + END + START + RESTORE + END))
        .extracting(ToolRun::ofImage)
        .containsExactly(true, false);
  }
}
