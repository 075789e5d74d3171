package app.regrip.pc;

import app.regrip.text.Message;
import java.util.List;

/**
 * What has to match between a Windows and the files to repair it from.
 *
 * @param name as people know it, e.g. {@code Windows 11 Home}
 * @param edition Microsoft's id of it, e.g. {@code Core} (Home) or {@code Professional}; or empty
 * @param build e.g. 26100; installation media name the build that theirs is based on: 19041 for all
 *     of Windows 10 2004 to 22H2
 * @param revision the update on it, e.g. 4061
 * @param languages of the user interface, e.g. {@code en-US}; empty where they are not known
 */
public record WindowsImage(
    String name,
    String edition,
    Architecture architecture,
    int build,
    int revision,
    List<String> languages) {

  public WindowsImage {
    languages = List.copyOf(languages);
  }

  /** Of the processor it is for. */
  public enum Architecture {
    X86("x86"),
    AMD64("amd64"),
    ARM64("arm64"),
    UNKNOWN("unknown");

    private final Message words;

    Architecture(String words) {
      this.words = Message.of("pc.image.for." + words);
    }

    /** What it is for. */
    public Message words() {
      return words;
    }
  }
}
