package app.regrip.repair.checks;

import app.regrip.pc.Pc;
import app.regrip.pc.PcException;
import app.regrip.repair.Finding;
import app.regrip.repair.Finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Work Windows has begun and that must not be disturbed. */
public final class Servicing implements Check {

  @Override
  public String subject() {
    return "installations that are running";
  }

  @Override
  public List<Finding> look(Pc pc) throws PcException {
    List<Finding> findings = new ArrayList<>();
    if (pc.facts().isServicing()) {
      findings.add(
          new Finding(
              "servicing-in-progress",
              Severity.BLOCKS_REPAIR,
              "Windows is installing or repairing something right now. Wait until it has finished.",
              "the Windows Modules Installer Worker (TiWorker) is running",
              Optional.empty()));
    }
    if (pc.updateAgent().isInstalling()) {
      findings.add(
          new Finding(
              "update-in-progress",
              Severity.BLOCKS_REPAIR,
              "Windows is installing an update right now. Wait until it has finished.",
              "the update agent is installing",
              Optional.empty()));
    }
    if (pc.facts().isInstallingMsi()) {
      findings.add(
          new Finding(
              "msi-in-progress",
              Severity.WARNING,
              "A program is being installed right now. Windows Installer will be left alone.",
              "MSI installation in progress",
              Optional.empty()));
    }
    return findings;
  }
}
