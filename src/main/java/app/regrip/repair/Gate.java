package app.regrip.repair;

import app.regrip.repair.Finding.Severity;
import app.regrip.repair.checks.ManagedUpdates;
import app.regrip.repair.checks.Servicing;
import app.regrip.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says which fixes may not be started on the PC as it is. */
final class Gate {

  private static final Set<String> AN_ORGANISATION =
      Set.of(ManagedUpdates.ID, ManagedUpdates.ALLOWED);

  private static final Message NOT_OURS_TO_TAKE = Message.of("repair.refused.organisation");

  private Gate() {}

  /** Why this fix must not be started now, and what to do instead. */
  static Optional<Message> refusal(FixRequest request, List<Finding> findings) {
    Fix fix = request.fix();
    if (!fix.needsElevation() || fix == Fix.COPIES) {
      return Optional.empty();
    }
    Optional<Finding> blocking =
        findings.stream().filter(f -> f.severity() == Severity.BLOCKS_REPAIR).findFirst();
    if (blocking.isPresent()) {
      return blocking.map(Finding::text);
    }
    if (fix == Fix.POLICY && findings.stream().anyMatch(f -> AN_ORGANISATION.contains(f.id()))) {
      return Optional.of(NOT_OURS_TO_TAKE);
    }
    boolean resets = fix == Fix.RESET || fix == Fix.ALL;
    return findings.stream()
        .filter(f -> resets && !request.onManagedPc() && f.id().equals(ManagedUpdates.ID))
        .findFirst()
        .map(Finding::text);
  }

  /**
   * The same for a preview: a repair waits for the end of servicing, so that refuses nothing yet.
   */
  static Optional<Message> refusalAtOnce(FixRequest request, List<Finding> findings) {
    return refusal(request, findings.stream().filter(f -> !f.id().equals(Servicing.ID)).toList());
  }

  static boolean isForRestart(List<Finding> findings) {
    return findings.stream().anyMatch(f -> f.id().equals("restart-pending"));
  }
}
