package app.regrip.console;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Makes lines of text from the bytes of a console program, however the bytes are cut.
 *
 * <p>A line ends with CR or LF; blank ones are left out. The bytes are UTF-16LE (System File
 * Checker writes that, without a mark) or 8-bit, which is told from the first {@value
 * #SNIFFED_BYTES} of them: text of 8 bits holds no zero byte. A line of 8-bit bytes is read as
 * UTF-8 where it is that, else in the code page of western consoles, 850.
 */
final class ConsoleLines {

  static final int SNIFFED_BYTES = 64;
  static final int LONGEST_LINE_BYTES = 4096;
  private static final int LONGEST_BAR_BYTES = 256;

  private static final Pattern TERMINAL_COMMAND = Pattern.compile("\u001B\\[[0-9;?]*[A-Za-z]");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+|[\uFEFF\uFFFE\uFFFF]");

  private final Consumer<String> onLine;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final ByteArrayOutputStream head = new ByteArrayOutputStream(SNIFFED_BYTES);
  private boolean sniffed;
  private boolean wide;
  private int half = -1;

  ConsoleLines(Consumer<String> onLine) {
    this.onLine = onLine;
  }

  void feed(byte[] chunk) {
    for (byte b : chunk) {
      if (sniffed) {
        take(b & 0xFF);
      } else {
        head.write(b);
        if (head.size() == SNIFFED_BYTES) {
          sniff();
        }
      }
    }
  }

  /**
   * The last line, not ended yet: a bar is redrawn in place, so the newest one stands here. Empty
   * where the line is too long to be one.
   */
  String unfinished() {
    return line.size() <= LONGEST_BAR_BYTES ? text() : "";
  }

  /** Hands out what is left. */
  void end() {
    if (!sniffed) {
      sniff();
    }
    endLine();
  }

  private void sniff() {
    sniffed = true;
    byte[] first = head.toByteArray();
    boolean marked = first.length > 1 && first[0] == (byte) 0xFF && first[1] == (byte) 0xFE;
    wide = marked;
    for (byte b : first) {
      wide |= b == 0;
    }
    for (byte b : first) {
      take(b & 0xFF);
    }
  }

  private void take(int b) {
    if (!wide) {
      takeUnit(b, b, -1);
    } else if (half < 0) {
      half = b;
    } else {
      takeUnit(b << 8 | half, half, b);
      half = -1;
    }
  }

  private void takeUnit(int unit, int low, int high) {
    if (unit == '\r' || unit == '\n') {
      endLine();
      return;
    }
    line.write(low);
    if (high >= 0) {
      line.write(high);
    }
    if (line.size() >= LONGEST_LINE_BYTES) {
      endLine();
    }
  }

  private void endLine() {
    String text = text();
    line.reset();
    if (!text.isEmpty()) {
      onLine.accept(text);
    }
  }

  private String text() {
    byte[] bytes = line.toByteArray();
    String text = wide ? new String(bytes, StandardCharsets.UTF_16LE) : narrow(bytes);
    text = TERMINAL_COMMAND.matcher(text).replaceAll("");
    return CONTROL.matcher(text.replace('\t', ' ')).replaceAll("").strip();
  }

  private static String narrow(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, Oem.CHARSET);
    }
  }

  /** The code page is not in every Java runtime; Latin-1 keeps at least the ASCII in it. */
  private static final class Oem {
    static final Charset CHARSET =
        Charset.isSupported("IBM850") ? Charset.forName("IBM850") : StandardCharsets.ISO_8859_1;
  }
}
