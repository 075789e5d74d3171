package app.regrip.repair.checks;

import app.regrip.pc.Pc;
import app.regrip.pc.PcException;
import app.regrip.pc.PcFacts.WindowsVersion;
import app.regrip.repair.Finding;
import app.regrip.repair.Finding.Severity;
import app.regrip.text.Message;
import app.regrip.update.Support;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** A Windows for which Microsoft makes no more updates: that none is found is no good news then. */
public final class EndOfSupport implements Check {

  private final Clock clock;

  public EndOfSupport(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String id() {
    return "end-of-support";
  }

  @Override
  public List<Finding> look(Pc pc) throws PcException {
    WindowsVersion windows = pc.facts().windows();
    return Support.of(windows).ended(clock.instant()).map(words -> finding(windows, words)).stream()
        .toList();
  }

  private static Finding finding(WindowsVersion windows, Message words) {
    return new Finding(
        "support-ended",
        Severity.WARNING,
        words,
        Message.of(
            "repair.finding.support-ended.seen",
            windows.product(),
            windows.build() + "." + windows.revision()),
        Optional.empty());
  }
}
