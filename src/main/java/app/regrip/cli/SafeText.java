package app.regrip.cli;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;
import java.util.Map;

/**
 * Makes any text safe to print: one line, no control characters, and nothing the terminal's charset
 * lacks.
 */
final class SafeText {

  private static final Map<Integer, String> IN_ASCII =
      Map.ofEntries(
          Map.entry((int) '✓', "+"),
          Map.entry((int) '✗', "x"),
          Map.entry((int) '•', "-"),
          Map.entry((int) '→', "->"),
          Map.entry((int) '↩', "<"),
          Map.entry((int) '…', "..."),
          Map.entry((int) '–', "-"),
          Map.entry((int) '—', "-"),
          Map.entry((int) '“', "\""),
          Map.entry((int) '”', "\""),
          Map.entry((int) '„', "\""),
          Map.entry((int) '‘', "'"),
          Map.entry((int) '’', "'"),
          Map.entry((int) 'ß', "ss"),
          Map.entry((int) '█', "#"),
          Map.entry((int) '░', "."),
          Map.entry(0xA0, " "));

  private final CharsetEncoder encoder;

  SafeText(Charset charset) {
    this.encoder = charset.newEncoder();
  }

  String of(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints().forEach(c -> append(safe, c));
    return safe.toString();
  }

  private void append(StringBuilder safe, int c) {
    if (c >= ' ' && c <= '~') {
      safe.append((char) c);
    } else if (c == '\n' || c == '\t') {
      safe.append(' ');
    } else if (c == '\r') {
      // Part of a line end on Windows, and the way to overwrite a line elsewhere: dropped.
    } else if (isInvisible(c)) {
      safe.append('?');
    } else {
      String character = Character.toString(c);
      safe.append(encoder.canEncode(character) ? character : inAscii(c, character));
    }
  }

  /** Controls, and formats such as the marks that turn the direction of writing around. */
  private static boolean isInvisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  private static String inAscii(int c, String character) {
    String known = IN_ASCII.get(c);
    if (known != null) {
      return known;
    }
    String plain =
        Normalizer.normalize(character, Normalizer.Form.NFD).replaceAll("[^\\x20-\\x7E]", "");
    return plain.isEmpty() ? "?" : plain;
  }
}
