package app.regrip.repair.checks;

import app.regrip.pc.Pc;
import app.regrip.pc.PcException;
import app.regrip.repair.Finding;
import app.regrip.repair.Finding.Severity;
import app.regrip.text.Message;
import java.util.List;
import java.util.Optional;

/** A program that Windows Installer installs; that service is then left alone. */
public final class ProgramInstallation implements Check {

  @Override
  public String id() {
    return "program-installation";
  }

  @Override
  public List<Finding> look(Pc pc) throws PcException {
    if (!pc.facts().isInstallingMsi()) {
      return List.of();
    }
    return List.of(
        new Finding(
            "msi-in-progress",
            Severity.WARNING,
            Message.of("repair.finding.msi-in-progress"),
            Message.of("repair.finding.msi-in-progress.seen"),
            Optional.empty()));
  }
}
