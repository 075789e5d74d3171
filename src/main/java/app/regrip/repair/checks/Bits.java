package app.regrip.repair.checks;

import app.regrip.pc.Pc;
import app.regrip.pc.PcException;
import app.regrip.pc.ServiceStatus;
import app.regrip.pc.StartType;
import app.regrip.repair.Finding;
import app.regrip.repair.Finding.Severity;
import app.regrip.repair.Fix;
import app.regrip.repair.steps.ServiceNames;
import java.util.List;
import java.util.Optional;

/**
 * BITS: Automatic and Manual are both healthy (Windows switches between them itself); only Disabled
 * and missing are not.
 */
public final class Bits implements Check {

  @Override
  public String id() {
    return "bits";
  }

  @Override
  public String subject() {
    return "the background download service";
  }

  @Override
  public List<Finding> look(Pc pc) throws PcException {
    Optional<ServiceStatus> bits = pc.services().query(ServiceNames.BITS);
    if (bits.isEmpty()) {
      return List.of(
          new Finding(
              "service-missing-BITS",
              Severity.CAUSE,
              "The background download service (BITS) is missing from this PC. No fix here can bring it back; a repair install of Windows can.",
              "HKLM\\SYSTEM\\CurrentControlSet\\Services\\BITS (absent)",
              Optional.empty()));
    }
    if (bits.get().startType() == StartType.DISABLED) {
      return List.of(
          new Finding(
              "bits-disabled",
              Severity.CAUSE,
              "The background download service (BITS) is disabled, so updates can't be fetched.",
              "HKLM\\SYSTEM\\CurrentControlSet\\Services\\BITS Start = 4",
              Optional.of(Fix.BITS)));
    }
    return List.of();
  }
}
