package app.regrip.eventxml;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Reads one event after the other; it takes six times the memory of what it reads. One thread. */
public final class EventFieldsReader {

  private static final String START = "<Event";

  private final RecordFields fields = new RecordFields(provider -> true, field -> true);
  private final XmlScanner scanner = new XmlScanner(fields);

  /**
   * Empty where no whole event is in the text. Takes any text and never throws. Of several events
   * one after the other the first is read.
   */
  public Optional<EventFields> read(String xml) {
    int start = xml == null || xml.length() > EventFields.LONGEST ? -1 : start(xml);
    if (start < 0) {
      return Optional.empty();
    }
    byte[] utf8 = xml.substring(start).getBytes(StandardCharsets.UTF_8);
    fields.clear();
    return scanner.read(utf8, 0, utf8.length)
        ? Optional.of(new EventFields(Map.copyOf(fields.fields())))
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
}
