package app.regrip.helper;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/**
 * The right to repair this PC, which one process has at a time. The system takes it back with the
 * process, however that ends, so it can't go stale. It is taken for a turn, and whoever knows the
 * name of a turn can ask whether it still lasts, without ever being in the way of one who takes it.
 */
public interface RepairClaim {

  /**
   * Empty where another process has it; never waits.
   *
   * @param turn a UUID nobody has used before
   * @throws IOException where the system refuses it for another reason
   */
  Optional<Closeable> tryTake(String turn) throws IOException;

  /**
   * Whether the process that took it for that turn still has it.
   *
   * @throws IOException where the system does not tell
   */
  boolean isTaken(String turn) throws IOException;
}
