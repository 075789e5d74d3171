package app.regrip.evidence.evtx;

import java.util.HashMap;
import java.util.Map;

/**
 * Takes from a record what {@link app.regrip.update.EventFields} takes from an event's XML, under
 * the same names: elements, attributes as {@code TimeCreated@SystemTime}, data as {@code
 * data:name}.
 */
public final class RecordFields implements XmlHandler {

  private static final String DATA = "Data";

  /** Programs use some hundreds of names; more are of a hostile log. */
  private static final int MOST_NAMES = 10_000;

  private Map<String, String> fields = new HashMap<>();
  private final TextBuffer text = new TextBuffer();
  private final Map<String, Map<String, String>> attributeNames = new HashMap<>();
  private final Map<String, String> dataNames = new HashMap<>();
  private String element = "";
  private String open = "";
  private boolean ended;
  private int names;

  /** Begins another record. */
  public void clear() {
    fields = new HashMap<>();
    element = "";
    open = "";
    ended = false;
  }

  /** What was read since {@link #clear}. */
  public Map<String, String> fields() {
    return fields;
  }

  @Override
  public void start(String name) {
    element = local(name);
    open = element.equals(DATA) ? "data:" : element;
    text.clear();
  }

  @Override
  public void attribute(String name, CharSequence value) {
    if (name.startsWith("xmlns")) {
      return;
    }
    String said = legal(value);
    put(key(local(name)), said.strip());
    if (name.equals("Name") && element.equals(DATA)) {
      open = dataName(said);
    }
  }

  @Override
  public void text(CharSequence piece) {
    int length = piece.length();
    for (int i = 0; i < length; i++) {
      text.append(XmlText.legal(piece, i));
    }
  }

  @Override
  public void end(String name) {
    ended |= name.equals("Event");
    if (!open.isEmpty()) {
      put(open, text.toString().strip());
      open = "";
    }
  }

  /** The first of several counts; so does the first of several events. */
  private void put(String key, String value) {
    if (!ended) {
      fields.putIfAbsent(key, value);
    }
  }

  /** Without the prefix of a namespace. */
  private static String local(String name) {
    return name.substring(name.indexOf(':') + 1);
  }

  private String key(String attribute) {
    Map<String, String> ofElement = attributeNames.get(element);
    String key = ofElement == null ? null : ofElement.get(attribute);
    return key == null ? newKey(attribute) : key;
  }

  private String newKey(String attribute) {
    String key = element + "@" + attribute;
    if (names++ < MOST_NAMES) {
      attributeNames.computeIfAbsent(element, name -> new HashMap<>()).put(attribute, key);
    }
    return key;
  }

  private String dataName(String name) {
    String known = dataNames.get(name);
    if (known != null) {
      return known;
    }
    String data = "data:" + name;
    if (names++ < MOST_NAMES) {
      dataNames.put(name, data);
    }
    return data;
  }

  private static String legal(CharSequence value) {
    int length = value.length();
    StringBuilder legal = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      legal.append(XmlText.legal(value, i));
    }
    return legal.toString();
  }
}
