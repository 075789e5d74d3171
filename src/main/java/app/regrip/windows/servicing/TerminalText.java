package app.regrip.windows.servicing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Makes plain text of what a pseudo console writes: UTF-8 with commands to a terminal in it, cut
 * anywhere. Commands are taken out; one that puts the cursor at another place ends the line, one
 * that moves it to the right leaves blanks. The text goes on in UTF-16LE, as System File Checker
 * itself writes on a pipe.
 */
final class TerminalText {

  private static final int ESCAPE = 0x1B;
  private static final int BELL = 0x07;
  private static final int LONGEST_COMMAND = 4096;
  private static final int WIDEST_GAP = 200;

  private enum State {
    TEXT,
    ESCAPE,
    CONTROL_SEQUENCE,
    /** A title or the like, up to BEL or ESC \. */
    STRING,
    STRING_ESCAPE,
    /** ESC and an intermediate byte: one more follows. */
    ONE_MORE
  }

  private final Consumer<byte[]> plain;
  private final ByteArrayOutputStream text = new ByteArrayOutputStream();
  private final StringBuilder command = new StringBuilder();
  private State state = State.TEXT;

  TerminalText(Consumer<byte[]> plain) {
    this.plain = plain;
  }

  void feed(byte[] chunk) {
    for (byte b : chunk) {
      take(b & 0xFF);
    }
    flush(completeCharacters());
  }

  /** Hands out what is left, even half a character. */
  void end() {
    flush(text.size());
  }

  private void take(int b) {
    switch (state) {
      case TEXT -> {
        if (b == ESCAPE) {
          state = State.ESCAPE;
        } else {
          text.write(b);
        }
      }
      case ESCAPE -> afterEscape(b);
      case CONTROL_SEQUENCE -> {
        if (b >= 0x40 && b <= 0x7E) {
          obey(b);
          state = State.TEXT;
        } else if (b == ESCAPE) {
          state = State.ESCAPE;
        } else if (command.length() < LONGEST_COMMAND) {
          command.append((char) b);
        } else {
          state = State.TEXT;
        }
      }
      case STRING -> {
        if (b == BELL) {
          state = State.TEXT;
        } else if (b == ESCAPE) {
          state = State.STRING_ESCAPE;
        }
      }
      case STRING_ESCAPE -> state = b == '\\' ? State.TEXT : State.STRING;
      case ONE_MORE -> state = State.TEXT;
    }
  }

  private void afterEscape(int b) {
    command.setLength(0);
    state =
        switch (b) {
          case '[' -> State.CONTROL_SEQUENCE;
          case ']', 'P', 'X', '^', '_' -> State.STRING;
          case ESCAPE -> State.ESCAPE;
          default -> b >= 0x20 && b <= 0x2F ? State.ONE_MORE : State.TEXT;
        };
  }

  private void obey(int finalByte) {
    switch (finalByte) {
      case 'H', 'f', 'A', 'B', 'E', 'F', 'G', 'd', 'J' -> text.write('\r');
      case 'C' -> {
        int gap = Math.min(number(), WIDEST_GAP);
        for (int i = 0; i < gap; i++) {
          text.write(' ');
        }
      }
      default -> {
        // Colours and modes say nothing.
      }
    }
  }

  private int number() {
    try {
      return Math.max(1, Integer.parseInt(command.toString()));
    } catch (NumberFormatException noNumber) {
      return 1;
    }
  }

  /** All but a character at the end that goes on in the next chunk. */
  private int completeCharacters() {
    byte[] bytes = text.toByteArray();
    for (int back = 1; back <= Math.min(3, bytes.length); back++) {
      int b = bytes[bytes.length - back] & 0xFF;
      if (b < 0x80) {
        return bytes.length;
      }
      if (b >= 0xC0) {
        int length = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2;
        return length > back ? bytes.length - back : bytes.length;
      }
    }
    return bytes.length;
  }

  private void flush(int length) {
    if (length == 0) {
      return;
    }
    byte[] bytes = text.toByteArray();
    text.reset();
    text.write(bytes, length, bytes.length - length);
    plain.accept(
        new String(bytes, 0, length, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16LE));
  }
}
