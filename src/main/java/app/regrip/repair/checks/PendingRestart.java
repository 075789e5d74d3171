package app.regrip.repair.checks;

import app.regrip.pc.Pc;
import app.regrip.pc.PcException;
import app.regrip.pc.PcFacts.RestartSign;
import app.regrip.repair.Finding;
import app.regrip.repair.Finding.Severity;
import app.regrip.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A restart that Windows waits for: DISM and SFC refuse until then. File renames alone are no sign,
 * harmless programs leave them too.
 */
public final class PendingRestart implements Check {

  private static final Set<RestartSign> IN_THE_WAY =
      Set.of(RestartSign.SERVICING, RestartSign.WINDOWS_UPDATE);

  @Override
  public String id() {
    return "pending-restart";
  }

  @Override
  public List<Finding> look(Pc pc) throws PcException {
    Set<RestartSign> signs = pc.facts().restartSigns();
    String seen = signs.stream().map(Enum::name).sorted().collect(Collectors.joining(", "));
    if (signs.stream().anyMatch(IN_THE_WAY::contains)) {
      return List.of(
          new Finding(
              "restart-pending",
              Severity.BLOCKS_REPAIR,
              Message.of("repair.finding.restart-pending"),
              Message.of("repair.finding.restart-pending.seen", seen),
              Optional.empty()));
    }
    return List.of();
  }
}
