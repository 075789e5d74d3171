package app.regrip.repair.checks;

import app.regrip.pc.Pc;
import app.regrip.pc.PcException;
import app.regrip.repair.Finding;
import app.regrip.repair.Finding.Severity;
import app.regrip.text.Message;
import java.util.List;
import java.util.Optional;

/** An update that is being installed, which must not be disturbed. */
public final class UpdateInstallation implements Check {

  private static final int ACCESS_DENIED = 5;

  private static final Finding IN_PROGRESS =
      new Finding(
          "update-in-progress",
          Severity.BLOCKS_REPAIR,
          Message.of("repair.finding.update-in-progress"),
          Message.of("repair.finding.update-in-progress.seen"),
          Optional.empty());

  @Override
  public String id() {
    return "update-installation";
  }

  /**
   * Windows tells administrators alone; the helper, which is one, looks again before it repairs.
   */
  @Override
  public List<Finding> look(Pc pc) throws PcException {
    try {
      return pc.updateAgent().isInstalling() ? List.of(IN_PROGRESS) : List.of();
    } catch (PcException e) {
      if (e.isWin32(ACCESS_DENIED)) {
        return List.of();
      }
      throw e;
    }
  }
}
