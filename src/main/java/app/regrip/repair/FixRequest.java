package app.regrip.repair;

import app.regrip.pc.RepairSource;
import app.regrip.update.Failure;
import java.util.Optional;

/**
 * What a person asked for.
 *
 * @param failed what fails on this PC, as the events tell; empty where they tell of nothing
 * @param source where DISM may take intact files from, if not from Windows Update
 * @param withCatroot2 whether a reset sets the signature cache aside too; off unless asked for,
 *     because programs may be blocked until Windows has rebuilt it
 * @param onManagedPc whether an administrator wants it although an organisation manages the updates
 *     of this PC
 */
public record FixRequest(
    Fix fix,
    Optional<RepairSource> source,
    boolean withCatroot2,
    Optional<Failure> failed,
    boolean onManagedPc) {

  public FixRequest(Fix fix, Optional<RepairSource> source, boolean withCatroot2) {
    this(fix, source, withCatroot2, Optional.empty(), false);
  }

  public static FixRequest of(Fix fix) {
    return new FixRequest(fix, Optional.empty(), false);
  }

  /** The same, for this failure. */
  public FixRequest because(Failure failure) {
    return new FixRequest(fix, source, withCatroot2, Optional.of(failure), onManagedPc);
  }
}
