package app.regrip.eventxml;

/** Writes the XML of a record as Windows' own export does: one element, without white space. */
public final class XmlText implements XmlHandler {

  private final TextBuffer out = new TextBuffer();
  private boolean inStart;

  /** Begins another record. */
  public void clear() {
    out.clear();
    inStart = false;
  }

  @Override
  public void start(String element) {
    closeStart();
    out.append('<');
    out.append(element);
    inStart = true;
  }

  @Override
  public void attribute(String name, CharSequence value) {
    out.append(' ');
    out.append(name);
    out.append("=\"");
    escaped(value, true);
    out.append('"');
  }

  @Override
  public void text(CharSequence piece) {
    closeStart();
    escaped(piece, false);
  }

  @Override
  public void end(String element) {
    if (inStart) {
      out.append("/>");
      inStart = false;
    } else {
      out.append("</");
      out.append(element);
      out.append('>');
    }
  }

  private void closeStart() {
    if (inStart) {
      out.append('>');
      inStart = false;
    }
  }

  private void escaped(CharSequence text, boolean attribute) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      int plain = TextBuffer.plainUntil(text, i);
      out.append(text, i, plain);
      i = plain;
      if (i == length) {
        return;
      }
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append(attribute ? "&quot;" : "\"");
        case '\r' -> out.append("&#13;");
        case '\n' -> out.append(attribute ? "&#10;" : "\n");
        case '\t' -> out.append(attribute ? "&#9;" : "\t");
        default -> out.append(legal(text, i));
      }
    }
  }

  /** What XML can say of a text: it has no word for most control characters. */
  static void appendLegal(TextBuffer out, CharSequence text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      int plain = TextBuffer.plainUntil(text, i);
      out.append(text, i, plain);
      i = plain;
      if (i < length) {
        out.append(legal(text, i));
      }
    }
  }

  /** Nor for half a character. */
  private static char legal(CharSequence text, int i) {
    char c = text.charAt(i);
    if (c >= ' ' && c < 0xD800 || c == '\t' || c == '\n' || c == '\r') {
      return c;
    }
    boolean half =
        Character.isHighSurrogate(c)
                && (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1)))
            || Character.isLowSurrogate(c)
                && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    return c < ' ' || half || c >= 0xFFFE ? ' ' : c;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
