package app.regrip.simulated;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * A protected file of Windows.
 *
 * @param component the component it belongs to, as CBS.log spells it
 * @param updateStack whether Windows Update needs it
 * @param inUse whether it is always open, so that only a restart can replace it
 */
record SystemFile(String component, String name, boolean updateStack, boolean inUse) {

  private static final int SIZE = 768;

  /** The folder of its component below WinSxS. */
  String storeFolder(String version) {
    return "amd64_" + component.toLowerCase(Locale.ROOT) + "_31bf3856ad364e35_" + version + "_none";
  }

  /** What is in it when it is intact: made up, but different for each file and version. */
  byte[] intactContent(String version) {
    String line = component + " " + name + " " + version + "\n";
    byte[] content =
        ("MZ " + line.repeat(SIZE / line.length() + 1)).getBytes(StandardCharsets.US_ASCII);
    return Arrays.copyOf(content, SIZE);
  }

  /** The same with a hole in it, as after a failed write. */
  byte[] damagedContent(String version) {
    byte[] content = intactContent(version);
    Arrays.fill(content, SIZE / 3, SIZE / 2, (byte) 0);
    return content;
  }
}
