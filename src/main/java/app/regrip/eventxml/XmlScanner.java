package app.regrip.eventxml;

import java.nio.charset.StandardCharsets;

/**
 * Reads the XML of one element, in UTF-8, and tells its parts as it goes. Made for many small
 * texts, of which most parts are looked at by nobody and so stay bytes: a parser of the JDK takes
 * longer to begin one of them than this takes to read it. What is not well-formed ends the reading;
 * so does a document type, for no event has one.
 */
public final class XmlScanner {

  private static final int DEEPEST = 500;
  private static final int MOST_ATTRIBUTES = 100;
  private static final byte[] COMMENT = ascii("!--");
  private static final byte[] COMMENT_END = ascii("-->");
  private static final byte[] CDATA = ascii("![CDATA[");
  private static final byte[] CDATA_END = ascii("]]>");
  private static final byte[] INSTRUCTION_END = ascii("?>");

  /** By the byte: those that a name, an attribute's value and an element's text go on with. */
  private static final boolean[] IN_NAME = new boolean[0x100];

  private static final boolean[] IN_VALUE = new boolean[0x100];
  private static final boolean[] IN_TEXT = new boolean[0x100];

  static {
    for (int b = 0; b < 0x100; b++) {
      boolean letter = b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= 0x80;
      IN_NAME[b] = letter || b >= '0' && b <= '9' || "_:-.".indexOf(b) >= 0;
      IN_TEXT[b] = b >= ' ' && b < 0x80 && b != '<' && b != '&';
      IN_VALUE[b] = IN_TEXT[b] && b != '"' && b != '\'';
    }
  }

  private final XmlHandler handler;
  private final XmlNames names = new XmlNames();
  private final PlainText plain = new PlainText();
  private final TextBuffer value = new TextBuffer();
  private final XmlNames.Name[] open = new XmlNames.Name[DEEPEST];
  private final XmlNames.Name[] attributes = new XmlNames.Name[MOST_ATTRIBUTES];
  private byte[] text;
  private int at;
  private int end;
  private int depth;
  private boolean ahead;

  public XmlScanner(XmlHandler handler) {
    this.handler = handler;
  }

  /**
   * @param from where the element begins
   * @return whether there is a whole and well-formed element; what follows it is not read
   */
  public boolean read(byte[] utf8, int from, int to) {
    ahead = false;
    return element(utf8, from, to);
  }

  /**
   * The same where the end of the element has not been looked for: gives up on whatever may hide
   * another end or start of its kind, as a comment may, so that nothing is read more than twice.
   */
  public boolean readAhead(byte[] utf8, int from, int to) {
    ahead = true;
    return element(utf8, from, to);
  }

  /** Where the element that was read ends. */
  public int end() {
    return at;
  }

  private boolean element(byte[] utf8, int from, int to) {
    text = utf8;
    at = from;
    end = to;
    depth = 0;
    do {
      boolean wellFormed = at < end && text[at] == '<' ? markup() : depth > 0 && characters();
      if (!wellFormed) {
        return false;
      }
    } while (depth > 0);
    return true;
  }

  private boolean markup() {
    at++;
    byte next = here();
    if (next == '/') {
      return endTag();
    }
    if (ahead && (next == '!' || next == '?')) {
      return false;
    }
    if (next == '!') {
      return follows(COMMENT) ? comment() : follows(CDATA) && cdata();
    }
    return next == '?' ? skipTo(INSTRUCTION_END) : startTag();
  }

  private boolean startTag() {
    XmlNames.Name name = name();
    boolean again = ahead && depth > 0 && name.text().equals(open[0].text());
    if (name == XmlNames.NONE || depth == DEEPEST || again) {
      return false;
    }
    open[depth++] = name;
    handler.start(name.text());
    int count = 0;
    while (true) {
      boolean blank = here() <= ' ' && skipBlanks();
      byte next = here();
      if (next == '>') {
        at++;
        return true;
      }
      if (next == '/') {
        at++;
        return closes(name);
      }
      if (!blank || count == MOST_ATTRIBUTES || !attribute(count)) {
        return false;
      }
      count++;
    }
  }

  private boolean closes(XmlNames.Name name) {
    if (here() != '>') {
      return false;
    }
    at++;
    depth--;
    handler.end(name.text());
    return true;
  }

  private boolean attribute(int count) {
    XmlNames.Name name = name();
    if (name == XmlNames.NONE) {
      return false;
    }
    for (int i = 0; i < count; i++) {
      if (attributes[i].text().equals(name.text())) {
        return false;
      }
    }
    attributes[count] = name;
    byte next = here();
    if (next != '=' && (!skipBlanks() || here() != '=')) {
      return false;
    }
    at++;
    byte quote = here();
    if (!isQuote(quote)) {
      skipBlanks();
      quote = here();
      if (!isQuote(quote)) {
        return false;
      }
    }
    int from = ++at;
    at = after(IN_VALUE, from);
    if (here() == quote) {
      plain.set(text, from, at++);
      handler.attribute(name.text(), plain);
      return true;
    }
    at = from;
    return value(name, quote);
  }

  private static boolean isQuote(byte b) {
    return b == '"' || b == '\'';
  }

  /** With references, blanks that are no spaces, the other quote, or letters above ASCII. */
  private boolean value(XmlNames.Name name, byte quote) {
    value.clear();
    while (at < end) {
      byte next = text[at];
      if (next == quote) {
        at++;
        handler.attribute(name.text(), value);
        return true;
      }
      if (next == '<' || next == '&' && !reference()) {
        return false;
      }
      if (next >= 0 && next < ' ') {
        value.append(' ');
        at++;
      } else if (next != '&') {
        letters(quote);
      }
    }
    return false;
  }

  /** Of a value, up to where something else than letters stands. */
  private void letters(byte quote) {
    int from = at;
    while (at < end && (text[at] < 0 || text[at] >= ' ' && !isMark(text[at], quote))) {
      at++;
    }
    value.append(utf8(from, at));
  }

  private static boolean isMark(byte b, byte quote) {
    return b == quote || b == '&' || b == '<';
  }

  private String utf8(int from, int to) {
    return new String(text, from, to - from, StandardCharsets.UTF_8);
  }

  /** How far letters of a kind go on. */
  private int after(boolean[] kind, int from) {
    byte[] bytes = text;
    int last = end;
    int to = from;
    while (to < last && kind[bytes[to] & 0xFF]) {
      to++;
    }
    return to;
  }

  private boolean endTag() {
    at++;
    if (depth == 0) {
      return false;
    }
    XmlNames.Name name = open[depth - 1];
    if (!name.isAt(text, at, end)) {
      return false;
    }
    at += name.length();
    if (here() != '>') {
      skipBlanks();
    }
    return closes(name);
  }

  private boolean characters() {
    while (at < end) {
      int from = at;
      at = after(IN_TEXT, from);
      if (at > from) {
        plain.set(text, from, at);
        handler.text(plain);
      }
      byte next = here();
      if (next == '<') {
        return true;
      }
      value.clear();
      if (next != '&') {
        tell(at, untilMarkup());
      } else if (reference()) {
        handler.text(value);
      } else {
        return false;
      }
    }
    return false;
  }

  private int untilMarkup() {
    while (at < end && text[at] != '<' && text[at] != '&') {
      at++;
    }
    return at;
  }

  private void tell(int from, int to) {
    value.clear();
    value.append(utf8(from, to));
    handler.text(value);
  }

  private boolean comment() {
    at += COMMENT.length;
    return skipTo(COMMENT_END);
  }

  private boolean cdata() {
    int from = at + CDATA.length;
    at = from;
    if (!skipTo(CDATA_END)) {
      return false;
    }
    tell(from, at - CDATA_END.length);
    return true;
  }

  /** One of the five that XML knows, or a number; no other could be declared. */
  private boolean reference() {
    int from = at + 1;
    int to = from;
    while (to < end && to - from < 10 && text[to] != ';') {
      to++;
    }
    if (to >= end || text[to] != ';') {
      return false;
    }
    at = to + 1;
    String name = utf8(from, to);
    switch (name) {
      case "amp" -> value.append('&');
      case "lt" -> value.append('<');
      case "gt" -> value.append('>');
      case "quot" -> value.append('"');
      case "apos" -> value.append('\'');
      default -> {
        return number(name);
      }
    }
    return true;
  }

  private boolean number(String name) {
    boolean hex = name.startsWith("#x");
    String digits = name.substring(Math.min(name.length(), hex ? 2 : 1));
    if (!name.startsWith("#") || digits.isEmpty() || !isNumber(digits, hex)) {
      return false;
    }
    int point = Integer.parseInt(digits, hex ? 16 : 10);
    if (point > Character.MAX_CODE_POINT) {
      return false;
    }
    value.append(Character.toString(point));
    return true;
  }

  private static boolean isNumber(String digits, boolean hex) {
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      boolean letter = c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
      if (!digit && !(hex && letter)) {
        return false;
      }
    }
    return digits.length() <= (hex ? 6 : 7);
  }

  private XmlNames.Name name() {
    int from = at;
    at = after(IN_NAME, from);
    return names.of(text, from, at);
  }

  private boolean skipBlanks() {
    int from = at;
    while (at < end && text[at] <= ' ' && text[at] >= 0) {
      at++;
    }
    return at > from;
  }

  private boolean skipTo(byte[] mark) {
    while (at < end) {
      if (follows(mark)) {
        at += mark.length;
        return true;
      }
      at++;
    }
    return false;
  }

  private boolean follows(byte[] mark) {
    if (end - at < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if (text[at + i] != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** NUL at the end, which no markup begins with. */
  private byte here() {
    return at < end ? text[at] : 0;
  }

  private static byte[] ascii(String mark) {
    return mark.getBytes(StandardCharsets.US_ASCII);
  }
}
