package app.regrip.helper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Lines of UTF-8 from somebody who may be hostile: never more in memory than one line may be long,
 * and the first bad line is the last that is read. A line without its end was never written.
 */
public final class StrictLines {

  /** The other end does not keep to the protocol; nothing more is read from it. */
  public static final class BrokenException extends IOException {
    BrokenException(String why) {
      super(why);
    }
  }

  private final InputStream in;
  private final int longest;

  /**
   * @param longest bytes in a line, its end not counted
   */
  public StrictLines(InputStream in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /** The next line without its end; empty at the end of input. */
  public Optional<String> next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (b == '\n') {
        return Optional.of(text(line.toByteArray()));
      }
      if (b < ' ') {
        throw new BrokenException("a control character in a line");
      }
      if (line.size() == longest) {
        throw new BrokenException("a line of more than " + longest + " bytes");
      }
      line.write(b);
    }
    return Optional.empty();
  }

  private static String text(byte[] line) throws BrokenException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
    } catch (CharacterCodingException e) {
      throw new BrokenException("a line that is not UTF-8");
    }
  }
}
