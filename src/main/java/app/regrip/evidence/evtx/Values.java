package app.regrip.evidence.evtx;

import app.regrip.eventxml.TextBuffer;
import app.regrip.text.Message;
import java.math.BigDecimal;
import java.nio.charset.Charset;

/**
 * Writes the typed values of a record as text, as Windows does in event XML. The numbers of the
 * types are those of [MS-EVEN6], "BinXmlValueType".
 */
final class Values {

  static final int NULL = 0;
  static final int STRING = 1;
  static final int ANSI_STRING = 2;
  static final int BINXML = 0x21;
  static final int ARRAY = 0x80;

  /** The size of one value of each type that has a size of its own, else 0. */
  private static final int[] WIDTHS = {
    0, 0, 0, 1, 1, 2, 2, 4, 4, 8, 8, 4, 8, 4, 0, 16, 0, 8, 16, 0, 4, 8
  };

  /** A log does not say which code page its PC had. */
  private static final Charset ANSI = Charset.forName("windows-1252");

  private static final int SID_HEAD = 8;

  private final Bytes bytes;
  private final FileTimes times = new FileTimes();

  Values(Bytes bytes) {
    this.bytes = bytes;
  }

  /** In bytes; 0 where each value has its own. */
  static int width(int type) {
    return type < WIDTHS.length ? WIDTHS[type] : 0;
  }

  /** Writes a value of at most {@code size} bytes; a number that is cut off is left out. */
  void append(TextBuffer out, int type, int at, int size) throws EvtxException {
    bytes.need(at, size);
    if ((type & ARRAY) != 0) {
      appendList(out, type, at, size);
      return;
    }
    if (size < width(type)) {
      if (size == 0) {
        return;
      }
      throw new EvtxException(Message.of("evidence.evtx.why.value-short"));
    }
    switch (type) {
      case NULL -> {}
      case STRING -> out.appendUtf16(bytes.array, at, units(at, size));
      case ANSI_STRING -> out.append(new String(bytes.array, at, octets(at, size), ANSI));
      case 3 -> out.append((byte) bytes.u8(at));
      case 4 -> out.append(bytes.u8(at));
      case 5 -> out.append((short) bytes.u16(at));
      case 6 -> out.append(bytes.u16(at));
      case 7 -> out.append(bytes.i32(at));
      case 8 -> out.append(bytes.i32(at) & 0xFFFFFFFFL);
      case 9 -> out.append(bytes.i64(at));
      case 10 -> out.append(Long.toUnsignedString(bytes.i64(at)));
      case 11 -> appendReal(out, Float.intBitsToFloat(bytes.i32(at)));
      case 12 -> appendReal(out, Double.longBitsToDouble(bytes.i64(at)));
      case 13 -> out.append(bytes.i32(at) == 0 ? "false" : "true");
      case 14 -> {
        for (int i = at; i < at + size; i++) {
          out.appendHex(bytes.array[i]);
        }
      }
      case 15 -> appendGuid(out, at);
      case 16 -> appendHexNumber(out, size >= 8 ? bytes.i64(at) : unsigned(at, size));
      case 17 -> times.appendFiletime(out, bytes.i64(at));
      case 18 -> FileTimes.appendSystemtime(out, bytes, at);
      case 19 -> appendSid(out, at, size);
      case 20 -> appendHexNumber(out, bytes.i32(at) & 0xFFFFFFFFL);
      case 21 -> appendHexNumber(out, bytes.i64(at));
      default -> throw new EvtxException(Message.of("evidence.evtx.why.value-type"));
    }
  }

  private long unsigned(int at, int size) throws EvtxException {
    if (size < 4) {
      throw new EvtxException(Message.of("evidence.evtx.why.value-short"));
    }
    return bytes.i32(at) & 0xFFFFFFFFL;
  }

  /** Up to the first NUL, in characters. */
  private int units(int at, int size) {
    int end = at + (size & ~1);
    for (int i = at; i < end; i += 2) {
      if (bytes.array[i] == 0 && bytes.array[i + 1] == 0) {
        return (i - at) / 2;
      }
    }
    return size / 2;
  }

  private int octets(int at, int size) {
    for (int i = 0; i < size; i++) {
      if (bytes.array[at + i] == 0) {
        return i;
      }
    }
    return size;
  }

  /** Where an array stands in the midst of other text, its items are listed. */
  private void appendList(TextBuffer out, int type, int at, int size) throws EvtxException {
    int end = at + size;
    boolean first = true;
    for (int item = at; item < end; ) {
      int length = itemSize(type, item, end);
      if (!first) {
        out.append(',');
      }
      first = false;
      append(out, type & ~ARRAY, item, length);
      item += Math.max(1, length);
    }
  }

  /** Of one item of an array, with the NUL that ends a string. */
  int itemSize(int type, int at, int end) throws EvtxException {
    int scalar = type & ~ARRAY;
    int width = width(scalar);
    if (scalar == STRING) {
      int units = units(at, end - at);
      return Math.min(end - at, 2 * units + 2);
    } else if (scalar == ANSI_STRING) {
      return Math.min(end - at, octets(at, end - at) + 1);
    } else if (scalar == 19) {
      return Math.min(end - at, SID_HEAD + 4 * bytes.u8(at + 1));
    } else if (width == 0) {
      throw new EvtxException(Message.of("evidence.evtx.why.array-type"));
    }
    return Math.min(end - at, width);
  }

  /** libevtx lists the words for what is no number. */
  private static void appendReal(TextBuffer out, double real) {
    if (Double.isNaN(real)) {
      out.append("-1.#IND");
    } else if (Double.isInfinite(real)) {
      out.append(real > 0 ? "1.#INF" : "-1.#INF");
    } else {
      out.append(new BigDecimal(Double.toString(real)).stripTrailingZeros().toPlainString());
    }
  }

  private static void appendReal(TextBuffer out, float real) {
    if (Float.isNaN(real) || Float.isInfinite(real)) {
      appendReal(out, (double) real);
    } else {
      out.append(new BigDecimal(Float.toString(real)).stripTrailingZeros().toPlainString());
    }
  }

  private static void appendHexNumber(TextBuffer out, long number) {
    out.append("0x");
    out.append(Long.toHexString(number));
  }

  /** The first three numbers are little-endian, the rest are bytes. */
  private void appendGuid(TextBuffer out, int at) {
    out.append('{');
    for (int i = 3; i >= 0; i--) {
      out.appendHex(bytes.array[at + i]);
    }
    out.append('-');
    out.appendHex(bytes.array[at + 5]);
    out.appendHex(bytes.array[at + 4]);
    out.append('-');
    out.appendHex(bytes.array[at + 7]);
    out.appendHex(bytes.array[at + 6]);
    out.append('-');
    for (int i = 8; i < 16; i++) {
      if (i == 10) {
        out.append('-');
      }
      out.appendHex(bytes.array[at + i]);
    }
    out.append('}');
  }

  /** Revision, number of sub-authorities, authority (big-endian), sub-authorities. */
  private void appendSid(TextBuffer out, int at, int size) throws EvtxException {
    if (size == 0) {
      return;
    }
    if (size < SID_HEAD || size < SID_HEAD + 4 * bytes.u8(at + 1)) {
      throw new EvtxException(Message.of("evidence.evtx.why.identifier-cut"));
    }
    out.append("S-");
    out.append(bytes.u8(at));
    long authority = 0;
    for (int i = 2; i < SID_HEAD; i++) {
      authority = authority << 8 | bytes.u8(at + i);
    }
    out.append('-');
    out.append(authority);
    for (int i = 0; i < bytes.u8(at + 1); i++) {
      out.append('-');
      out.append(bytes.i32(at + SID_HEAD + 4 * i) & 0xFFFFFFFFL);
    }
  }
}
