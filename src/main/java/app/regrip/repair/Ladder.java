package app.regrip.repair;

import app.regrip.repair.Finding.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Chooses the fixes of "Repair it for me" from what the diagnosis found: what has a known cause
 * first, then the rest, gentlest first.
 */
final class Ladder {

  private Ladder() {}

  /** One fix and why it is its turn, for the user. */
  record Rung(Fix fix, String why) {}

  static List<Rung> rungs(List<Finding> findings) {
    Map<Fix, String> causes = new LinkedHashMap<>();
    for (Finding finding : findings) {
      if (finding.severity() == Severity.CAUSE) {
        finding.fix().ifPresent(fix -> causes.putIfAbsent(fix, finding.text()));
      }
    }
    List<Rung> rungs = new ArrayList<>();
    for (Fix fix : Fix.LADDER) {
      if (causes.containsKey(fix)) {
        rungs.add(new Rung(fix, causes.get(fix)));
      }
    }
    for (Fix fix : Fix.LADDER) {
      boolean pointless = fix == Fix.SHARE_PROCESS;
      if (!causes.containsKey(fix) && !pointless) {
        rungs.add(
            new Rung(
                fix,
                rungs.isEmpty()
                    ? "Nothing points to one cause, so the gentlest fix comes first."
                    : "Updates still failed after the fix before it, so this one follows."));
      }
    }
    return rungs;
  }
}
