package app.regrip.repair.checks;

import app.regrip.pc.Pc;
import app.regrip.pc.PcException;
import app.regrip.pc.PcFacts.Antivirus;
import app.regrip.repair.Finding;
import app.regrip.repair.Finding.Severity;
import app.regrip.text.Message;
import java.util.List;
import java.util.Optional;

/**
 * Antivirus programs other than Windows' own, by name: they are known to block services and hold
 * update folders.
 */
public final class ThirdPartyAntivirus implements Check {

  @Override
  public String id() {
    return "third-party-antivirus";
  }

  @Override
  public List<Finding> look(Pc pc) throws PcException {
    return pc.facts().antivirus().stream()
        .filter(a -> !a.microsoft() && a.on())
        .map(ThirdPartyAntivirus::finding)
        .toList();
  }

  private static Finding finding(Antivirus antivirus) {
    return new Finding(
        "antivirus",
        Severity.INFO,
        Message.of("repair.finding.antivirus", antivirus.name()),
        Message.of("repair.finding.antivirus.seen", antivirus.name()),
        Optional.empty());
  }
}
