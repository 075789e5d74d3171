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
import java.util.List;
import java.util.Optional;

/**
 * BITS: Automatic and Manual are both healthy (Windows switches between them itself); only Disabled
 * and missing are not.
 */
public final class Bits implements Check {

  private static final String KEY = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\BITS";

  @Override
  public String id() {
    return "bits";
  }

  @Override
  public List<Finding> look(Pc pc) throws PcException {
    Optional<ServiceStatus> bits = pc.services().query(ServiceNames.BITS);
    if (bits.isEmpty()) {
      return List.of(
          new Finding(
              "service-missing-BITS",
              Severity.CAUSE,
              Message.of("repair.finding.service-missing", ServiceNames.atStart(ServiceNames.BITS)),
              Message.of("repair.finding.key-absent", KEY),
              Optional.empty()));
    }
    if (bits.get().startType() == StartType.DISABLED) {
      return List.of(
          new Finding(
              "bits-disabled",
              Severity.CAUSE,
              Message.of("repair.finding.bits-disabled"),
              Message.asIs(KEY + " Start = 4"),
              Optional.of(Fix.BITS)));
    }
    return List.of();
  }
}
