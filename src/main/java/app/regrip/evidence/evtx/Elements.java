package app.regrip.evidence.evtx;

import app.regrip.eventxml.XmlHandler;
import app.regrip.text.Message;

/**
 * Reads elements with their attributes and their content. Each depth of fragments in values has one
 * of these, because each has values of its own.
 */
final class Elements {

  /** Reads a fragment that is the value of a substitution. */
  @FunctionalInterface
  interface Fragments {
    void read(int from, int to, XmlHandler handler) throws EvtxException;
  }

  private static final int NO_DEPENDENCY = 0xFFFF;
  private static final int NONE = -1;
  private static final int DEEPEST = 64;

  /** In one element; each is a loop inside of the one before. */
  private static final int MOST_ARRAYS = 8;

  private final Bytes bytes;
  private final Tokens tokens;
  private final Budget budget;
  private final Fragments fragments;
  private final Substitutions values;
  private final Pieces pieces;
  private XmlHandler handler;
  private boolean inTemplate;
  private boolean dependent;
  private int open;
  private int repeating;

  Elements(Bytes bytes, Tokens tokens, Budget budget, Fragments fragments) {
    this.bytes = bytes;
    this.tokens = tokens;
    this.budget = budget;
    this.fragments = fragments;
    this.values = new Substitutions(bytes);
    this.pieces = new Pieces(bytes, tokens, values);
  }

  Substitutions values() {
    return values;
  }

  /**
   * @return where the element ends
   */
  int inTemplate(int at, int to, XmlHandler out) throws EvtxException {
    inTemplate = true;
    return root(at, to, true, out);
  }

  /**
   * @return where the element ends
   */
  int outsideOfTemplates(int at, int to, boolean dependencies, XmlHandler out)
      throws EvtxException {
    inTemplate = false;
    return root(at, to, dependencies, out);
  }

  /** Which of the two layouts it has is a matter of where it stands; programs differ, so look. */
  private int root(int at, int to, boolean dependencies, XmlHandler out) throws EvtxException {
    handler = out;
    open = 0;
    repeating = 0;
    dependent = dependencies;
    if (!looksRight(at, to)) {
      dependent = !dependencies;
      dependent = looksRight(at, to) ? dependent : dependencies;
    }
    return element(at, to);
  }

  private int sizeField(int token) {
    return dependent ? token + 3 : token + 1;
  }

  private boolean looksRight(int token, int to) throws EvtxException {
    int at = sizeField(token);
    int size = bytes.i32(at);
    int name = bytes.i32(at + 4);
    return size > 0 && size <= to - at - 4 && name > 0 && name < bytes.length();
  }

  private int element(int token, int to) throws EvtxException {
    budget.token();
    int size = sizeField(token);
    boolean attributed = tokens.hasMore(token);
    int attributes = tokens.afterName(size + 4);
    int content = attributes;
    if (attributed) {
      attributes += 4;
      content = contentAfter(attributes);
    }
    if (inTemplate && open > 0 && isLeftOut(token, content)) {
      return size + 4 + bytes.size(size);
    }
    int array = inTemplate && values.hasArrays() ? arrayIn(attributes, content) : NONE;
    return array == NONE
        ? once(tokens.name(size + 4), attributes, content, to)
        : repeated(array, token, to);
  }

  /** A damaged size is no reason to lose every event that shares a template. */
  private int contentAfter(int attributes) throws EvtxException {
    int content = attributes + Math.floorMod(bytes.i32(attributes - 4), bytes.length());
    if (content < bytes.length() && endsStart(content)) {
      return content;
    }
    int at = attributes;
    while (!endsStart(at)) {
      budget.token();
      at = tokens.after(at);
    }
    return at;
  }

  private boolean endsStart(int at) throws EvtxException {
    return tokens.at(at) == Tokens.CLOSE_START || tokens.at(at) == Tokens.CLOSE_EMPTY;
  }

  /** [MS-EVEN6] 3.1.4.7.2: with an optional value that is null, the element around it goes too. */
  private boolean isLeftOut(int token, int content) throws EvtxException {
    int dependency = dependent ? bytes.u16(token + 1) : NO_DEPENDENCY;
    return dependency != NO_DEPENDENCY && values.isNull(dependency)
        || tokens.at(content) == Tokens.CLOSE_START
            && tokens.at(content + 1) == Tokens.OPTIONAL_SUBSTITUTION
            && values.isNull(bytes.u16(content + 2));
  }

  private int once(String name, int attributes, int content, int to) throws EvtxException {
    if (++open > DEEPEST) {
      throw new EvtxException(Message.of("evidence.evtx.why.too-deep"));
    }
    budget.characters(2 * name.length());
    handler.start(name);
    attributes(attributes, content);
    int end = content + 1;
    switch (tokens.at(content)) {
      case Tokens.CLOSE_EMPTY -> {}
      case Tokens.CLOSE_START -> end = content(content + 1, to);
      default -> throw new EvtxException(Message.of("evidence.evtx.why.element-begin"));
    }
    handler.end(name);
    open--;
    return end;
  }

  private void attributes(int from, int to) throws EvtxException {
    int at = from;
    while (at < to) {
      if (tokens.at(at) != Tokens.ATTRIBUTE) {
        throw new EvtxException(Message.of("evidence.evtx.why.attribute-begin"));
      }
      budget.token();
      int name = at + 1;
      at = tokens.afterName(name);
      pieces.clear();
      boolean there = false;
      while (at < to && Tokens.isPiece(tokens.at(at))) {
        budget.token();
        there |= pieces.append(at);
        at = tokens.after(at);
      }
      if (there) {
        String text = tokens.name(name);
        budget.characters(text.length() + pieces.text().length());
        handler.attribute(text, pieces.text());
      }
    }
  }

  /**
   * @return where the element ends
   */
  private int content(int from, int to) throws EvtxException {
    int at = from;
    while (at < to) {
      budget.token();
      int token = tokens.at(at);
      if (token == Tokens.END_ELEMENT) {
        return at + 1;
      } else if (token == Tokens.OPEN_ELEMENT) {
        at = element(at, to);
      } else if (isFragment(token, at)) {
        int index = bytes.u16(at + 1);
        int place = values.place(index);
        fragments.read(place, values.end(index), handler);
        at = tokens.after(at);
      } else {
        text(token, at);
        at = tokens.after(at);
      }
    }
    throw new EvtxException(Message.of("evidence.evtx.why.element-end"));
  }

  private boolean isFragment(int token, int at) throws EvtxException {
    return inTemplate
        && (token == Tokens.SUBSTITUTION || token == Tokens.OPTIONAL_SUBSTITUTION)
        && values.type(bytes.u16(at + 1)) == Values.BINXML;
  }

  /** Processing instructions carry nothing. */
  private void text(int token, int at) throws EvtxException {
    if (Tokens.isPiece(token)) {
      if (!inTemplate && (token == Tokens.SUBSTITUTION || token == Tokens.OPTIONAL_SUBSTITUTION)) {
        throw new EvtxException(Message.of("evidence.evtx.why.substitution"));
      }
      pieces.clear();
      pieces.append(at);
      if (pieces.text().length() > 0) {
        budget.characters(pieces.text().length());
        handler.text(pieces.text());
      }
    }
  }

  /** An element is repeated for each item of an array that stands right in it. */
  private int repeated(int array, int token, int to) throws EvtxException {
    if (++repeating > MOST_ARRAYS) {
      throw new EvtxException(Message.of("evidence.evtx.why.arrays"));
    }
    int end = NONE;
    int last = values.end(array);
    for (int item = values.place(array); item < last; item += values.itemSize(array)) {
      values.item(array, item);
      end = element(token, to);
    }
    values.noItem(array);
    repeating--;
    return end;
  }

  private int arrayIn(int attributes, int content) throws EvtxException {
    int at = content + 1;
    boolean filled = tokens.at(content) == Tokens.CLOSE_START;
    while (filled && tokens.at(at) != Tokens.END_ELEMENT) {
      budget.token();
      if (isArray(at)) {
        return bytes.u16(at + 1);
      }
      int size = sizeField(at);
      at = tokens.at(at) == Tokens.OPEN_ELEMENT ? size + 4 + bytes.size(size) : tokens.after(at);
    }
    for (at = attributes; at < content; at = tokens.after(at)) {
      budget.token();
      if (isArray(at)) {
        return bytes.u16(at + 1);
      }
    }
    return NONE;
  }

  private boolean isArray(int at) throws EvtxException {
    int token = tokens.at(at);
    return (token == Tokens.SUBSTITUTION || token == Tokens.OPTIONAL_SUBSTITUTION)
        && values.repeats(bytes.u16(at + 1));
  }
}
