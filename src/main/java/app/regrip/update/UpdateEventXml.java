package app.regrip.update;

import app.regrip.errors.HResult;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads an event of the Windows Update client from its XML, as EvtRender and wevtutil give it. Data
 * are read by name: their order differs between ids, and events of version 0 lack some.
 */
public final class UpdateEventXml {

  static final String PROVIDER = "Microsoft-Windows-WindowsUpdateClient";
  private static final String PROVIDER_GUID = "945a8954-c147-4acd-923f-40c45405a658";
  private static final int LONGEST = 1_000_000;

  /** No event has one, and entities could reach outside. */
  private static final String DOCTYPE = "<!DOCTYPE";

  private UpdateEventXml() {}

  /**
   * Empty where the text is not an event of that provider, or has no id or no time. Takes any text
   * and never throws. Of several events one after the other the first is read.
   */
  public static Optional<UpdateEvent> parse(String xml) {
    if (xml == null || xml.length() > LONGEST || xml.contains(DOCTYPE)) {
      return Optional.empty();
    }
    try {
      return event(fields(xml.replace("\uFEFF", "").strip()));
    } catch (XMLStreamException | RuntimeException e) {
      // The JDK's parser answers some malformed texts with runtime exceptions of its own.
      return Optional.empty();
    }
  }

  /** Elements and attributes of System by their names, data of EventData as {@code data:name}. */
  private static Map<String, String> fields(String xml) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
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

  private static Optional<UpdateEvent> event(Map<String, String> fields) {
    Optional<Instant> at = time(fields.getOrDefault("TimeCreated@SystemTime", ""));
    if (!isOfUpdateClient(fields) || at.isEmpty() || !fields.containsKey("EventID")) {
      return Optional.empty();
    }
    int id = Integer.parseInt(fields.get("EventID"));
    EventMeaning meaning = EventMeaning.of(id);
    return Optional.of(
        new UpdateEvent(
            at.get(),
            id,
            fields.getOrDefault("Channel", ""),
            number(fields.get("EventRecordID")).orElse(0L),
            meaning.operation(),
            meaning.outcome(),
            code(fields.get("data:errorCode")),
            fields.getOrDefault("data:updateTitle", ""),
            guid(fields.getOrDefault("data:updateGuid", "")),
            service(fields),
            number(fields.get("data:updateCount"))
                .map(n -> OptionalInt.of(n.intValue()))
                .orElseGet(OptionalInt::empty)));
  }

  /** Events of downloads and of starts carry no service; those of apps show it by their title. */
  private static UpdateService service(Map<String, String> fields) {
    UpdateService named = UpdateService.ofGuid(fields.getOrDefault("data:serviceGuid", ""));
    return named == UpdateService.UNNAMED
            && UpdateTitle.isStoreApp(fields.getOrDefault("data:updateTitle", ""))
        ? UpdateService.MICROSOFT_STORE
        : named;
  }

  private static boolean isOfUpdateClient(Map<String, String> fields) {
    String name = fields.getOrDefault("Provider@Name", "");
    return name.isEmpty()
        ? guid(fields.getOrDefault("Provider@Guid", "")).equals(PROVIDER_GUID)
        : name.equalsIgnoreCase(PROVIDER);
  }

  private static String guid(String text) {
    return text.replace("{", "").replace("}", "").strip().toLowerCase(Locale.ROOT);
  }

  private static Optional<Instant> time(String text) {
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

  /** {@code 0x80070006} in any case, or a decimal number with or without sign. */
  private static Optional<HResult> code(String text) {
    return number(text)
        .filter(n -> n >= Integer.MIN_VALUE && n <= 0xFFFFFFFFL)
        .map(n -> new HResult(n.intValue()));
  }

  private static Optional<Long> number(String text) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      boolean hex = text.startsWith("0x") || text.startsWith("0X");
      return Optional.of(hex ? Long.parseLong(text.substring(2), 16) : Long.parseLong(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
