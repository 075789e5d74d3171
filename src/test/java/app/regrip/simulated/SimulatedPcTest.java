package app.regrip.simulated;

import static app.regrip.simulated.SimulatedServicesTest.assertThatWin32;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regrip.SetClock;
import app.regrip.pc.PcFacts;
import app.regrip.pc.Power;
import app.regrip.pc.SystemPages.Page;
import app.regrip.text.Message;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedPcTest {

  @TempDir Path temp;
  private final SetClock clock = new SetClock();

  @Test
  void aPcThatIsThereIsOpenedAsItIs() throws Exception {
    SimulatedPc made = PretendPc.make(temp, "own-process", clock);
    PretendPc.of(made).share();
    SimulatedPc opened = PretendPc.make(temp, "stubborn", clock);
    assertThat(opened.scenarioName()).isEqualTo("own-process");
    assertThat(opened.facts().bootId()).isEqualTo(made.facts().bootId());
    assertThat(PretendPc.of(opened).works()).isTrue();
  }

  @Test
  void aRemovedPcIsMadeAnewAndOtherFilesStay() throws Exception {
    PretendPc.make(temp, "own-process", clock);
    Files.writeString(temp.resolve("diary.txt"), "mine");
    SimulatedPc.remove(temp, clock);
    assertThat(temp.resolve("Windows")).doesNotExist();
    assertThat(temp.resolve("diary.txt")).exists();
    Files.delete(temp.resolve("diary.txt"));
    assertThat(PretendPc.make(temp, "healthy", clock).scenarioName()).isEqualTo("healthy");
    SimulatedPc.remove(temp.resolve("not-there"), clock);
  }

  @Test
  void aPcThatWasHalfMadeIsMadeAnew() throws Exception {
    PretendPc.make(temp, "own-process", clock);
    for (String gone : List.of("pc.json", "facts.json", "services/BITS.json")) {
      Files.delete(temp.resolve(gone));
    }
    Files.createFile(temp.resolve("pc.being-made"));
    SimulatedPc pc = PretendPc.make(temp, "healthy", clock);
    assertThat(pc.scenarioName()).isEqualTo("healthy");
    assertThat(PretendPc.of(pc).works()).isTrue();
    assertThat(temp.resolve("pc.being-made")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "", "{}", "{\"form\": 99, \"scenario\": \"healthy\"}"})
  void aStrangeNameplateIsReportedInWords(String content) throws Exception {
    PretendPc.make(temp, "healthy", clock);
    Files.writeString(temp.resolve("pc.json"), content);
    assertUnusable(temp);
  }

  @Test
  void aFolderWithOtherThingsInItIsLeftAlone() throws Exception {
    Files.writeString(temp.resolve("diary.txt"), "mine");
    assertUnusable(temp);
    try (Stream<Path> all = Files.list(temp)) {
      assertThat(all).contains(temp.resolve("diary.txt")).noneMatch(Files::isDirectory);
    }
  }

  @Test
  void aFileIsNoFolder() throws Exception {
    assertUnusable(Files.createFile(temp.resolve("file")));
    assertUnusable(temp.resolve("file").resolve("below"));
  }

  @Test
  void aReadOnlyFolderIsReportedInWords() {
    Path readOnly = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.base");
    assertUnusable(readOnly);
    assertUnusable(readOnly.resolve("new"));
  }

  private void assertUnusable(Path folder) {
    assertThatThrownBy(() -> PretendPc.make(folder, "healthy", clock))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("The pretend PC in " + folder + " can't be used: ")
        .hasMessageEndingWith("Choose another folder, or delete this one to start afresh.");
  }

  @Test
  void factsAreReadFromTheDisk() throws Exception {
    PcFacts facts = PretendPc.make(temp, "antivirus-holds-files", clock).facts();
    assertThat(facts.windows())
        .isEqualTo(new PcFacts.WindowsVersion("Windows 11 Home", 26100, 4061));
    assertThat(facts.antivirus()).hasSize(2).element(0).matches(a -> a.on() && !a.microsoft());
    assertThat(facts.battery()).isEqualTo(new PcFacts.Battery(false, -1));
    assertThat(facts.freeBytes()).isPositive();
    assertThat(facts.isInstallingMsi()).isFalse();
    Path file = temp.resolve("facts.json");
    Files.writeString(
        file,
        Files.readString(file).replace("\"installingMsi\": false", "\"installingMsi\": true"));
    assertThat(facts.isInstallingMsi()).isTrue();
    Files.delete(file);
    assertThatWin32(2, facts::freeBytes);
    Files.writeString(file, "[]");
    assertThatWin32(13, facts::freeBytes);
    Files.writeString(file, "");
    assertThatWin32(13, facts::freeBytes);
  }

  @Test
  void pagesDependOnTheBuildAndOpeningOneLeavesATrace() throws Exception {
    SimulatedPc eleven = PretendPc.make(temp.resolve("11"), "healthy", clock);
    SimulatedPc ten = PretendPc.make(temp.resolve("10"), "bits-disabled", clock);
    assertThat(available(eleven))
        .doesNotContain(Page.MSDT_WINDOWS_UPDATE)
        .contains(Page.GET_HELP_WINDOWS_UPDATE, Page.SETTINGS_RECOVERY);
    assertThat(available(ten))
        .contains(Page.MSDT_WINDOWS_UPDATE, Page.SETTINGS_TROUBLESHOOT)
        .doesNotContain(Page.GET_HELP_WINDOWS_UPDATE, Page.SETTINGS_RECOVERY);
    assertThatWin32(1155, () -> ten.systemPages().open(Page.GET_HELP_WINDOWS_UPDATE));
    ten.systemPages().open(Page.MSDT_WINDOWS_UPDATE);
    ten.systemPages().open(Page.MICROSOFT_SUPPORT);
    assertThat(ten.folder().resolve("opened-pages.log"))
        .hasContent("MSDT_WINDOWS_UPDATE\nMICROSOFT_SUPPORT\n");
  }

  private static List<Page> available(SimulatedPc pc) throws Exception {
    List<Page> pages = new ArrayList<>();
    for (Page page : Page.values()) {
      if (pc.systemPages().isAvailable(page)) {
        pages.add(page);
      }
    }
    return pages;
  }

  @Test
  void aSecondRestorePointWithinADayOnlySeemsToBeMade() throws Exception {
    SimulatedPc pc = PretendPc.make(temp, "healthy", clock);
    assertThat(pc.restorePoints().isEnabled()).isTrue();
    assertThat(pc.restorePoints().newest()).isEmpty();
    pc.restorePoints().create("one");
    assertThat(pc.restorePoints().newest()).hasValue(1);
    clock.advance(Duration.ofHours(23));
    pc.restorePoints().create("two");
    assertThat(pc.restorePoints().newest()).hasValue(1);
    clock.advance(Duration.ofHours(2));
    pc.restorePoints().create("three");
    assertThat(pc.restorePoints().newest()).hasValue(2);
  }

  @Test
  void powerIsWrittenDown() throws Exception {
    SimulatedPc pc = PretendPc.make(temp, "healthy", clock);
    Power.Hold hold = pc.power().stayAwake(Message.asIs("repairing"));
    hold.close();
    hold.close();
    assertThat(temp.resolve("power.log"))
        .hasContent("stay awake: repairing\nmay sleep: repairing\n");
  }
}
