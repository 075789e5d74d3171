package app.regrip.windows.folders;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Function;
import com.sun.jna.Pointer;
import com.sun.jna.WString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Under Wine, which makes no junctions itself, a link of the system below shows as one. */
final class UnixLink {

  private static final int CHECKS = 100;

  private UnixLink() {}

  static void make(Path link, Path target) throws IOException {
    Files.delete(link);
    new ProcessBuilder("start.exe", "/unix", "/bin/ln", "-s", unix(target), unix(link)).start();
    for (int i = 0; i < CHECKS && !Files.exists(link, LinkOption.NOFOLLOW_LINKS); i++) {
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    assertThat(link).exists();
  }

  /** Asked of the parent: the last part may not exist yet. */
  private static String unix(Path path) {
    Pointer name =
        Function.getFunction("kernel32", "wine_get_unix_file_name")
            .invokePointer(new Object[] {new WString(path.getParent().toString())});
    return name.getString(0, "UTF-8") + "/" + path.getFileName();
  }
}
