package app.regrip.console;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Follows the {@code [SR]} lines of one check of the system files, and the {@code [Pnp]} lines of
 * their drivers. Keeps at most {@value #MOST} names, so that memory stays bounded.
 */
public final class DamagedFiles {

  static final int MOST = 1000;

  /** Windows 7 writes {@code [l:24{12}]"name"}, later ones {@code [l:12]'name'}. */
  private static final Pattern NOT_REPAIRED =
      Pattern.compile("\\[SR\\] Cannot repair member file \\[[^\\]]*\\](?:'([^']+)'|\"([^\"]+)\")");

  /** Said below that of the same file, in a paste perhaps without it. */
  private static final Pattern NOT_REPROJECTED =
      Pattern.compile(
          "\\[SR\\] Could not reproject corrupted file (.{1,400}?)[\"']?; source file in store");

  private static final Pattern REPAIRED =
      Pattern.compile(
          "\\[SR\\] Repair(?:ed file:?|ing (?:corrupted )?file) +(.*?)[\"']?"
              + "(?: +(?:from store|by copying from.*))?\\s*$");

  /** Drivers are checked apart, and say of each file first that it is damaged. */
  private static final Pattern DRIVER =
      Pattern.compile("\\[Pnp\\] (Corrupt|Repaired|Failed repairing) file: *([^:]*:?[^:]+)");

  private final Set<String> found = new HashSet<>();
  private final Map<String, String> damaged = new LinkedHashMap<>();
  private final Map<String, String> notReprojected = new LinkedHashMap<>();
  private final Set<String> repaired = new HashSet<>();

  public void read(String line) {
    if (line.contains("[Pnp]")) {
      driver(line);
      return;
    }
    Matcher failed = NOT_REPAIRED.matcher(line);
    if (failed.find()) {
      String name = failed.group(1) == null ? failed.group(2) : failed.group(1);
      if (damaged.size() < MOST) {
        damaged.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
      }
      return;
    }
    Matcher copy = NOT_REPROJECTED.matcher(line);
    if (copy.find() && notReprojected.size() < MOST) {
      String name = fileName(copy.group(1));
      notReprojected.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
      return;
    }
    Matcher done = REPAIRED.matcher(line);
    if (done.find()) {
      repaired(fileName(done.group(1)).toLowerCase(Locale.ROOT));
    }
  }

  private void driver(String line) {
    Matcher driver = DRIVER.matcher(line);
    if (!driver.find()) {
      return;
    }
    String name = fileName(driver.group(2).strip());
    String key = name.toLowerCase(Locale.ROOT);
    if (driver.group(1).equals("Corrupt")) {
      if (found.size() < MOST) {
        found.add(key);
      }
      return;
    }
    found.remove(key);
    if (driver.group(1).equals("Repaired")) {
      repaired(key);
    } else if (damaged.size() < MOST) {
      damaged.putIfAbsent(key, name);
    }
  }

  private void repaired(String key) {
    if (repaired.size() < MOST) {
      repaired.add(key);
    }
    damaged.remove(key);
    notReprojected.remove(key);
  }

  /** Whether of a driver it is said that it is damaged, and not what became of it. */
  public boolean anyOnlyFound() {
    return !found.isEmpty();
  }

  /** The files that stay damaged as far as was read, in the order they turned up. */
  public List<String> unrepaired() {
    return List.copyOf(damaged.isEmpty() ? notReprojected.values() : damaged.values());
  }

  /** How many files were repaired, at most {@value #MOST}. */
  public int repaired() {
    return repaired.size();
  }

  private static String fileName(String path) {
    String[] parts = path.split("[\\\\/'\"]");
    return parts.length == 0 ? "" : parts[parts.length - 1];
  }
}
