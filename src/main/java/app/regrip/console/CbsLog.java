package app.regrip.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the {@code [SR]} lines that the System File Checker leaves in CBS.log. Lines may begin in
 * the middle of a run, where the log was rotated, and may be torn.
 */
public final class CbsLog {

  /** Windows 7 writes {@code [l:24{12}]"name"}, later ones {@code [l:12]'name'}. */
  private static final Pattern NOT_REPAIRED =
      Pattern.compile("\\[SR\\] Cannot repair member file \\[[^\\]]*\\](?:'([^']+)'|\"([^\"]+)\")");

  private static final Pattern REPAIRED =
      Pattern.compile(
          "\\[SR\\] Repair(?:ed file:?|ing (?:corrupted )?file) +(.*?)[\"']?"
              + "(?: +(?:from store|by copying from.*))?\\s*$");

  private CbsLog() {}

  /**
   * The names of the files that stay damaged, each once, in the order they turned up. One that was
   * repaired and is then reported again stays damaged.
   */
  public static List<String> unrepairedFiles(List<String> lines) {
    Map<String, String> damaged = new LinkedHashMap<>();
    for (String line : lines) {
      Matcher failed = NOT_REPAIRED.matcher(line);
      if (failed.find()) {
        String name = failed.group(1) == null ? failed.group(2) : failed.group(1);
        damaged.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
        continue;
      }
      Matcher repaired = REPAIRED.matcher(line);
      if (repaired.find()) {
        damaged.remove(fileName(repaired.group(1)).toLowerCase(Locale.ROOT));
      }
    }
    return List.copyOf(damaged.values());
  }

  private static String fileName(String path) {
    String[] parts = path.split("[\\\\/'\"]");
    return parts.length == 0 ? "" : parts[parts.length - 1];
  }
}
