package app.regrip.simulated;

import static app.regrip.simulated.SimulatedServicesTest.assertThatWin32;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.regrip.pc.PcException;
import app.regrip.pc.UpdateAgent.HiddenUpdate;
import app.regrip.pc.UpdateFolder;
import app.regrip.pc.UpdateFolders;
import app.regrip.pc.UpdateFolders.Name;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedUpdateFoldersTest {

  private static final Name DATA_STORE = Name.live(UpdateFolder.DATA_STORE);
  private static final Name DOWNLOAD = Name.live(UpdateFolder.DOWNLOAD);
  private static final Name CATROOT2 = Name.live(UpdateFolder.CATROOT2);
  private static final Name ASIDE = Name.aside(UpdateFolder.DATA_STORE, "run-1");

  @TempDir Path temp;
  private SimulatedPc pc;
  private UpdateFolders folders;
  private Path softwareDistribution;

  @BeforeEach
  void healthyPc() throws Exception {
    pc = PretendPc.make(temp.resolve("pc"), "healthy");
    folders = pc.updateFolders();
    softwareDistribution = pc.folder().resolve("Windows").resolve("SoftwareDistribution");
  }

  @Test
  void eachServiceThatUsesAFolderKeepsItInPlace() throws Exception {
    stop("UsoSvc");
    for (String user : List.of("DoSvc", "BITS")) {
      assertThatWin32(32, () -> folders.rename(DATA_STORE, ASIDE));
      stop(user);
    }
    pc.services().start("wuauserv");
    assertThatWin32(32, () -> folders.rename(DATA_STORE, ASIDE));
    stop("wuauserv");
    folders.rename(DATA_STORE, ASIDE);
    assertThat(softwareDistribution.resolve("DataStore.regrip-run-1")).isDirectory();
    assertThat(softwareDistribution.resolve("DataStore")).doesNotExist();
  }

  @Test
  void aWuauservThatUsoSvcBringsBackIsInTheWayOfTheSecondRename() throws Exception {
    pc.services().start("wuauserv");
    stop("DoSvc");
    stop("BITS");
    stop("wuauserv");
    folders.rename(DATA_STORE, ASIDE);
    assertThatWin32(32, () -> folders.rename(DOWNLOAD, Name.aside(UpdateFolder.DOWNLOAD, "x")));
  }

  @Test
  void theSignatureCacheIsHeldByCryptSvc() throws Exception {
    Name aside = Name.aside(UpdateFolder.CATROOT2, "x");
    assertThatWin32(32, () -> folders.rename(CATROOT2, aside));
    stop("CryptSvc");
    folders.rename(CATROOT2, aside);
    assertThat(folders.exists(CATROOT2)).isFalse();
  }

  @Test
  void renamesDoNotOverwriteAndDoNotInvent() throws Exception {
    stopUsers();
    assertThatWin32(2, () -> folders.rename(ASIDE, DATA_STORE));
    folders.rename(DATA_STORE, ASIDE);
    assertThatWin32(2, () -> folders.rename(DATA_STORE, ASIDE));
    Files.createDirectory(softwareDistribution.resolve("DataStore"));
    assertThatWin32(183, () -> folders.rename(ASIDE, DATA_STORE));
    assertThatWin32(87, () -> folders.rename(ASIDE, DOWNLOAD));
  }

  @Test
  void aSymbolicLinkIsRefused() throws Exception {
    stopUsers();
    Path elsewhere = temp.resolve("elsewhere");
    Files.move(softwareDistribution.resolve("DataStore"), elsewhere);
    link(softwareDistribution.resolve("DataStore"), elsewhere);
    assertThatWin32(4395, () -> folders.rename(DATA_STORE, ASIDE));
    link(softwareDistribution.resolve("DataStore.regrip-run-1"), elsewhere);
    assertThatWin32(4395, () -> folders.purge(ASIDE));
    assertThat(elsewhere).isNotEmptyDirectory();
  }

  /** Not every system lets its users make one. */
  private static void link(Path link, Path target) {
    try {
      Files.createSymbolicLink(link, target);
    } catch (IOException | UnsupportedOperationException e) {
      assumeTrue(false, "no symbolic links here: " + e);
    }
    assumeTrue(Files.isSymbolicLink(link), "no symbolic links here");
  }

  @Test
  void aLinkedParentIsRefused() throws Exception {
    stopUsers();
    Path elsewhere = temp.resolve("elsewhere");
    Files.move(softwareDistribution, elsewhere);
    link(softwareDistribution, elsewhere);
    assertThatWin32(4395, () -> folders.rename(DATA_STORE, ASIDE));
  }

  @Test
  void whatAnAntivirusHasOpenStaysUntilItIsOffOrThePcWasRestarted() throws Exception {
    for (boolean byRestart : new boolean[] {true, false}) {
      pc = PretendPc.make(temp.resolve("held-" + byRestart), "antivirus-holds-files");
      folders = pc.updateFolders();
      stopUsers();
      assertThatWin32(32, () -> folders.rename(DATA_STORE, ASIDE));
      if (byRestart) {
        pc.restart();
        stopUsers();
      } else {
        pc.switchOffOtherAntivirus();
      }
      folders.rename(DATA_STORE, ASIDE);
      assertThat(folders.exists(ASIDE)).isTrue();
    }
  }

  @Test
  void historyAndHiddenUpdatesGoWithTheFolderAndComeBackWithIt() throws Exception {
    List<HiddenUpdate> hidden = pc.updateAgent().hiddenUpdates();
    assertThat(hidden).isNotEmpty();
    assertThat(pc.updateAgent().history()).hasSizeGreaterThan(3);
    stopUsers();
    folders.rename(DATA_STORE, ASIDE);
    assertThat(pc.updateAgent().history()).isEmpty();
    assertThat(PretendPc.of(pc).works()).isTrue();
    assertThat(folders.exists(DATA_STORE)).isTrue();
    assertThat(pc.updateAgent().hiddenUpdates()).isEmpty();

    pc.updateAgent().hide(hidden.get(0));
    pc.updateAgent().hide(new HiddenUpdate("not-offered-any-more", "Old"));
    assertThat(pc.updateAgent().hiddenUpdates()).isEqualTo(hidden);

    stopUsers();
    folders.rename(DATA_STORE, Name.aside(UpdateFolder.DATA_STORE, "new"));
    folders.rename(ASIDE, DATA_STORE);
    assertThat(pc.updateAgent().history()).hasSizeGreaterThan(3);
  }

  @Test
  void purgeDeletesACopyAndNeverALiveFolder() throws Exception {
    stopUsers();
    long bytes = folders.size(DOWNLOAD).bytes();
    assertThat(bytes).isPositive();
    Name aside = Name.aside(UpdateFolder.DOWNLOAD, "run-1");
    folders.rename(DOWNLOAD, aside);
    folders.rename(DATA_STORE, ASIDE);
    Files.createDirectory(softwareDistribution.resolve("Download.regrip-not a tag"));
    assertThat(folders.setAside()).containsExactlyInAnyOrder(aside, ASIDE);
    assertThat(folders.size(aside).bytes()).isEqualTo(bytes);
    assertThat(folders.size(DOWNLOAD).bytes()).isZero();
    folders.purge(aside);
    assertThat(folders.setAside()).containsExactly(ASIDE);
    assertThatWin32(2, () -> folders.purge(aside));
    assertThatWin32(87, () -> folders.purge(DATA_STORE));
  }

  private void stopUsers() throws PcException {
    for (String name : List.of("UsoSvc", "DoSvc", "BITS", "wuauserv")) {
      stop(name);
    }
  }

  private void stop(String name) throws PcException {
    pc.services().stop(name, PretendPc.PATIENCE);
  }
}
