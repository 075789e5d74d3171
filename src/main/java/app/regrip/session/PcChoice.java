package app.regrip.session;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Which PC to look after, as asked for on the command line.
 *
 * @param simulate whether a pretend PC was asked for; without it, one is used where the system is
 *     not Windows
 * @param scenario of the pretend PC; the default one where none is named
 * @param fresh make the pretend PC anew, forgetting what was done to it
 * @param speed how many times faster than life the pretend PC is; empty for the default, infinity
 *     for no waiting at all
 * @param dataFolder where Regrip keeps its data, if not in the usual place
 */
public record PcChoice(
    boolean simulate,
    Optional<String> scenario,
    boolean fresh,
    Optional<Double> speed,
    Optional<Path> dataFolder) {

  /** What is chosen where nothing was said. */
  public static final PcChoice THIS_PC =
      new PcChoice(false, Optional.empty(), false, Optional.empty(), Optional.empty());
}
