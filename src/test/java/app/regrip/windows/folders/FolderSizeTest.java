package app.regrip.windows.folders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regrip.pc.UpdateFolders.Size;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What may not be seen of a folder. */
class FolderSizeTest {

  @Test
  void whatMayNotBeSeenLeavesTheRestOfAFolder() throws IOException {
    Path top = Path.of("Download");
    FolderSize size = new FolderSize(top);
    String inside = top.resolve("inside").toString();

    size.visitFileFailed(Path.of(inside), new NoSuchFileException(inside));
    assertThat(size.soFar()).isEqualTo(new Size(0, true));
    size.visitFileFailed(Path.of(inside), new AccessDeniedException(inside));
    assertThat(size.soFar()).isEqualTo(new Size(0, false));
    assertThatThrownBy(() -> size.visitFileFailed(top, new AccessDeniedException("Download")))
        .isInstanceOf(AccessDeniedException.class);
  }
}
