package app.regrip.repair.checks;

import app.regrip.pc.Pc;
import app.regrip.pc.PcException;
import app.regrip.repair.Finding;
import app.regrip.repair.Finding.Severity;
import java.util.List;
import java.util.Optional;

/** Windows at work on its own files, which must not be disturbed. */
public final class Servicing implements Check {

  @Override
  public String subject() {
    return "repairs and installations of Windows itself";
  }

  @Override
  public List<Finding> look(Pc pc) throws PcException {
    if (!pc.facts().isServicing()) {
      return List.of();
    }
    return List.of(
        new Finding(
            "servicing-in-progress",
            Severity.BLOCKS_REPAIR,
            "Windows is installing or repairing something right now. Wait until it has finished.",
            "the Windows Modules Installer Worker (TiWorker) is running",
            Optional.empty()));
  }
}
