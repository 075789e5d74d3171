package app.regrip.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts bytes of unknown encoding into the lines of a {@link LogReader}. The encoding is judged line
 * by line, because files in the wild change it midway: a batch file appends what dism prints in one
 * byte a character to what sfc prints in two.
 */
final class LineFeed {

  /** Longest piece of a line, in bytes; even, so that no character of two bytes is cut. */
  static final int LONGEST_PIECE = 1 << 16;

  private static final int BUFFER = 1 << 16;

  private final LineDecoder decoder;
  private final LogReader reader;
  private final byte[] piece = new byte[LONGEST_PIECE];
  private int length;
  private long number = 1;
  private boolean afterReturn;
  private boolean inLongLine;
  private boolean stopped;

  LineFeed(LineDecoder decoder, LogReader reader) {
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
        for (int i = 0; i < read; i++) {
          accept(buffer[i]);
        }
      }
      if (length > 0) {
        emit();
      }
    } finally {
      reader.end();
    }
  }

  private void accept(byte b) {
    switch (decoder.width()) {
      case BYTES -> {
        if (b == '\n' || b == '\r') {
          endLine(b);
        } else {
          add(b);
        }
      }
      case LITTLE_ENDIAN -> {
        byte before = length == 0 ? 1 : piece[length - 1];
        if (b == 0 && (before == '\n' || before == '\r')) {
          length--;
          endLine(before);
        } else {
          add(b);
        }
      }
      case BIG_ENDIAN -> {
        if ((b == '\n' || b == '\r') && length > 0 && piece[length - 1] == 0) {
          length--;
          endLine(b);
        } else {
          add(b);
        }
      }
    }
  }

  private void add(byte b) {
    piece[length++] = b;
    if (length == LONGEST_PIECE) {
      int whole = decoder.wholeCharacters(piece, length);
      byte[] rest = Arrays.copyOfRange(piece, whole, length);
      length = whole;
      emit();
      inLongLine = true;
      System.arraycopy(rest, 0, piece, 0, rest.length);
      length = rest.length;
    }
  }

  private void endLine(byte end) {
    boolean secondHalf = end == '\n' && afterReturn && decoder.isEmpty(piece, length);
    if (secondHalf) {
      length = 0;
    } else {
      emit();
    }
    inLongLine = false;
    afterReturn = end == '\r';
    if (end == '\n') {
      number++;
    }
  }

  private void emit() {
    String text = decoder.decode(piece, length);
    length = 0;
    for (String line : decoder.pastedLines(text)) {
      if (inLongLine) {
        reader.continued(number, line);
      } else {
        reader.line(number, line);
      }
    }
  }
}
