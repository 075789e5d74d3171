package app.regrip.pc;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where DISM may take intact files from: Windows installation media on an attached drive (a mounted
 * ISO, a USB stick). It is a drive letter and an image index and never a path, so that the elevated
 * helper takes no path from anyone; it looks at {@code X:\sources\install.wim}, {@code
 * install.esd}, and the same two names in the root of the drive.
 *
 * @param drive A to Z
 * @param index which image in the file, 1 to 99
 */
public record RepairSource(char drive, int index) {

  private static final Pattern SPELLING = Pattern.compile("([A-Za-z]):?(?::([1-9][0-9]?))?");

  public RepairSource {
    if (drive < 'A' || drive > 'Z' || index < 1 || index > 99) {
      throw new IllegalArgumentException("a repair source is a drive A to Z and an index 1 to 99");
    }
  }

  /**
   * Reads {@code E}, {@code E:}, {@code E:3} or {@code E::3}; empty where it is none of them. The
   * index is 1 where none is given.
   */
  public static Optional<RepairSource> parse(String text) {
    Matcher m = SPELLING.matcher(text.strip());
    if (!m.matches()) {
      return Optional.empty();
    }
    char drive = m.group(1).toUpperCase(Locale.ROOT).charAt(0);
    return Optional.of(
        new RepairSource(drive, m.group(2) == null ? 1 : Integer.parseInt(m.group(2))));
  }

  @Override
  public String toString() {
    return drive + ":" + index;
  }
}
