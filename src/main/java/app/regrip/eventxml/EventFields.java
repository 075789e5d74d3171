package app.regrip.eventxml;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/**
 * What stands in one event's XML, whoever wrote the event.
 *
 * @param byName elements by their names, attributes as {@code TimeCreated@SystemTime}, data of
 *     EventData as {@code data:name}
 */
public record EventFields(Map<String, String> byName) {

  /** Longer texts are not read, in characters. */
  public static final int LONGEST = 1_000_000;

  /** Empty where there is no such field. */
  public String get(String name) {
    return byName.getOrDefault(name, "");
  }

  /** When it was written. */
  public Optional<Instant> time() {
    return time(get("TimeCreated@SystemTime"));
  }

  private static Optional<Instant> time(String text) {
    Optional<Instant> utc = UtcTime.read(text);
    if (utc.isPresent()) {
      return utc;
    }
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      try {
        return Optional.of(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
      } catch (DateTimeException again) {
        return Optional.empty();
      }
    }
  }
}
