package app.regrip.repair;

import app.regrip.pc.RepairSource;
import java.util.Optional;

/**
 * What a person asked for.
 *
 * @param source where DISM may take intact files from, if not from Windows Update
 * @param withCatroot2 whether a reset sets the signature cache aside too; off unless asked for,
 *     because programs may be blocked until Windows has rebuilt it
 */
public record FixRequest(Fix fix, Optional<RepairSource> source, boolean withCatroot2) {

  public static FixRequest of(Fix fix) {
    return new FixRequest(fix, Optional.empty(), false);
  }
}
