package app.regrip.evidence;

import app.regrip.evidence.LineDecoder.Width;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Cuts bytes of unknown encoding into the lines of a {@link LogReader}. The encoding is judged line
 * by line, because files in the wild change it midway: a batch file appends what dism prints in one
 * byte a character to what sfc prints in two.
 */
final class LineSplitter {

  /** Longest piece of a line, in bytes; even, so that no character of two bytes is cut. */
  static final int LONGEST_PIECE = 1 << 16;

  private static final int BUFFER = 1 << 16;

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final long FOURTEENS = 0x0E0E_0E0E_0E0E_0E0EL;
  private static final long HIGHEST_BITS = 0x8080_8080_8080_8080L;

  private final LineDecoder decoder;
  private final LogReader reader;
  private final byte[] piece = new byte[LONGEST_PIECE];
  private int length;

  /** Whether the line so far holds neither a NUL nor anything above ASCII. */
  private boolean plain = true;

  private long number = 1;
  private boolean afterReturn;
  private boolean inLongLine;
  private boolean stopped;

  LineSplitter(LineDecoder decoder, LogReader reader) {
    this.decoder = decoder;
    this.reader = reader;
  }

  /** Ends a running {@link #feed} after the current block of bytes. */
  void stop() {
    stopped = true;
  }

  /** Reads to the end and tells the reader so, also where the reading fails half-way. */
  void feed(InputStream in) throws IOException {
    try {
      byte[] buffer = new byte[BUFFER];
      int read;
      while (!stopped && (read = in.read(buffer)) >= 0) {
        if (decoder.width() == Width.BYTES) {
          lines(buffer, read);
        } else {
          for (int i = 0; i < read; i++) {
            accept(buffer[i]);
          }
        }
      }
      if (length > 0) {
        emit();
      }
    } finally {
      reader.end();
    }
  }

  /** Nearly all of a log is plain letters, and looked at once here, eight at a time. */
  private void lines(byte[] bytes, int count) {
    int from = 0;
    int i = 0;
    while (i < count) {
      if (count - i >= Long.BYTES && arePlain((long) EIGHT.get(bytes, i))) {
        i += Long.BYTES;
        continue;
      }
      byte b = bytes[i];
      if (b == '\n' || b == '\r') {
        add(bytes, from, i);
        endLine(b);
        from = i + 1;
      } else if (b <= 0) {
        plain = false;
      }
      i++;
    }
    add(bytes, from, count);
  }

  /** Whether none is above ASCII, nor below 14 as line ends are. */
  private static boolean arePlain(long eight) {
    return ((eight | eight - FOURTEENS) & HIGHEST_BITS) == 0;
  }

  private void accept(byte b) {
    byte before = length == 0 ? 1 : piece[length - 1];
    boolean little = decoder.width() == Width.LITTLE_ENDIAN;
    byte end = little ? before : b;
    byte other = little ? b : before;
    if (other == 0 && (end == '\n' || end == '\r')) {
      length--;
      endLine(end);
    } else {
      piece[length++] = b;
      if (length == LONGEST_PIECE) {
        emitPiece();
      }
    }
  }

  private void add(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      int most = Math.min(to - at, LONGEST_PIECE - length);
      System.arraycopy(bytes, at, piece, length, most);
      length += most;
      at += most;
      if (length == LONGEST_PIECE) {
        emitPiece();
      }
    }
  }

  private void emitPiece() {
    int whole = decoder.wholeCharacters(piece, length);
    byte[] rest = Arrays.copyOfRange(piece, whole, length);
    length = whole;
    emit();
    inLongLine = true;
    System.arraycopy(rest, 0, piece, 0, rest.length);
    length = rest.length;
  }

  private void endLine(byte end) {
    boolean secondHalf = end == '\n' && afterReturn && decoder.isEmpty(piece, length);
    if (secondHalf) {
      length = 0;
    } else {
      emit();
    }
    plain = true;
    inLongLine = false;
    afterReturn = end == '\r';
    if (end == '\n') {
      number++;
    }
  }

  private void emit() {
    if (plain && decoder.width() == Width.BYTES) {
      decoder.passPlain(length);
      reader.plain(number, inLongLine, piece, length);
    } else if (decoder.width() == Width.BYTES) {
      tell(decoder.decode(piece, length));
    } else {
      decoder.pastedLines(decoder.decode(piece, length)).forEach(this::tell);
    }
    length = 0;
  }

  private void tell(String line) {
    if (inLongLine) {
      reader.continued(number, line);
    } else {
      reader.line(number, line);
    }
  }
}
