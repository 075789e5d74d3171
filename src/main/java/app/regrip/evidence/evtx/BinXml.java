package app.regrip.evidence.evtx;

import app.regrip.eventxml.XmlHandler;
import app.regrip.text.Message;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the binary XML of a record: fragments, which are elements, or instances of a template with
 * values for its substitutions; a value may be a fragment again.
 */
final class BinXml {

  /** Of a definition: the next one with the same hash, a GUID, and the size of what follows. */
  private static final int DEFINITION_HEAD = 24;

  /** Of an instance: the token, a byte, and a number of the template. */
  private static final int INSTANCE_HEAD = 6;

  /** How deep values may hold fragments; Windows needs two. */
  private static final int DEEPEST = 8;

  private final Bytes bytes;
  private final Tokens tokens;
  private final Budget budget;
  private final List<Elements> levels = new ArrayList<>();

  BinXml(Bytes bytes, Names names, Budget budget) {
    this.bytes = bytes;
    this.tokens = new Tokens(bytes, names);
    this.budget = budget;
    for (int depth = 0; depth <= DEEPEST; depth++) {
      int inside = depth + 1;
      levels.add(
          new Elements(
              bytes,
              tokens,
              budget,
              (from, to, handler) -> fragment(from, to, inside, false, handler)));
    }
  }

  /** What was told before an exception is to be thrown away. */
  void read(int from, int to, XmlHandler handler) throws EvtxException {
    budget.newRecord();
    if (!fragment(from, to, 0, true, handler)) {
      throw new EvtxException(Message.of("evidence.evtx.why.empty"));
    }
  }

  /**
   * @param dependent whether elements name the substitution on which they depend: those in a value
   *     do not
   * @return whether there was an element
   */
  private boolean fragment(int from, int to, int depth, boolean dependent, XmlHandler handler)
      throws EvtxException {
    if (depth > DEEPEST) {
      throw new EvtxException(Message.of("evidence.evtx.why.too-deep"));
    }
    Elements level = levels.get(depth);
    boolean any = false;
    int at = from;
    while (at < to) {
      budget.token();
      switch (tokens.at(at)) {
        case Tokens.END_OF_FRAGMENT -> {
          return any;
        }
        case Tokens.OPEN_ELEMENT -> {
          at = level.outsideOfTemplates(at, to, dependent, handler);
          any = true;
        }
        case Tokens.TEMPLATE_INSTANCE -> {
          at = instance(at, to, level, handler);
          any = true;
        }
        case Tokens.FRAGMENT_HEADER, Tokens.PI_TARGET, Tokens.PI_DATA -> at = tokens.after(at);
        default -> throw new EvtxException(Message.of("evidence.evtx.why.token"));
      }
    }
    return any;
  }

  /** An instance names the place of its template's definition, which may be right here. */
  private int instance(int token, int to, Elements level, XmlHandler handler) throws EvtxException {
    int definition = bytes.size(token + INSTANCE_HEAD);
    int at = token + INSTANCE_HEAD + 4;
    int body = definition + DEFINITION_HEAD;
    int size = bytes.size(body - 4);
    bytes.need(body, size);
    if (definition == at) {
      at = body + size;
    }
    int end = level.values().read(at, to);
    if (!definition(body, body + size, level, handler)) {
      throw new EvtxException(Message.of("evidence.evtx.why.template-lost"));
    }
    return end;
  }

  /** A definition holds an element and no instance, so that no template can contain itself. */
  private boolean definition(int from, int to, Elements level, XmlHandler handler)
      throws EvtxException {
    boolean any = false;
    int at = from;
    while (at < to) {
      budget.token();
      switch (tokens.at(at)) {
        case Tokens.END_OF_FRAGMENT -> {
          return any;
        }
        case Tokens.OPEN_ELEMENT -> {
          at = level.inTemplate(at, to, handler);
          any = true;
        }
        case Tokens.FRAGMENT_HEADER, Tokens.PI_TARGET, Tokens.PI_DATA -> at = tokens.after(at);
        default -> throw new EvtxException(Message.of("evidence.evtx.why.token-in-template"));
      }
    }
    return any;
  }
}
