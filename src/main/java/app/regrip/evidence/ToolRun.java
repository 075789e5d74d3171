package app.regrip.evidence;

import app.regrip.errors.HResult;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One run of DISM or of the System File Checker.
 *
 * @param command as typed, without slash: {@code RestoreHealth}, {@code scannow}…; {@code unknown}
 *     where the file does not tell
 * @param progress the last percentage it showed, 0 to 100; empty where it showed none
 * @param error what it ended with; Win32 numbers as 0x8007nnnn
 * @param line where it begins in the file, from 1
 * @param unrepaired the files it named as beyond repair
 * @param damage how much of it there was, where the log counts it
 * @param ofImage whether it was about an image in a folder or file, not about the Windows that runs
 * @param pc the name of the PC it ran on; empty where the file does not tell
 */
public record ToolRun(
    Tool tool,
    String command,
    Verdict verdict,
    OptionalDouble progress,
    Optional<HResult> error,
    Optional<LogTime> time,
    long line,
    List<String> unrepaired,
    Optional<Damage> damage,
    boolean ofImage,
    String pc) {

  public static final String UNKNOWN_COMMAND = "unknown";

  /**
   * Damages of files or packages.
   *
   * @param repaired how many of those found
   */
  public record Damage(long found, long repaired) {}

  public enum Tool {
    DISM,
    SFC
  }

  /** What the run came to, as far as a text or a number proves it. */
  public enum Verdict {
    HEALTHY,
    REPAIRABLE,
    NOT_REPAIRABLE,
    REPAIRED,
    PARTLY_REPAIRED,
    RESTART_NEEDED,
    /** The command ran; says nothing about the health of anything. */
    SUCCEEDED,
    FAILED,
    /** Cut off, or in words nobody here can read. */
    INCOMPLETE;

    /** As JSON has it, e.g. {@code not-repairable}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
