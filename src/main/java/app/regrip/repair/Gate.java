package app.regrip.repair;

import app.regrip.repair.Finding.Severity;
import app.regrip.repair.checks.ManagedUpdates;
import java.util.List;
import java.util.Optional;

/** Says which fixes may not be started on the PC as it is. */
final class Gate {

  private Gate() {}

  /** Why this fix must not be started now, and what to do instead. */
  static Optional<String> refusal(Fix fix, List<Finding> findings) {
    if (fix == Fix.TROUBLESHOOTER) {
      return Optional.empty();
    }
    Optional<Finding> blocking =
        findings.stream().filter(f -> f.severity() == Severity.BLOCKS_REPAIR).findFirst();
    if (blocking.isPresent()) {
      return blocking.map(Finding::text);
    }
    boolean resets = fix == Fix.RESET || fix == Fix.ALL;
    return findings.stream()
        .filter(f -> resets && f.id().equals(ManagedUpdates.ID))
        .findFirst()
        .map(Finding::text);
  }

  static boolean isForRestart(List<Finding> findings) {
    return findings.stream().anyMatch(f -> f.id().equals("restart-pending"));
  }
}
