package app.regrip.repair.checks;

import app.regrip.pc.Pc;
import app.regrip.pc.PcException;
import app.regrip.repair.Finding;
import app.regrip.repair.Finding.Severity;
import java.util.List;
import java.util.Optional;

/** A program that Windows Installer installs; that service is then left alone. */
public final class ProgramInstallation implements Check {

  @Override
  public String id() {
    return "program-installation";
  }

  @Override
  public String subject() {
    return "programs that are being installed";
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
            "A program is being installed right now. Windows Installer will be left alone.",
            "MSI installation in progress",
            Optional.empty()));
  }
}
