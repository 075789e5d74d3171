package app.regrip.repair.checks;

import app.regrip.pc.Pc;
import app.regrip.pc.PcException;
import app.regrip.repair.Finding;
import app.regrip.repair.Finding.Severity;
import app.regrip.text.Message;
import java.util.List;
import java.util.Optional;

/** Free space: a repair of the component store and fresh update folders need some gigabytes. */
public final class DiskSpace implements Check {

  private static final long TOO_LITTLE = 1_000_000_000L;
  private static final long SCARCE = 5_000_000_000L;

  @Override
  public String id() {
    return "disk-space";
  }

  @Override
  public List<Finding> look(Pc pc) throws PcException {
    long free = pc.facts().freeBytes();
    if (free >= SCARCE) {
      return List.of();
    }
    boolean tooLittle = free < TOO_LITTLE;
    return List.of(
        new Finding(
            "disk-space",
            tooLittle ? Severity.BLOCKS_REPAIR : Severity.WARNING,
            Message.of(
                tooLittle ? "repair.finding.disk-full" : "repair.finding.disk-scarce",
                ByteSize.bytes(free)),
            Message.of("repair.finding.disk-space.seen", Long.toString(free)),
            Optional.empty()));
  }
}
