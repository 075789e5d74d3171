package app.regrip.evidence;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * When a log says something happened. Many logs write the PC's local time and no zone; what is not
 * there is not made up.
 */
public record LogTime(LocalDateTime local, Optional<ZoneOffset> offset) {

  /** ISO 8601, with an offset only where the log has one. */
  @Override
  public String toString() {
    return offset.map(o -> local.atOffset(o).toString()).orElseGet(local::toString);
  }
}
