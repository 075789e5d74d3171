package app.regrip.evidence;

import app.regrip.evidence.evtx.TextBuffer;
import app.regrip.evidence.evtx.XmlHandler;

/**
 * Reads the XML of one element and tells its parts as it goes. Made for many small texts, of which
 * most parts are looked at by nobody: a parser of the JDK takes longer to begin one of them than
 * this takes to read it. What is not well-formed ends the reading; so does a document type, for no
 * event has one.
 */
final class XmlScanner {

  private static final int DEEPEST = 500;
  private static final int MOST_ATTRIBUTES = 100;
  private static final char[] COMMENT = "!--".toCharArray();
  private static final char[] COMMENT_END = "-->".toCharArray();
  private static final char[] CDATA = "![CDATA[".toCharArray();
  private static final char[] CDATA_END = "]]>".toCharArray();
  private static final char[] INSTRUCTION_END = "?>".toCharArray();

  private final XmlHandler handler;
  private final XmlNames names = new XmlNames();
  private final TextBuffer value = new TextBuffer();
  private final XmlNames.Name[] open = new XmlNames.Name[DEEPEST];
  private final XmlNames.Name[] attributes = new XmlNames.Name[MOST_ATTRIBUTES];
  private char[] text;
  private int at;
  private int end;
  private int depth;

  XmlScanner(XmlHandler handler) {
    this.handler = handler;
  }

  /**
   * @param from where the element begins
   * @return whether there is a whole and well-formed element; what follows it is not read
   */
  boolean read(char[] characters, int from, int to) {
    text = characters;
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
    char next = here();
    if (next == '/') {
      return endTag();
    }
    if (next == '!') {
      return follows(COMMENT) ? comment() : follows(CDATA) && cdata();
    }
    return next == '?' ? skipTo(INSTRUCTION_END) : startTag();
  }

  private boolean startTag() {
    XmlNames.Name name = name();
    if (name == XmlNames.NONE || depth == DEEPEST) {
      return false;
    }
    open[depth++] = name;
    handler.start(name.text());
    int count = 0;
    while (true) {
      boolean blank = skipBlanks();
      char next = here();
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
    skipBlanks();
    if (here() != '=') {
      return false;
    }
    at++;
    skipBlanks();
    char quote = here();
    if (quote != '"' && quote != '\'') {
      return false;
    }
    at++;
    value.clear();
    while (true) {
      int from = at;
      int to = plainUntil(from, quote);
      value.append(text, from, to);
      at = to;
      char next = here();
      if (next == quote) {
        at++;
        handler.attribute(name.text(), value);
        return true;
      }
      if (at == end || next == '<' || next == '&' && !reference()) {
        return false;
      }
      if (next != '&') {
        value.append(' ');
        at++;
      }
    }
  }

  private int plainUntil(int from, char quote) {
    char[] characters = text;
    int last = end;
    int to = from;
    while (to < last) {
      char c = characters[to];
      if (c < ' ' || c == quote || c == '&' || c == '<') {
        return to;
      }
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
    if (!follows(name.letters())) {
      return false;
    }
    at += name.letters().length;
    skipBlanks();
    return closes(name);
  }

  private boolean characters() {
    while (at < end) {
      int from = at;
      at = textUntil(from);
      if (at > from) {
        tell(from, at);
      }
      if (here() != '&') {
        return at < end;
      }
      value.clear();
      if (!reference()) {
        return false;
      }
      handler.text(value);
    }
    return false;
  }

  private int textUntil(int from) {
    char[] characters = text;
    int last = end;
    int to = from;
    while (to < last && characters[to] != '<' && characters[to] != '&') {
      to++;
    }
    return to;
  }

  private void tell(int from, int to) {
    value.clear();
    value.append(text, from, to);
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
    String name = new String(text, from, to - from);
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
    char[] characters = text;
    int last = end;
    int from = at;
    int to = from;
    int hash = 0;
    while (to < last && XmlNames.isOfName(characters[to])) {
      hash = 31 * hash + characters[to++];
    }
    at = to;
    return to > from && XmlNames.begins(characters[from])
        ? names.of(characters, from, to, hash)
        : XmlNames.NONE;
  }

  private boolean skipBlanks() {
    int from = at;
    while (at < end && text[at] <= ' ') {
      at++;
    }
    return at > from;
  }

  private boolean skipTo(char[] mark) {
    while (at < end) {
      if (follows(mark)) {
        at += mark.length;
        return true;
      }
      at++;
    }
    return false;
  }

  private boolean follows(char[] mark) {
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
  private char here() {
    return at < end ? text[at] : 0;
  }
}
