package app.regrip.pc;

import java.util.Optional;

/** One of the servicing runs Regrip knows; there is no other way to start a program. */
public sealed interface Program {

  /**
   * {@code dism /Online /English /Cleanup-Image /CheckHealth}: reads the flag an earlier scan left;
   * seconds.
   */
  record DismCheckHealth() implements Program {}

  /** {@code … /ScanHealth}: looks at every component; several minutes. */
  record DismScanHealth() implements Program {}

  /**
   * {@code … /RestoreHealth}: repairs, from Windows Update or from {@code source}; 15 to 45
   * minutes.
   */
  record DismRestoreHealth(Optional<RepairSource> source) implements Program {}

  /** {@code sfc /scannow}: checks and repairs protected system files; 5 to 30 minutes. */
  record SystemFileCheck() implements Program {}
}
