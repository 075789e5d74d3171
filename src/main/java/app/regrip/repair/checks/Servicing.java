package app.regrip.repair.checks;

import app.regrip.pc.Pc;
import app.regrip.pc.PcException;
import app.regrip.repair.Finding;
import app.regrip.repair.Finding.Severity;
import app.regrip.text.Message;
import java.util.List;
import java.util.Optional;

/** Windows at work on its own files, which must not be disturbed. */
public final class Servicing implements Check {

  /** The id of its one finding. */
  public static final String ID = "servicing-in-progress";

  @Override
  public String id() {
    return "servicing";
  }

  @Override
  public List<Finding> look(Pc pc) throws PcException {
    if (!pc.facts().isServicing()) {
      return List.of();
    }
    return List.of(
        new Finding(
            ID,
            Severity.BLOCKS_REPAIR,
            Message.of("repair.finding.servicing-in-progress"),
            Message.of("repair.finding.servicing-in-progress.seen"),
            Optional.empty()));
  }
}
