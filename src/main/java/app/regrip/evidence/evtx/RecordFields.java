package app.regrip.evidence.evtx;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Takes from a record what {@link app.regrip.update.EventFields} takes from an event's XML, under
 * the same names: elements, attributes as {@code TimeCreated@SystemTime}, data as {@code
 * data:name}.
 */
public final class RecordFields implements XmlHandler {

  private static final String DATA = "Data";

  /** Programs use some hundreds of names; more are of a hostile log. */
  private static final int MOST_NAMES = 10_000;

  /** What is asked of an event of whatever provider. */
  private static final Set<String> ALWAYS =
      Set.of("Provider@Name", "Provider@Guid", "EventID", "TimeCreated@SystemTime");

  private final Predicate<String> matters;
  private final Map<String, String> fields = new HashMap<>();
  private final TextBuffer text = new TextBuffer();
  private final Map<String, Map<String, String>> attributeNames = new HashMap<>();
  private final Map<String, String> dataNames = new HashMap<>();
  private String element = "";
  private String open = "";
  private boolean ended;
  private int names;
  private boolean brief;

  /**
   * @param matters whether more is asked of the events of a provider, by its name, than their id
   *     and time
   */
  public RecordFields(Predicate<String> matters) {
    this.matters = matters;
  }

  /** Begins another record. */
  public void clear() {
    fields.clear();
    brief = false;
    element = "";
    open = "";
    ended = false;
  }

  /** What was read since {@link #clear}, and until it. */
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
    String key = key(local(name));
    boolean names = name.equals("Name");
    boolean ofData = names && element.equals(DATA);
    if (!isWanted(key) && !ofData) {
      return;
    }
    text.clear();
    XmlText.appendLegal(text, value);
    String said = text.toString();
    text.clear();
    boolean first = put(key, said.strip());
    if (ofData) {
      open = dataName(said);
    } else if (first && names && element.equals("Provider")) {
      brief = !matters.test(said);
    }
  }

  @Override
  public void text(CharSequence piece) {
    if (isWanted(open)) {
      XmlText.appendLegal(text, piece);
    }
  }

  @Override
  public void end(String name) {
    ended |= name.equals("Event");
    if (!open.isEmpty() && isWanted(open)) {
      put(open, text.toString().strip());
      open = "";
    }
  }

  private boolean isWanted(String key) {
    return !brief || ALWAYS.contains(key);
  }

  /** The first of several counts; so does the first of several events. */
  private boolean put(String key, String value) {
    return !ended && fields.putIfAbsent(key, value) == null;
  }

  /** Without the prefix of a namespace, which is never empty. */
  private static String local(String name) {
    int colon = name.indexOf(':');
    return colon > 0 ? name.substring(colon + 1) : name;
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
}
