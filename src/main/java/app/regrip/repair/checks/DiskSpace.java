package app.regrip.repair.checks;

import app.regrip.pc.Pc;
import app.regrip.pc.PcException;
import app.regrip.repair.Finding;
import app.regrip.repair.Finding.Severity;
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
  public String subject() {
    return "the free disk space";
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
            "Only "
                + ByteSize.bytes(free)
                + (tooLittle
                    ? " are free on the Windows drive. Free at least 5 GB first: Settings, System, Storage."
                    : " are free on the Windows drive. Updates and repairs may need 5 GB."),
            "free bytes: " + free,
            Optional.empty()));
  }
}
