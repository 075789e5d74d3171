package app.regrip.evidence.evtx;

import app.regrip.eventxml.TextBuffer;
import app.regrip.text.Message;

/** Puts the text of an attribute or of an element together: fixed parts and substitutions. */
final class Pieces {

  private final Bytes bytes;
  private final Tokens tokens;
  private final Substitutions substitutions;
  private final Values values;
  private final TextBuffer text = new TextBuffer();

  Pieces(Bytes bytes, Tokens tokens, Substitutions substitutions) {
    this.bytes = bytes;
    this.tokens = tokens;
    this.substitutions = substitutions;
    this.values = new Values(bytes);
  }

  TextBuffer text() {
    return text;
  }

  void clear() {
    text.clear();
  }

  /**
   * @return false where the piece is a value that is not there, so that an attribute of nothing
   *     else is not there either
   */
  boolean append(int at) throws EvtxException {
    switch (tokens.at(at)) {
      case Tokens.VALUE -> appendFixed(at + 1);
      case Tokens.CDATA -> appendString(at + 1);
      case Tokens.CHARACTER -> text.append((char) bytes.u16(at + 1));
      case Tokens.ENTITY -> appendEntity(tokens.name(at + 1));
      default -> {
        return appendSubstitution(at);
      }
    }
    return true;
  }

  private void appendFixed(int type) throws EvtxException {
    int known = bytes.u8(type);
    if (known == Values.STRING) {
      appendString(type + 1);
    } else {
      values.append(text, known, type + 1, Values.width(known));
    }
  }

  private void appendString(int count) throws EvtxException {
    int units = bytes.u16(count);
    bytes.need(count + 2, 2 * units);
    text.appendUtf16(bytes.array, count + 2, units);
  }

  /** Without a document type there are only these five. */
  private void appendEntity(String name) throws EvtxException {
    switch (name) {
      case "lt" -> text.append('<');
      case "gt" -> text.append('>');
      case "amp" -> text.append('&');
      case "quot" -> text.append('"');
      case "apos" -> text.append('\'');
      default -> throw new EvtxException(Message.of("evidence.evtx.why.entity"));
    }
  }

  private boolean appendSubstitution(int at) throws EvtxException {
    int index = bytes.u16(at + 1);
    if (substitutions.isNull(index)) {
      return tokens.at(at) == Tokens.SUBSTITUTION;
    }
    int type = substitutions.type(index);
    values.append(text, type, substitutions.place(index), substitutions.size(index));
    return true;
  }
}
