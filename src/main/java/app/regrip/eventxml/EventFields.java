package app.regrip.eventxml;

import java.nio.charset.StandardCharsets;
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

  private static final String START = "<Event";

  /**
   * Empty where no whole event is in the text. Takes any text and never throws. Of several events
   * one after the other the first is read.
   */
  public static Optional<EventFields> read(String xml) {
    int start = xml == null || xml.length() > LONGEST ? -1 : start(xml);
    if (start < 0) {
      return Optional.empty();
    }
    byte[] utf8 = xml.substring(start).getBytes(StandardCharsets.UTF_8);
    RecordFields fields = new RecordFields(provider -> true, field -> true);
    return new XmlScanner(fields).read(utf8, 0, utf8.length)
        ? Optional.of(new EventFields(fields.fields()))
        : Optional.empty();
  }

  /** Exports put all events into an element "Events". */
  private static int start(String xml) {
    int at = xml.indexOf(START);
    while (at >= 0 && xml.startsWith("s", at + START.length())) {
      at = xml.indexOf(START, at + 1);
    }
    return at;
  }

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
