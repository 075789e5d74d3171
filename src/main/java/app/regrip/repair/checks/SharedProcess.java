package app.regrip.repair.checks;

import app.regrip.pc.Pc;
import app.regrip.pc.PcException;
import app.regrip.pc.ProcessType;
import app.regrip.pc.ServiceStatus;
import app.regrip.repair.Finding;
import app.regrip.repair.Finding.Severity;
import app.regrip.repair.Fix;
import app.regrip.repair.steps.ServiceNames;
import app.regrip.text.Message;
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
  public List<Finding> look(Pc pc) throws PcException {
    Optional<ServiceStatus> service = pc.services().query(ServiceNames.WINDOWS_UPDATE);
    if (service.map(s -> s.processType() != ProcessType.OWN).orElse(true)) {
      return List.of();
    }
    return List.of(
        new Finding(
            "wuauserv-own-process",
            Severity.CAUSE,
            Message.of("repair.finding.own-process"),
            Message.of("repair.finding.own-process.seen"),
            Optional.of(Fix.SHARE_PROCESS)));
  }
}
