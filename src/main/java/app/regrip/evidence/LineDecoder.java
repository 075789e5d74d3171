package app.regrip.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/**
 * Turns the bytes of one line into text, by the look of them: UTF-16 with or without a mark, at odd
 * offsets too, UTF-8 where it is valid, else a code page.
 */
final class LineDecoder {

  /** How a line end is written. */
  enum Width {
    BYTES,
    LITTLE_ENDIAN,
    BIG_ENDIAN
  }

  private static final int FEWEST_ASCII = 16;

  private final Width width;
  private final Supplier<Charset> codePage;
  private final CharsetDecoder strict = StandardCharsets.UTF_8.newDecoder();
  private boolean lastWasWide;

  /**
   * @param codePage of lines that are neither UTF-16 nor UTF-8
   */
  LineDecoder(Width width, Supplier<Charset> codePage) {
    this.width = width;
    this.codePage = codePage;
  }

  /** Judges by the beginning of a file. */
  static LineDecoder of(byte[] head) {
    return new LineDecoder(width(head), new CodePage(head));
  }

  /** One that judges alike, for reading from the beginning once more. */
  LineDecoder again() {
    return new LineDecoder(width, codePage);
  }

  Width width() {
    return width;
  }

  private static Width width(byte[] head) {
    if (head.length >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
      return Width.LITTLE_ENDIAN;
    }
    if (head.length >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
      return Width.BIG_ENDIAN;
    }
    int pairs = head.length / 2;
    int even = nuls(head, 0);
    int odd = nuls(head, 1);
    if (pairs < 4 || hasAsciiRun(head)) {
      return Width.BYTES;
    }
    if (odd * 10 >= pairs && even * 50 <= pairs) {
      return Width.LITTLE_ENDIAN;
    }
    return even * 10 >= pairs && odd * 50 <= pairs ? Width.BIG_ENDIAN : Width.BYTES;
  }

  private static int nuls(byte[] bytes, int from) {
    int nuls = 0;
    for (int i = from; i < bytes.length; i += 2) {
      nuls += bytes[i] == 0 ? 1 : 0;
    }
    return nuls;
  }

  private static boolean hasAsciiRun(byte[] bytes) {
    int run = 0;
    for (byte b : bytes) {
      run = isAscii(b) ? run + 1 : 0;
      if (run >= FEWEST_ASCII) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAscii(byte b) {
    return b >= ' ' && b <= '~' || b == '\t' || b == '\r' || b == '\n';
  }

  /** Whether there is no text in it: nothing, or the other half of a line end. */
  boolean isEmpty(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return true;
  }

  /** Up to where no character is cut in two. */
  int wholeCharacters(byte[] bytes, int length) {
    int end = length;
    while (end > length - 4 && end > 1 && (bytes[end - 1] & 0xC0) == 0x80) {
      end--;
    }
    boolean insideUtf8 = width == Width.BYTES && end > 1 && (bytes[end - 1] & 0xC0) == 0xC0;
    return insideUtf8 ? end - 1 : length;
  }

  /** Of a line that holds neither a NUL nor anything above ASCII, and needs no decoding. */
  void passPlain(int length) {
    lastWasWide = lastWasWide && length <= 1;
  }

  String decode(byte[] bytes, int length) {
    if (width != Width.BYTES) {
      return decodeWide(bytes, length);
    }
    boolean leading = length > 1 && bytes[0] == 0;
    int from = leading ? 1 : 0;
    boolean wide = isWide(bytes, from, length, leading);
    if (wide) {
      lastWasWide = true;
      return clean(new String(bytes, from, length - from, StandardCharsets.UTF_16LE));
    }
    lastWasWide = lastWasWide && length <= 1;
    return clean(narrow(bytes, from, length - from));
  }

  /** After a mark for UTF-16, a program may still have appended plain bytes. */
  private String decodeWide(byte[] bytes, int length) {
    int ascii = 0;
    while (ascii < length && isAscii(bytes[ascii])) {
      ascii++;
    }
    if (length >= FEWEST_ASCII && ascii == length) {
      return narrow(bytes, 0, length);
    }
    Charset wide =
        width == Width.LITTLE_ENDIAN ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    int from = Math.max(0, asciiLines(bytes, ascii));
    String text = clean(new String(bytes, from, length - from, wide));
    return from == 0 ? text : narrow(bytes, 0, from) + text;
  }

  /** Where plain lines end that stand before the first UTF-16 character. */
  private static int asciiLines(byte[] bytes, int ascii) {
    if (ascii < FEWEST_ASCII) {
      return 0;
    }
    int end = ascii;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    return end;
  }

  private boolean isWide(byte[] bytes, int from, int length, boolean leading) {
    int nuls = 0;
    for (int i = from + 1; i < length; i += 2) {
      nuls += bytes[i] == 0 ? 1 : 0;
    }
    int pairs = (length - from) / 2;
    return pairs > 0 && (nuls * 4 >= pairs || leading && lastWasWide && nuls > 0);
  }

  private String narrow(byte[] bytes, int from, int length) {
    try {
      return clean(strict.decode(ByteBuffer.wrap(bytes, from, length)).toString());
    } catch (CharacterCodingException notUtf8) {
      return clean(new String(bytes, from, length, codePage.get()));
    }
  }

  private static String clean(String text) {
    boolean marked = text.indexOf('\0') >= 0 || text.indexOf('\uFEFF') >= 0;
    return marked ? text.replace("\0", "").replace("\uFEFF", "") : text;
  }

  /** Plain lines inside UTF-16 text come as one, for their line ends are none of UTF-16. */
  List<String> pastedLines(String text) {
    return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0
        ? List.of(text.split("[\\r\\n]+"))
        : List.of(text);
  }
}
