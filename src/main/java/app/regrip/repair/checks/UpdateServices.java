package app.regrip.repair.checks;

import app.regrip.pc.Pc;
import app.regrip.pc.PcException;
import app.regrip.pc.ServiceStatus;
import app.regrip.pc.StartType;
import app.regrip.repair.Finding;
import app.regrip.repair.Finding.Severity;
import app.regrip.repair.Fix;
import app.regrip.repair.steps.ServiceNames;
import app.regrip.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Services that are disabled, missing, or have lost their triggers. A service that is merely
 * stopped is healthy: most of them stop when they have nothing to do. Update Orchestrator and
 * Delivery Optimization are missing on trimmed-down PCs without harm.
 */
public final class UpdateServices implements Check {

  private static final List<String> NEEDED =
      List.of(
          ServiceNames.WINDOWS_UPDATE,
          ServiceNames.CRYPTOGRAPHIC,
          ServiceNames.TRUSTED_INSTALLER,
          ServiceNames.INSTALLER);
  private static final List<String> USUAL =
      List.of(ServiceNames.UPDATE_ORCHESTRATOR, ServiceNames.DELIVERY_OPTIMIZATION);

  @Override
  public String id() {
    return "update-services";
  }

  @Override
  public List<Finding> look(Pc pc) throws PcException {
    List<Finding> findings = new ArrayList<>();
    for (String name : NEEDED) {
      look(pc, name, Severity.CAUSE, findings);
    }
    for (String name : USUAL) {
      look(pc, name, Severity.INFO, findings);
    }
    return findings;
  }

  private static void look(Pc pc, String name, Severity ifMissing, List<Finding> findings)
      throws PcException {
    Optional<ServiceStatus> found = pc.services().query(name);
    String key = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\" + name;
    Message title = ServiceNames.atStart(name);
    if (found.isEmpty()) {
      findings.add(
          new Finding(
              "service-missing-" + name,
              ifMissing,
              ifMissing == Severity.CAUSE
                  ? Message.of("repair.finding.service-missing", title)
                  : Message.of("repair.finding.service-not-there", title),
              Message.of("repair.finding.key-absent", key),
              Optional.empty()));
      return;
    }
    if (found.get().startType() == StartType.DISABLED) {
      findings.add(
          new Finding(
              "service-disabled-" + name,
              ifMissing == Severity.CAUSE ? Severity.CAUSE : Severity.WARNING,
              Message.of("repair.finding.service-disabled", title),
              Message.asIs(key + " Start = 4"),
              fixFor(name)));
    }
    if (name.equals(ServiceNames.WINDOWS_UPDATE) && !found.get().hasTriggers()) {
      findings.add(
          new Finding(
              "triggers-removed-" + name,
              Severity.WARNING,
              Message.of("repair.finding.triggers-removed", title),
              Message.of("repair.finding.key-absent", key + "\\TriggerInfo"),
              Optional.empty()));
    }
  }

  private static Optional<Fix> fixFor(String name) {
    return switch (name) {
      case ServiceNames.WINDOWS_UPDATE,
          ServiceNames.CRYPTOGRAPHIC,
          ServiceNames.INSTALLER,
          ServiceNames.UPDATE_ORCHESTRATOR ->
          Optional.of(Fix.RESET);
      case ServiceNames.TRUSTED_INSTALLER -> Optional.of(Fix.DISM);
      default -> Optional.empty();
    };
  }
}
