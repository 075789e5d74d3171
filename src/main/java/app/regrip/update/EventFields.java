package app.regrip.update;

import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What stands in one event's XML, whoever wrote the event.
 *
 * @param byName elements by their names, attributes as {@code TimeCreated@SystemTime}, data of
 *     EventData as {@code data:name}
 */
public record EventFields(Map<String, String> byName) {

  /** Longer texts are not read, in characters. */
  public static final int LONGEST = 1_000_000;

  /** To make one takes longer than to read an event with it; threads may not share one. */
  private static final ThreadLocal<XMLInputFactory> READERS =
      ThreadLocal.withInitial(EventFields::readers);

  /** No event has one, and entities could reach outside. */
  private static final String DOCTYPE = "<!DOCTYPE";

  /**
   * Empty where the text is not XML. Takes any text and never throws. Of several events one after
   * the other the first is read.
   */
  public static Optional<EventFields> read(String xml) {
    if (xml == null || xml.length() > LONGEST || xml.contains(DOCTYPE)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new EventFields(fields(xml.replace("\uFEFF", "").strip())));
    } catch (XMLStreamException | RuntimeException e) {
      // The JDK's parser answers some malformed texts with runtime exceptions of its own.
      return Optional.empty();
    }
  }

  private static XMLInputFactory readers() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  /** Empty where there is no such field. */
  public String get(String name) {
    return byName.getOrDefault(name, "");
  }

  /** When it was written. */
  public Optional<Instant> time() {
    return time(get("TimeCreated@SystemTime"));
  }

  /** Elements and attributes of System by their names, data of EventData as {@code data:name}. */
  private static Map<String, String> fields(String xml) throws XMLStreamException {
    XMLStreamReader reader = READERS.get().createXMLStreamReader(new StringReader(xml));
    Map<String, String> fields = new HashMap<>();
    String open = "";
    StringBuilder text = new StringBuilder();
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          open = opened(reader, fields);
          text.setLength(0);
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            text.append(reader.getText());
        case XMLStreamConstants.END_ELEMENT -> {
          if (reader.getLocalName().equals("Event")) {
            return fields;
          }
          fields.putIfAbsent(open, text.toString().strip());
          open = "";
        }
        default -> {
          // Comments, processing instructions and white space carry nothing.
        }
      }
    }
    return fields;
  }

  private static String opened(XMLStreamReader reader, Map<String, String> fields) {
    String element = reader.getLocalName();
    String name = "";
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String attribute = reader.getAttributeLocalName(i);
      fields.putIfAbsent(element + "@" + attribute, reader.getAttributeValue(i).strip());
      if (attribute.equals("Name")) {
        name = reader.getAttributeValue(i);
      }
    }
    return element.equals("Data") ? "data:" + name : element;
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
