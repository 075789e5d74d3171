package app.regrip.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.ErrorCatalog;
import app.regrip.evidence.Analysis.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Somebody writes that an update failed, names no error, and shows a check that found nothing: how
 * ever the two are put together, that is never fine.
 */
class ComplaintProperties {

  private static final List<String> COMPLAINTS =
      List.of(
          "The update could not be installed.",
          "Windows Update is not working",
          "It failed to install again!",
          "I can't install KB5099001, it hangs at 20%",
          "windows updates won't download",
          "Updating Windows still doesn’t work",
          "We couldn't complete the updates. Undoing changes.",
          "Undoing changes made to your computer",
          "Something went wrong",
          "windows updte keeps faling",
          "the 24H2 thing is stuck at 70%",
          "updates ❌",
          "Something went wrong. Try to reopen Settings and check for updates.",
          "Das Update konnte nicht installiert werden.",
          "Updates schlagen fehl",
          "Windows lässt sich nicht aktualisieren",
          "La mise à jour n’a pas pu être installée",
          "Les mises à jour ne fonctionnent pas",
          "No se pudo instalar la actualización.",
          "No se pueden instalar las actualizaciones",
          "Impossibile installare l'aggiornamento",
          "L'aggiornamento non è stato installato",
          "Não foi possível instalar a atualização",
          "Nie można zainstalować aktualizacji",
          "Не удалось установить обновление",
          "Центр обновления Windows не работает",
          "Güncelleştirme yüklenemedi, güncelleme çalışmıyor",
          "De update is mislukt",
          "更新失败",
          "無法安裝更新",
          "更新プログラムをインストールできませんでした",
          "업데이트를 설치하지 못했습니다");

  private static final List<String> SOUND =
      List.of(
          "C:\\>sfc /scannow\n\nBeginning system scan.  This process will take some time.\n\n"
              + "Verification 100% complete.\n\n"
              + "Windows Resource Protection did not find any integrity violations.\n",
          "C:\\>dism /online /cleanup-image /scanhealth\n\nDeployment Image Servicing and"
              + " Management tool\nVersion: 10.0.22621.1\n\nImage Version: 10.0.22621.1702\n\n"
              + "[==========================100.0%==========================] No component store"
              + " corruption detected.\nThe operation completed successfully.\n",
          "Le programme de protection des ressources Windows n'a trouvé aucune violation"
              + " d'intégrité.\n",
          "2026-01 Cumulative Update for Windows 11 (KB5099000)\nSuccessfully installed on"
              + " 1/14/2026\n",
          "Message      : Installation Successful: Windows successfully installed the following"
              + " update: Update (KB5099000)\nProviderName :"
              + " Microsoft-Windows-WindowsUpdateClient\nId           : 19\nTimeCreated  :"
              + " 1/14/2026 3:24:01 PM\n",
          "SERVICE_NAME: wuauserv\n        TYPE               : 20  WIN32_SHARE_PROCESS\n"
              + "        STATE              : 4  RUNNING\n");

  @Provide
  Arbitrary<String> complaint() {
    return Arbitraries.of(COMPLAINTS);
  }

  @Provide
  Arbitrary<String> sound() {
    return Arbitraries.of(SOUND);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void withoutItEachIsFine(int which) {
    assertThat(Analysed.of(SOUND.get(which)).answer()).isEqualTo(Answer.WELL);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void anywhereBetweenItsLines(
      @ForAll("sound") String sound, @ForAll("complaint") String complaint, @ForAll Random random) {
    assertNotFine(String.join("\n", with(complaint, sound, random)));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void withAllItsLinesInAnyOrder(
      @ForAll("sound") String sound,
      @ForAll("sound") String other,
      @ForAll("complaint") String complaint,
      @ForAll Random random) {
    List<String> lines = with(complaint, sound + other, random);
    Collections.shuffle(lines, random);
    assertNotFine(String.join("\n", lines));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void indentedAndQuoted(
      @ForAll("sound") String sound, @ForAll("complaint") String complaint, @ForAll Random random) {
    List<String> marks = List.of("> ", ">> ", "&gt; ", "    ", "\t", "| ", "* ", "- ");
    String mark = marks.get(random.nextInt(marks.size()));
    List<String> lines = with(complaint, sound, random);
    lines.replaceAll(line -> mark + line);
    assertNotFine(String.join("\n", lines));
    assertNotFine(sound + "\n" + mark + complaint);
    assertNotFine("anna wrote: <b>" + complaint + "</b>\n\n" + sound);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void inTheMiddleOfALongerLine(
      @ForAll("sound") String sound, @ForAll("complaint") String complaint, @ForAll Random random) {
    String line = "so I ran it and " + complaint.toLowerCase(Locale.ROOT) + " thanks in advance";
    assertNotFine(String.join("\n", with(line, sound, random)));
    assertNotFine(String.join("\n", with(complaint.toUpperCase(Locale.ROOT), sound, random)));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void brokenInTwoLines(
      @ForAll("sound") String sound, @ForAll("complaint") String complaint, @ForAll Random random) {
    int blank = complaint.indexOf(' ', 1 + random.nextInt(complaint.length() - 1));
    String wrapped =
        blank < 0 ? complaint : complaint.substring(0, blank) + "\n" + complaint.substring(blank);
    assertNotFine(sound + "\n" + wrapped);
    String wide = "x".repeat(160 - complaint.length() / 2 - 1) + " " + complaint;
    assertNotFine(sound + "\n" + wide.substring(0, 160) + "\n" + wide.substring(160));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "All updates installed, no errors.",
        "Update ohne Fehler installiert",
        "Mise à jour sans erreur",
        "Windows Update: 5 installed, 0 failed",
        "My printer can't print",
        "This update took an hour",
        "Status : Running",
        "Result : 0 failed",
        "Windows Update ist nicht gestartet.",
        "Once you have installed this item, it cannot be removed."
      })
  void noComplaintIsNone(String sentence) {
    assertThat(Analysed.of(SOUND.get(0) + "\n" + sentence + "\n").answer()).isEqualTo(Answer.WELL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"State  : Failed", "Status: Fehlgeschlagen", "Result = Error"})
  void aStateOfAnotherProgramIsOneToo(String state) {
    assertThat(Analysed.of(SOUND.get(0) + "\nUpdate : KB5099001\n" + state + "\n").answer())
        .isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void whatAnEventExplainsIsNoComplaint() {
    String failure =
        "Update for Windows (KB5099001)\nFailed to install on 1/14/2026 - 0x80070643\n";
    String cured = "Update for Windows (KB5099001)\nSuccessfully installed on 1/15/2026\n";
    assertThat(Analysed.of(failure + cured).answer()).isEqualTo(Answer.WELL);
    String other =
        "Event[0]:\n  Source: Service Control Manager\n  Event ID: 7031\n  Description:\nThe Foo"
            + " Update Service could not be\nreached and failed.\n\n";
    String fine =
        "Event[1]:\n  Source: Microsoft-Windows-WindowsUpdateClient\n  Event ID: 19\n"
            + "  Description:\nInstallation Successful: Windows successfully installed the"
            + " following update: A (KB5099000)\n";
    assertThat(Analysed.of(other + fine).answer()).isEqualTo(Answer.WELL);
    assertThat(Analysed.of(other + "And the update failed\n" + fine).answer())
        .isEqualTo(Answer.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Windows Update is not working", "it only said 0x80070006"})
  void aNoteBesideTheLogCountsWhereItWasMeant(String note) throws IOException {
    Path folder = Files.createTempDirectory("regrip-complaints");
    Path log = Files.writeString(folder.resolve("sfc.txt"), SOUND.get(0));
    Path other = Files.writeString(folder.resolve("note.txt"), note);
    try {
      Analysis named = new Analysis(ErrorCatalog.load());
      named.read(log);
      named.read(other);
      assertThat(named.result().answer()).isEqualTo(Answer.UNKNOWN);
      Analysis found = new Analysis(ErrorCatalog.load());
      found.read(folder);
      assertThat(found.result().answer()).isEqualTo(Answer.WELL);
    } finally {
      Files.delete(log);
      Files.delete(other);
      Files.delete(folder);
    }
  }

  @Test
  void itIsQuotedWithItsLine() {
    Analysis.Result result = Analysed.of(SOUND.get(2) + "Windows Update is not working\n");
    assertThat(result.findings())
        .anySatisfy(
            finding -> {
              assertThat(finding.id()).isEqualTo("unexplained-complaint");
              assertThat(finding.evidence()).containsExactly("pasted:2");
              assertThat(finding.text().english()).contains("Windows Update is not working");
            });
  }

  @Test
  void aProgramThatFailsIsSetAsideOnlyWhereUpdatesWorked() {
    String winget =
        "C:\\>winget install Foo.Bar\nFound Foo [Foo.Bar] Version 1.0\nInstaller failed with exit"
            + " code: 1603\n";
    assertThat(Analysed.of(SOUND.get(0) + "\n" + winget).answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(Analysed.of(SOUND.get(3) + "\n" + winget).answer()).isEqualTo(Answer.WELL);
  }

  private static List<String> with(String complaint, String text, Random random) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    lines.add(random.nextInt(lines.size() + 1), complaint);
    return lines;
  }

  private static void assertNotFine(String text) {
    assertThat(Analysed.of(text).answer()).as(text).isNotEqualTo(Answer.WELL);
  }
}
