package app.regrip.helper;

import java.util.List;
import java.util.Optional;

/**
 * What the installer tells the helper before it removes Regrip: to take back what interrupted
 * repairs have left. Which those are is in the journals; there is nothing to be told but whether
 * all that is remembered goes too.
 *
 * @param forgets whether the journals are deleted once nothing is left of any repair
 */
public record InstallerOrder(boolean forgets) {

  private static final String SETTLE = "--settle";
  private static final String FORGET = "--forget";

  /** Empty where these arguments are another order, or none. */
  public static Optional<InstallerOrder> of(List<String> arguments) {
    if (arguments.equals(List.of(SETTLE))) {
      return Optional.of(new InstallerOrder(false));
    }
    return arguments.equals(List.of(SETTLE, FORGET))
        ? Optional.of(new InstallerOrder(true))
        : Optional.empty();
  }
}
