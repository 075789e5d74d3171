package app.regrip.repair.checks;

import app.regrip.pc.Pc;
import app.regrip.pc.PcException;
import app.regrip.pc.ProcessType;
import app.regrip.pc.ServiceStatus;
import app.regrip.repair.Finding;
import app.regrip.repair.Finding.Severity;
import app.regrip.repair.Fix;
import app.regrip.repair.steps.ServiceNames;
import java.util.List;
import java.util.Optional;

/**
 * wuauserv's {@code Type} 0x10 instead of 0x20: the one documented concrete cause of 0x80070006.
 */
public final class SharedProcess implements Check {

  @Override
  public String id() {
    return "shared-process";
  }

  @Override
  public String subject() {
    return "the process of the Windows Update service";
  }

  @Override
  public List<Finding> look(Pc pc) throws PcException {
    Optional<ServiceStatus> service = pc.services().query(ServiceNames.WINDOWS_UPDATE);
    if (service.map(s -> s.processType() != ProcessType.OWN).orElse(true)) {
      return List.of();
    }
    return List.of(
        new Finding(
            "wuauserv-own-process",
            Severity.CAUSE,
            "The Windows Update service runs in a process of its own, as \"optimiser\" programs set it. That is a known cause of this error.",
            "HKLM\\SYSTEM\\CurrentControlSet\\Services\\wuauserv Type = 0x10 (0x20 is normal)",
            Optional.of(Fix.SHARE_PROCESS)));
  }
}
