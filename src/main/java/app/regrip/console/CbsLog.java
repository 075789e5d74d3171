package app.regrip.console;

import java.util.List;

/**
 * Reads the {@code [SR]} lines that the System File Checker leaves in CBS.log. Lines may begin in
 * the middle of a run, where the log was rotated, and may be torn.
 */
public final class CbsLog {

  private CbsLog() {}

  /**
   * The names of the files that stay damaged, each once, in the order they turned up. One that was
   * repaired and is then reported again stays damaged.
   */
  public static List<String> unrepairedFiles(List<String> lines) {
    DamagedFiles damaged = new DamagedFiles();
    lines.forEach(damaged::read);
    return damaged.unrepaired();
  }
}
