package app.regrip.evidence.evtx;

import app.regrip.text.Message;

/**
 * The tokens of binary XML and how long they are ([MS-EVEN6], "BinXml"). Strings stand in place,
 * with their number of characters before them; names stand in place only where they are first used.
 */
final class Tokens {

  static final int END_OF_FRAGMENT = 0x00;
  static final int OPEN_ELEMENT = 0x01;
  static final int CLOSE_START = 0x02;
  static final int CLOSE_EMPTY = 0x03;
  static final int END_ELEMENT = 0x04;
  static final int VALUE = 0x05;
  static final int ATTRIBUTE = 0x06;
  static final int CDATA = 0x07;
  static final int CHARACTER = 0x08;
  static final int ENTITY = 0x09;
  static final int PI_TARGET = 0x0A;
  static final int PI_DATA = 0x0B;
  static final int TEMPLATE_INSTANCE = 0x0C;
  static final int SUBSTITUTION = 0x0D;
  static final int OPTIONAL_SUBSTITUTION = 0x0E;
  static final int FRAGMENT_HEADER = 0x0F;

  static final int FRAGMENT_HEADER_SIZE = 4;

  /** Says of an element that it has attributes, of all else that more of its kind follows. */
  private static final int MORE = 0x40;

  private final Bytes bytes;
  private final Names names;

  Tokens(Bytes bytes, Names names) {
    this.bytes = bytes;
    this.names = names;
  }

  int at(int at) throws EvtxException {
    return bytes.u8(at) & ~MORE;
  }

  boolean hasMore(int at) throws EvtxException {
    return (bytes.u8(at) & MORE) != 0;
  }

  /** Where what follows a reference to a name begins: after the name itself, if it is here. */
  int afterName(int reference) throws EvtxException {
    int after = reference + 4;
    return bytes.i32(reference) == after ? after + names.size(after) : after;
  }

  String name(int reference) throws EvtxException {
    return names.at(bytes.size(reference));
  }

  /** Whether it may be in the value of an attribute. */
  static boolean isPiece(int token) {
    return switch (token) {
      case VALUE, CDATA, CHARACTER, ENTITY, SUBSTITUTION, OPTIONAL_SUBSTITUTION -> true;
      default -> false;
    };
  }

  /** Where a token ends that is neither an element nor the beginning of an instance. */
  int after(int at) throws EvtxException {
    return switch (at(at)) {
      case VALUE -> afterValue(at + 1);
      case CDATA, PI_DATA -> afterString(at + 1);
      case CHARACTER -> at + 3;
      case ENTITY, PI_TARGET, ATTRIBUTE -> afterName(at + 1);
      case SUBSTITUTION, OPTIONAL_SUBSTITUTION, FRAGMENT_HEADER -> at + 4;
      default -> throw new EvtxException(Message.of("evidence.evtx.why.token"));
    };
  }

  private int afterValue(int type) throws EvtxException {
    int known = bytes.u8(type);
    if (known == Values.STRING) {
      return afterString(type + 1);
    }
    if (Values.width(known) == 0) {
      throw new EvtxException(Message.of("evidence.evtx.why.fixed-size"));
    }
    return type + 1 + Values.width(known);
  }

  private int afterString(int count) throws EvtxException {
    int after = count + 2 + 2 * bytes.u16(count);
    bytes.need(count, after - count);
    return after;
  }
}
