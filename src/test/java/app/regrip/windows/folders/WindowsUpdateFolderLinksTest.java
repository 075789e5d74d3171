package app.regrip.windows.folders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regrip.pc.PcException;
import app.regrip.pc.UpdateFolder;
import app.regrip.pc.UpdateFolders.Name;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a link at the place of a folder leads to stays as it is. */
@Tag("windows")
class WindowsUpdateFolderLinksTest {

  private static final Name LIVE = Name.live(UpdateFolder.DATA_STORE);
  private static final Name ASIDE = Name.aside(UpdateFolder.DATA_STORE, "trapped");

  @TempDir(cleanup = CleanupMode.NEVER)
  Path temp;

  private Path parent;
  private Path elsewhere;
  private WindowsUpdateFolders folders;

  @BeforeEach
  void makeAWindowsFolder() throws IOException {
    parent = Files.createDirectories(temp.resolve("Windows")).resolve("SoftwareDistribution");
    elsewhere = Files.createDirectory(temp.resolve("elsewhere"));
    Files.write(elsewhere.resolve("precious.txt"), new byte[1]);
    folders = new WindowsUpdateFolders(temp.resolve("Windows"));
  }

  @AfterEach
  void nothingElsewhereWasTouched() {
    assertThat(elsewhere.resolve("precious.txt")).exists();
  }

  private static void assertRefused(PcException e) {
    assertThat(e.isWin32(4395)).as("%s %s", e.getMessage(), e.code()).isTrue();
    assertThat(e).hasMessageContaining("link to somewhere else");
  }

  @Test
  void refusesALinkInPlaceOfTheFolder() throws Exception {
    Junction.make(Files.createDirectory(parent).resolve("DataStore"), elsewhere);
    assertThatThrownBy(() -> folders.rename(LIVE, ASIDE))
        .isInstanceOfSatisfying(PcException.class, WindowsUpdateFolderLinksTest::assertRefused);
    assertThat(folders.exists(ASIDE)).isFalse();
  }

  @Test
  void refusesALinkOnTheWayToTheFolder() throws Exception {
    Files.createDirectory(elsewhere.resolve("DataStore"));
    Junction.make(parent, elsewhere);
    assertThatThrownBy(() -> folders.rename(LIVE, ASIDE))
        .isInstanceOfSatisfying(PcException.class, WindowsUpdateFolderLinksTest::assertRefused);
    assertThat(elsewhere.resolve("DataStore")).exists();
  }

  /**
   * A link that only shows by where it leads can't be deleted by its own handle: then nothing is.
   */
  @Test
  void followsNoLinkWhenItPurges() throws Exception {
    Path copy = Files.createDirectories(parent.resolve(ASIDE.fileName()));
    boolean real = Junction.make(copy.resolve("trap"), elsewhere);
    try {
      folders.purge(ASIDE);
      assertThat(copy).doesNotExist();
    } catch (PcException e) {
      assertThat(real).as("a junction is deleted: %s", e.code()).isFalse();
      assertRefused(e);
    }
  }
}
