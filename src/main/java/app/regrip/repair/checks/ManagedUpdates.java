package app.regrip.repair.checks;

import app.regrip.pc.Pc;
import app.regrip.pc.PcException;
import app.regrip.pc.PcFacts.UpdatePolicy;
import app.regrip.repair.Finding;
import app.regrip.repair.Finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * WSUS and policy. Regrip reads them and never changes them: on such a PC the IT team comes first.
 */
public final class ManagedUpdates implements Check {

  /** The id of its one finding. */
  public static final String ID = "managed";

  @Override
  public String subject() {
    return "who manages the updates";
  }

  @Override
  public List<Finding> look(Pc pc) throws PcException {
    UpdatePolicy policy = pc.facts().updatePolicy();
    if (!policy.isManaged()) {
      return List.of();
    }
    List<String> evidence = new ArrayList<>();
    policy.wsusServer().ifPresent(server -> evidence.add("WUServer = " + server));
    if (policy.automaticUpdatesOff()) {
      evidence.add("NoAutoUpdate = 1");
    }
    if (policy.accessDisabled()) {
      evidence.add("DisableWindowsUpdateAccess = 1");
    }
    return List.of(
        new Finding(
            ID,
            Severity.WARNING,
            "The updates of this PC are managed by your organisation. Its IT team should look first: the trouble may lie with their update server, and a reset would not help.",
            "policy: " + String.join(", ", evidence),
            Optional.empty()));
  }
}
