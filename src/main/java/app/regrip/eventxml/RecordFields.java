package app.regrip.eventxml;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Takes from a record what {@link EventFields} takes from an event's XML, under the same names:
 * elements, attributes as {@code TimeCreated@SystemTime}, data as {@code data:name}.
 */
public final class RecordFields implements XmlHandler {

  private static final String DATA = "Data";

  /** Programs use some hundreds of names; more are of a hostile log. */
  private static final int MOST_NAMES = 10_000;

  private static final String ID = "EventID";
  private static final String TIME = "TimeCreated@SystemTime";

  /** What is asked of an event of whatever provider. */
  private static final Set<String> ALWAYS = Set.of("Provider@Name", "Provider@Guid", ID, TIME);

  private final Predicate<String> matters;
  private final Predicate<String> asked;
  private final Map<String, String> fields = new HashMap<>();

  /** What was said of the open element, if in pieces. */
  private final TextBuffer text = new TextBuffer();

  /** The same, if at once. */
  private String whole = "";

  private final Map<String, Element> elements = new HashMap<>();
  private final Map<String, Field> data = new HashMap<>();
  private Element element;
  private Field open;
  private boolean ended;
  private int names;
  private boolean brief;

  /** Whether all is known that is asked of a brief event. */
  private boolean enough;

  /**
   * @param matters whether more is asked of the events of a provider, by its name, than their id
   *     and time
   * @param asked whether anybody asks for a field, by its name
   */
  public RecordFields(Predicate<String> matters, Predicate<String> asked) {
    this.matters = matters;
    this.asked = asked;
  }

  /** A field as it is known by its name: that is looked at once, not in each event. */
  private record Field(String name, boolean always, boolean asked) {}

  /** An element by its name, without the prefix of a namespace, which is never empty. */
  private record Element(String name, Field field, Map<String, Field> attributes) {}

  /** Begins another record. */
  public void clear() {
    fields.clear();
    brief = false;
    enough = false;
    element = null;
    open = null;
    ended = false;
  }

  /** What was read since {@link #clear}, and until it. */
  public Map<String, String> fields() {
    return fields;
  }

  @Override
  public void start(String name) {
    if (enough) {
      return;
    }
    Element known = elements.get(name);
    element = known == null ? newElement(name) : known;
    open = element.field();
    text.clear();
    whole = "";
  }

  @Override
  public void attribute(String name, CharSequence value) {
    if (enough || element == null) {
      return;
    }
    Field known = element.attributes().get(name);
    Field field = known == null ? newAttribute(name) : known;
    boolean names = name.equals("Name");
    boolean ofData = names && element.name().equals(DATA);
    if (!isWanted(field) && !ofData) {
      return;
    }
    String said = legal(value);
    boolean first = put(field, said);
    if (ofData) {
      open = ofData(said);
    } else if (first && names && element.name().equals("Provider")) {
      brief = !matters.test(said);
    }
  }

  private String legal(CharSequence value) {
    if (value instanceof PlainText plain) {
      return plain.toString();
    }
    text.clear();
    XmlText.appendLegal(text, value);
    String said = text.toString();
    text.clear();
    return said;
  }

  @Override
  public void text(CharSequence piece) {
    if (enough || open == null || !isWanted(open)) {
      return;
    }
    if (piece instanceof PlainText && whole.isEmpty() && text.length() == 0) {
      whole = piece.toString();
    } else {
      text.append(whole);
      whole = "";
      XmlText.appendLegal(text, piece);
    }
  }

  @Override
  public void end(String name) {
    ended |= name.equals("Event");
    if (!enough && open != null && isWanted(open)) {
      put(open, text.length() == 0 ? whole : text.toString());
      open = null;
    }
  }

  private boolean isWanted(Field field) {
    return brief ? field.always() : field.asked();
  }

  /** The first of several counts; so does the first of several events. */
  private boolean put(Field field, String value) {
    boolean first = !ended && fields.putIfAbsent(field.name(), stripped(value)) == null;
    enough = brief && fields.containsKey(ID) && fields.containsKey(TIME);
    return first;
  }

  private static String stripped(String value) {
    boolean plain =
        !value.isEmpty() && isInk(value.charAt(0)) && isInk(value.charAt(value.length() - 1));
    return plain ? value : value.strip();
  }

  private static boolean isInk(char c) {
    return c > ' ' && c < 0x7F;
  }

  private static String local(String name) {
    int colon = name.indexOf(':');
    return colon > 0 ? name.substring(colon + 1) : name;
  }

  private Element newElement(String name) {
    String local = local(name);
    Field field = field(local.equals(DATA) ? "data:" : local);
    Element made = new Element(local, field, new HashMap<>());
    if (names++ < MOST_NAMES) {
      elements.put(name, made);
    }
    return made;
  }

  private Field newAttribute(String name) {
    boolean namespace = name.equals("xmlns") || name.startsWith("xmlns:");
    String key = element.name() + "@" + local(name);
    Field made = namespace ? new Field(key, false, false) : field(key);
    if (names++ < MOST_NAMES) {
      element.attributes().put(name, made);
    }
    return made;
  }

  private Field ofData(String name) {
    Field known = data.get(name);
    if (known != null) {
      return known;
    }
    Field made = field("data:" + name);
    if (names++ < MOST_NAMES) {
      data.put(name, made);
    }
    return made;
  }

  private Field field(String name) {
    return new Field(name, ALWAYS.contains(name), asked.test(name));
  }
}
