package app.regrip.windows.folders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regrip.pc.PcException;
import app.regrip.pc.UpdateFolder;
import app.regrip.pc.UpdateFolders.Name;
import app.regrip.pc.UpdateFolders.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("windows")
class WindowsUpdateFoldersTest {

  private static final Name LIVE = Name.live(UpdateFolder.DATA_STORE);
  private static final Name ASIDE = Name.aside(UpdateFolder.DATA_STORE, "20261122-1");

  @TempDir Path temp;
  private Path windows;
  private Path live;
  private Path aside;
  private WindowsUpdateFolders folders;

  @BeforeEach
  void makeAWindowsFolder() throws IOException {
    windows = temp.resolve("Windows");
    live = Files.createDirectories(windows.resolve("SoftwareDistribution").resolve("DataStore"));
    aside = live.resolveSibling("DataStore.regrip-20261122-1");
    Files.createDirectories(windows.resolve("System32").resolve("catroot2"));
    Files.createDirectories(live.resolve("Logs"));
    Files.write(live.resolve("DataStore.edb"), new byte[5000]);
    Files.write(live.resolve("Logs").resolve("edb.log"), new byte[700]);
    folders = new WindowsUpdateFolders(windows);
  }

  private static void assertFails(int win32, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            PcException.class,
            e -> assertThat(e.isWin32(win32)).as("%s %s", e.getMessage(), e.code()).isTrue());
  }

  @Test
  void renamesInPlaceAndBack() throws Exception {
    folders.rename(LIVE, ASIDE);
    assertThat(live).doesNotExist();
    assertThat(aside.resolve("DataStore.edb")).exists();
    assertThat(folders.exists(LIVE)).isFalse();
    assertThat(folders.exists(ASIDE)).isTrue();
    assertThat(folders.setAside()).containsExactly(ASIDE);
    folders.rename(ASIDE, LIVE);
    assertThat(live.resolve("Logs").resolve("edb.log")).exists();
    assertThat(folders.setAside()).isEmpty();
  }

  @Test
  void renamesOnlyWithinOneFoldersNames() {
    assertFails(87, () -> folders.rename(LIVE, Name.aside(UpdateFolder.DOWNLOAD, "x")));
    assertThat(live).exists();
  }

  @Test
  void neverRenamesOverAnything() throws Exception {
    Files.createDirectory(aside);
    assertFails(183, () -> folders.rename(LIVE, ASIDE));
    assertThat(live.resolve("DataStore.edb")).exists();
    assertThat(aside).isEmptyDirectory();
  }

  @Test
  void saysThatTheSourceIsNotThere() {
    assertFails(2, () -> folders.rename(ASIDE, LIVE));
  }

  @Test
  void measuresWhatIsInIt() throws Exception {
    assertThat(folders.size(LIVE)).isEqualTo(new Size(5700, true));
    assertThat(folders.size(ASIDE)).isEqualTo(new Size(0, true));
  }

  @Test
  void purgesASetAsideCopyWithReadOnlyFiles() throws Exception {
    folders.rename(LIVE, ASIDE);
    assertThat(aside.resolve("DataStore.edb").toFile().setReadOnly()).isTrue();
    folders.purge(ASIDE);
    assertThat(aside).doesNotExist();
    assertThat(windows.resolve("SoftwareDistribution")).isEmptyDirectory();
  }

  @Test
  void neverPurgesALiveFolder() {
    assertFails(87, () -> folders.purge(LIVE));
    assertThat(live.resolve("DataStore.edb")).exists();
  }

  @Test
  void listsOnlyWhatCarriesOneOfOurNames() throws Exception {
    Files.createDirectory(live.resolveSibling("DataStore.regrip-"));
    Files.createDirectory(live.resolveSibling("DataStore.bak"));
    Files.write(live.resolveSibling("Download.regrip-file"), new byte[1]);
    Files.createDirectory(windows.resolve("System32").resolve("catroot2.regrip-7"));
    assertThat(folders.setAside()).containsExactly(Name.aside(UpdateFolder.CATROOT2, "7"));
  }
}
