package app.regrip.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.evidence.Analysis.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A text of several PCs: what is well on one says nothing about another. */
class SeveralPcsTest {

  private static final String DAMAGED = check("The component store is repairable.");
  private static final String SOUND = check("No component store corruption detected.");

  private static String check(String found) {
    return """
        dism /online /cleanup-image /scanhealth

        Deployment Image Servicing and Management tool
        Version: 10.0.17763.3406

        Image Version: 10.0.17763.3406

        [==========================100.0%==========================]"""
        + " "
        + found
        + "\nThe operation completed successfully.\n";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[FILES%d]: PS C:\\Users\\adm> ",
        "adm@FILES%d C:\\Users\\adm>",
        "C:\\>psexec \\\\FILES%d ",
        "C:\\>winrs -r:FILES%d ",
        "PS C:\\> Invoke-Command -ComputerName FILES%d { cmd /c ",
      })
  void aSoundStoreOnOneDoesNotHideTheDamageOnAnother(String prompt) {
    Analysis.Result result =
        Analysed.of(prompt.formatted(1) + DAMAGED + prompt.formatted(2) + SOUND);
    assertThat(result.answer()).isEqualTo(Answer.WRONG);
    assertThat(result.findings().get(0).text().english())
        .startsWith("On FILES1: The component store of Windows is damaged");
  }

  @Test
  void onOnePcTheLaterCheckCounts() {
    String prompt = "[FILES1]: PS C:\\Users\\adm> ";
    Analysis.Result result = Analysed.of(prompt + DAMAGED + prompt + SOUND);
    assertThat(result.answer()).isEqualTo(Answer.WELL);
    assertThat(result.findings().get(1).text().english()).doesNotContain("FILES1");
  }

  @Test
  void aTimeInBracketsIsNoPc() {
    Analysis.Result result =
        Analysed.of("[10:22:01]: PS C:\\> " + DAMAGED + "[10:42:01]: PS C:\\> " + SOUND);
    assertThat(result.answer()).isEqualTo(Answer.WELL);
  }

  @Test
  void whatPowerShellFetchedNamesItsPcBehindTheResult() {
    String state = "ImageHealthState : %s\nOnline           : True\nPSComputerName   : %s\n\n";
    Analysis.Result result =
        Analysed.of(state.formatted("Repairable", "PC-13") + state.formatted("Healthy", "PC-14"));
    assertThat(result.answer()).isEqualTo(Answer.WRONG);
    assertThat(result.findings().get(0).text().english()).startsWith("On PC-13: ");
  }

  @ParameterizedTest
  @CsvSource({"PC1:,Laptop:", "'My PC:','----- my other laptop -----'", "first PC:,second PC:"})
  void aHeadingNamesThePc(String one, String other) {
    Analysis.Result result =
        Analysed.of(one + "\nC:\\> " + DAMAGED + "\n" + other + "\nC:\\> " + SOUND);
    assertThat(result.answer()).isEqualTo(Answer.WRONG);
    assertThat(result.findings().get(0).text().english()).contains("PC");
    assertThat(Analysed.of(one + "\nC:\\> " + DAMAGED + "\nfixed it:\nC:\\> " + SOUND).answer())
        .isEqualTo(Answer.WELL);
  }

  @Test
  void statesOfDevicesNameTheirDevice() {
    String device =
        "{\"DeviceName\":\"%s\",\"UpdateVersion\":\"2026.02 B\",\"CurrentDeviceUpdateStatus\":\"%s\"%s}";
    Analysis.Result result =
        Analysed.of(
            "["
                + device.formatted("LT-1", "Installed", "")
                + ",\n"
                + device.formatted("LT-2", "Failed", ",\"AlertErrorCode\":\"0x80070643\"")
                + "]\n");
    assertThat(result.answer()).isEqualTo(Answer.WRONG);
    assertThat(result.findings().get(0).text().english()).startsWith("On LT-2: 0x80070643");
  }

  @Test
  void aPromptShowsWhoseProfileItIsIn() {
    String anna = "C:\\Users\\anna>" + DAMAGED;
    Analysis.Result result = Analysed.of(anna + "Mine is fine:\nC:\\Users\\bob>" + SOUND);
    assertThat(result.answer()).isEqualTo(Answer.WRONG);
    assertThat(Analysed.of("C:\\Users\\bob>" + SOUND + anna).findings().get(0).text().english())
        .startsWith("On C:\\Users\\anna: The component store of Windows is damaged");
    for (String same :
        new String[] {
          "C:\\Windows\\system32>", "PS C:\\Users\\Administrator> ", "C:\\Users\\Anna\\Desktop>"
        }) {
      assertThat(Analysed.of(anna + same + SOUND).answer()).isEqualTo(Answer.WELL);
    }
  }

  @Test
  void printedEventsNameTheirPc() {
    String event =
        "TimeCreated : 3/%d/2026 10:12:13 AM\nProviderName : Microsoft-Windows-WindowsUpdateClient\nId : %d\nMachineName : %s.corp.local\nMessage : %s Security Update (KB5099001)\n\n";
    String failed =
        event.formatted(
            13,
            20,
            "PC1",
            "Installation Failure: Windows failed to install the following update with error 0x80070643:");
    String done = "Installation Successful: Windows successfully installed the following update:";
    Analysis.Result result = Analysed.of(failed + event.formatted(14, 19, "PC2", done));
    assertThat(result.answer()).isEqualTo(Answer.WRONG);
    assertThat(result.findings().get(0).text().english()).startsWith("On PC1: 0x80070643");
    assertThat(Analysed.of(failed + event.formatted(14, 19, "PC1", done)).answer())
        .isEqualTo(Answer.WELL);
  }

  @Test
  void rowsOfPsWindowsUpdateNameTheirPc() {
    String row = "3 %s  %s  KB5099001  312MB 2026-01 Cumulative Update (KB5099001)\n";
    Analysis.Result result =
        Analysed.of(row.formatted("SRV01", "Installed") + row.formatted("SRV02", "Failed"));
    assertThat(result.answer()).isEqualTo(Answer.WRONG);
    assertThat(result.findings().get(0).text().english()).startsWith("On SRV02: ");
  }
}
