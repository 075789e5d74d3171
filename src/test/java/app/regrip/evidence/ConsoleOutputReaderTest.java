package app.regrip.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleOutputReaderTest {

  private static final String RAN = "The operation completed successfully.\n";
  private static final String TITLE =
      """

      Deployment Image Servicing and Management tool
      Version: 10.0.19041.3636

      Image Version: 10.0.19045.4291

      """;
  private static final String FULL_BAR =
      "[==========================100.0%==========================] ";
  private static final String SFC =
      """

      Beginning system scan.  This process will take some time.

      Beginning verification phase of system scan.
      \rVerification 0% complete.\rVerification 57% complete.\rVerification 100% complete.

      """;
  private static final String CLEAN =
      "Windows Resource Protection did not find any integrity violations.\n";

  private static List<ToolRun> read(String text) {
    return KeptEvidence.runsOf(ConsoleOutputReader::new, text);
  }

  private static List<String> words(String text) {
    return read(text).stream().map(KeptEvidence::inWords).toList();
  }

  @Test
  void findsEveryCommandOfASession() {
    String session =
        "C:\\Windows\\System32>sfc /scannow\n"
            + SFC
            + CLEAN
            + "\nC:\\Windows\\System32>dism /online /cleanup-image /scanhealth\n"
            + TITLE
            + FULL_BAR
            + "The component store is repairable.\n"
            + RAN
            + "\nPS C:\\Users\\me> Dism.exe -Online -Cleanup-Image -RestoreHealth\n"
            + TITLE
            + "[===========================62.3%====                      ] \n\n"
            + "Error: 0x800f081f\n\nThe source files could not be found.\n"
            + "\nC:\\Windows\\System32>chkdsk /scan\nError: 5\n"
            + "\nC:\\Windows\\System32>DISM /Online /Cleanup-Image /CheckHealth\n"
            + TITLE
            + "No component store corruption detected.\n"
            + RAN;
    assertThat(words(session))
        .containsExactly(
            "SFC scannow healthy 100.0",
            "DISM ScanHealth repairable 100.0",
            "DISM RestoreHealth failed 62.3 0x800F081F",
            "DISM CheckHealth healthy");
    assertThat(read(session)).first().extracting(ToolRun::line).isEqualTo(1L);
  }

  @Test
  void separatesRunsWithoutPrompts() {
    assertThat(
            words(
                TITLE
                    + FULL_BAR
                    + "The restore operation completed successfully.\n"
                    + RAN
                    + TITLE
                    + "[=====                      10.0%                          ] \n"
                    + SFC
                    + CLEAN))
        .containsExactly(
            "DISM RestoreHealth repaired 100.0",
            "DISM unknown incomplete 10.0",
            "SFC unknown healthy 100.0");
  }

  @Test
  void takesTwoCommandsOfOneLine() {
    assertThat(
            words(
                "C:\\>sfc /verifyonly && dism /online /cleanup-image /restorehealth\n"
                    + SFC
                    + "Windows Resource Protection found integrity violations.\n"
                    + TITLE
                    + FULL_BAR
                    + "The restore operation completed successfully.\n"
                    + RAN))
        .containsExactly("SFC verifyonly repairable 100.0", "DISM RestoreHealth repaired 100.0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "C:\\WINDOWS\\system32>dism /online /cleanup-image /restorehealth|RestoreHealth",
        "C:> DISM.exe /Online /Cleanup-image /Restorehealth|RestoreHealth",
        "PS C:\\WINDOWS\\system32> dism -online -cleanup-image -restorehealth|RestoreHealth",
        "PS>DISM /Online /Cleanup-Image /CheckHealth|CheckHealth",
        "> dism /Online /English /Cleanup-Image /ScanHealth|ScanHealth",
        "[DISM /online /cleanup-image /ScanHealth]|ScanHealth",
        "2. Running: dism.exe /Image:D:\\ /Cleanup-Image /StartComponentCleanup"
            + "|StartComponentCleanup",
        "C:\\>dism /online /cleanup-image /restorehealth /source:wim:E:\\my"
            + " files\\install.wim:1 /limitaccess|RestoreHealth",
        "C:\\>%windir%\\system32\\dism.exe /Online /Enable-Feature /FeatureName:NetFx3"
            + "|Enable-Feature",
        "C:\\>dism /online /My-Own-Option|My-Own-Option"
      })
  void knowsTheCommandAtEveryPrompt(String line, String command) {
    assertThat(words(line + "\n" + TITLE + FULL_BAR + "\n" + RAN))
        .containsExactly("DISM " + command + " succeeded 100.0");
  }

  @Test
  void aCommandInProseIsNone() {
    assertThat(words("Last week sfc /scannow was fine.\nsfc /scannow\nThen I gave up.\n"))
        .isEmpty();
    assertThat(
            words(
                "> sfc /scannow\n"
                    + SFC
                    + CLEAN
                    + "I skipped \"sfc /scannow\", as it said:\n"
                    + CLEAN))
        .containsExactly("SFC scannow healthy 100.0");
  }

  @Test
  void aCommandWithoutAnAnswerIsIncomplete() {
    assertThat(words("C:\\>sfc /scannow\n")).containsExactly("SFC scannow incomplete");
    assertThat(words("C:\\>sfc /?\n")).isEmpty();
  }

  @Test
  void successOfTheCommandIsNoHealth() {
    assertThat(words("C:\\>dism /online /cleanup-image /restorehealth\n" + TITLE + RAN))
        .containsExactly("DISM RestoreHealth succeeded");
  }

  @Test
  void aRestartIsNeededWithItsNumber() {
    assertThat(
            words(
                TITLE
                    + "Error: 3017\n\nThe requested operation failed. A system reboot is"
                    + " required to roll back changes made.\n"))
        .containsExactly("DISM unknown restart-needed 0x80070BC9");
    assertThat(words(TITLE + "Error: 3010\n"))
        .containsExactly("DISM unknown restart-needed 0x80070BC2");
    assertThat(
            words(
                "There is a system repair pending which requires reboot to complete."
                    + "  Restart\nWindows and run sfc again.\n"))
        .containsExactly("SFC unknown restart-needed");
  }

  @Test
  void findsSentencesWrappedWithinWords() {
    assertThat(words(TITLE + "The component store cannot be rep\naired.\n" + RAN))
        .containsExactly("DISM unknown not-repairable");
    assertThat(
            words(
                SFC
                    + "Windows Resource Protection found corrupt files but was una\nble to fix"
                    + " some\nof them. Details are included\n"))
        .containsExactly("SFC scannow partly-repaired 100.0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "La operación se completó correctamente.|succeeded",
        "操作は正常に完了しました。|succeeded",
        "작업을 완료했습니다.|succeeded",
        "可以修复组件存储。|repairable",
        "还原操作已成功完成。|repaired",
        "Fehler: 0x800f0906|failed",
        "Erreur : 87|failed",
        "Ein Satz, den hier niemand kennt.|incomplete"
      })
  void knowsOfOtherLanguagesOnlyWhatIsCertain(String sentence, String verdict) {
    assertThat(read(TITLE + FULL_BAR + "\n" + sentence + "\n"))
        .singleElement()
        .extracting(run -> run.verdict().id())
        .isEqualTo(verdict);
  }

  @Test
  void knowsADismOfAnyLanguageByItsVersions() {
    String unknown =
        "Eszköz a lemezképekhez\nVerzió: 10.0.19041.1\n\nLemezkép verziója: 10.0.19045.1\n";
    assertThat(words(unknown + FULL_BAR.replace('.', ',') + "\n" + unknown + "Hiba: 0x800f0922\n"))
        .containsExactly("DISM unknown incomplete 100.0", "DISM unknown failed 0x800F0922");
  }

  @Test
  void countsTheProgressOfSfcInAnyLanguage() {
    assertThat(
            words(
                "C:\\>sfc /scannow\nDébut de l’analyse du système.\n"
                    + "\rLa vérification 40% est terminée.\rLa vérification 41% est terminée."))
        .containsExactly("SFC scannow incomplete 41.0");
  }

  @Test
  void readsTheResultOfTheCmdlet() {
    assertThat(
            words(
                "PS C:\\> Repair-WindowsImage -Online -ScanHealth\n\nPath             :\n"
                    + "Online           : True\nImageHealthState : Repairable\n"))
        .containsExactly("DISM ScanHealth repairable");
  }

  @Test
  void readsWhatIsQuotedAndDoubled() {
    String quoted =
        (TITLE + FULL_BAR + "No component store corruption detected.\n" + RAN)
            .replaceAll("(?m)^", "> ");
    assertThat(words(quoted)).containsExactly("DISM ScanHealth healthy 100.0");
    assertThat(words(quoted.replace("\n", "\n\n"))).isEqualTo(words(quoted));
    assertThat(words(quoted.replace("\n", "\r\n"))).isEqualTo(words(quoted));
    assertThat(words(quoted.replaceAll("(?m)^.*\n", "$0$0"))).isEqualTo(words(quoted));
  }

  @Test
  void aProgramThatIsNotThereHasFailed() {
    assertThat(words("C:\\>sfc /scannow\n'sfc' is not recognized as an internal or external\n"))
        .containsExactly("SFC scannow failed");
  }

  @Test
  void aForeignErrorMakesNoRun() {
    assertThat(words("Error: 5\nAccess is denied.\nVersion : 10.0.19041.1\n")).isEmpty();
    assertThat(words(TITLE + RAN + "Error: 5\n")).containsExactly("DISM unknown succeeded");
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "sentences.tsv",
      delimiter = '\t',
      numLinesToSkip = 3,
      encoding = "UTF-8")
  void aSentenceOfAnotherLanguageAloneIsJudgedAsItsEnglishTwin(
      String language, String sentence, String english, String source) {
    assertThat(source).as(sentence).isNotBlank();
    assertThat(words(sentence + "\n")).isEqualTo(words(english + "\n"));
    if (english.contains("Resource Protection") || english.contains("omponent store")) {
      assertThat(words(sentence + "\n")).hasSize(1);
    }
  }

  @Test
  void theGoodSentenceCountsOnlyToItsFullStop() {
    assertThat(words(SFC + CLEAN.replace(".\n", ", but the component metadata is corrupt.\n")))
        .containsExactly("SFC unknown repairable 100.0");
    assertThat(words(SFC + CLEAN.replace(".\n", ", but")))
        .containsExactly("SFC unknown incomplete 100.0");
  }

  @Test
  void readsWhatWasFlattenedToOneLine() {
    String flat =
        "C:\\>dism /Online /Cleanup-Image /RestoreHealth /Source:wim:M:\\sources\\install.wim:3 "
            + TITLE.strip()
            + " "
            + FULL_BAR
            + "Error: 0x800f081f The source files could not be found. Use the \"Source\" option."
            + " C:\\>";
    assertThat(words(flat.replace("\n", " ").replaceAll(" +", " ")))
        .containsExactly("DISM RestoreHealth failed 100.0 0x800F081F");
    assertThat(words(("C:\\>sfc /scannow" + SFC + CLEAN).replaceAll("\\s+", " ")))
        .containsExactly("SFC scannow healthy 100.0");
    assertThat(
            words(
                (TITLE + FULL_BAR + "The component store is repairable. " + RAN)
                    .replaceAll("\\s+", " ")))
        .containsExactly("DISM ScanHealth repairable 100.0");
  }

  @Test
  void readsTheErrorOfTheCmdlet() {
    assertThat(
            words(
                " The restore operation failed. Either the repair source was not found or the"
                    + " component store \ncannot be repaired.\nAt C:\\a.ps1:5 char:5\n"
                    + "+     Repair-WindowsImage -Online -RestoreHealth -NoRestart\n"
                    + "    + FullyQualifiedErrorId : Microsoft.Dism.Commands.RepairWindowsImageCommand\n"))
        .containsExactly("DISM RestoreHealth failed");
  }

  @Test
  void aSentenceThatIsCutOffOrWrappedTellsWhatItCan() {
    String damaged = "Windows Resource Protection found corrupt files but";
    assertThat(words("C:\\>sfc /scannow\n" + damaged + " was una\n"))
        .containsExactly("SFC scannow partly-repaired");
    assertThat(words(damaged + " was unable to fix some of th\nem.\n"))
        .containsExactly("SFC unknown partly-repaired");
    assertThat(words("C:\\>sfc /scannow\nWindows Resource Protection did not fi\n"))
        .containsExactly("SFC scannow incomplete");
    assertThat(words("Windows Resource Protection did not find\n any integrity violations.\n"))
        .containsExactly("SFC unknown healthy");
  }

  @Test
  void anImageIsNotThisPc() {
    assertThat(read("C:\\>dism /Image:D:\\mount /Cleanup-Image /ScanHealth\n" + TITLE + RAN))
        .singleElement()
        .extracting(ToolRun::ofImage)
        .isEqualTo(true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The operation is complete but NetFx3 feature was not enabled.\n",
        "Deployment Image Servicing and Management tool  Version: 6.3.9600.17031  Image Version:"
            + " 6.3.9600.17031  Enabling feature(s)  Error: 0x800f0906  The source files could not"
            + " be downloaded.   Use the source option to say where they are.\n",
        "Unlisted title of a tool\nVersion: 10.0.19041.844\n\nOf the image: 10.0.19045.2965\n\n"
            + "Erro: 0x800f0905\n",
        "Processing 1 of 2 - Adding package Package_for_RollupFix~31bf3856ad364e35~x86~~9600.1\n"
            + "Package_for_RollupFix: No more.\n Error: 0x8007007f\n",
      })
  void whatDismDidNotDoFailed(String text) {
    assertThat(Analysed.of(text).answer()).isEqualTo(Analysis.Answer.WRONG);
  }
}
