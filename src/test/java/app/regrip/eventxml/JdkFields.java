package app.regrip.eventxml;

import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What the parser of the JDK finds in an event's XML: who reads otherwise is wrong. */
public final class JdkFields {

  private static final XMLInputFactory READERS = XMLInputFactory.newDefaultFactory();

  static {
    READERS.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    READERS.setProperty(XMLInputFactory.IS_COALESCING, true);
  }

  private JdkFields() {}

  /** As {@link EventFields} has them; empty where the text does not begin with a whole element. */
  public static Optional<Map<String, String>> read(String xml) {
    if (xml.contains("<!DOCTYPE")) {
      return Optional.empty();
    }
    try {
      return Optional.of(fields(READERS.createXMLStreamReader(new StringReader(xml.strip()))));
    } catch (XMLStreamException | RuntimeException e) {
      // It answers some malformed texts with runtime exceptions of its own.
      return Optional.empty();
    }
  }

  private static Map<String, String> fields(XMLStreamReader reader) throws XMLStreamException {
    Map<String, String> fields = new HashMap<>();
    String open = "";
    StringBuilder text = new StringBuilder();
    int depth = 0;
    boolean ended = false;
    int part;
    do {
      part = reader.next();
      switch (part) {
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          open = opened(reader, ended ? new HashMap<>() : fields);
          text.setLength(0);
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            text.append(reader.getText());
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          ended |= reader.getLocalName().equals("Event");
          if (!open.isEmpty() && !ended) {
            fields.putIfAbsent(open, text.toString().strip());
          }
          open = "";
        }
        default -> {
          // Comments, processing instructions and white space carry nothing.
        }
      }
    } while (depth > 0 || part != XMLStreamConstants.END_ELEMENT);
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
}
