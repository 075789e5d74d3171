package app.regrip.eventxml;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Printable ASCII where it stands in a file: every character is one that XML has a word for, and
 * none is copied before somebody asks. What events repeat, as names and titles, is one String.
 */
public final class PlainText implements CharSequence {

  private static final int SLOTS = 1 << 10;
  private static final int LONGEST_KNOWN = 100;

  private final Known[] known = new Known[SLOTS];
  private byte[] bytes = {};
  private int from;
  private int to;

  private record Known(byte[] letters, String text) {}

  /** Stands for other letters from now on. */
  public void set(byte[] letters, int start, int end) {
    bytes = letters;
    from = start;
    to = end;
  }

  @Override
  public int length() {
    return to - from;
  }

  @Override
  public char charAt(int index) {
    return (char) bytes[from + index];
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return toString().subSequence(start, end);
  }

  @Override
  public String toString() {
    if (from == to || to - from > LONGEST_KNOWN) {
      return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
    int slot = slot();
    Known before = known[slot];
    if (before != null
        && Arrays.equals(before.letters, 0, before.letters.length, bytes, from, to)) {
      return before.text;
    }
    byte[] letters = Arrays.copyOfRange(bytes, from, to);
    String text = new String(letters, StandardCharsets.ISO_8859_1);
    known[slot] = new Known(letters, text);
    return text;
  }

  /** By some of the letters: to look at all takes longer than to make the String. */
  private int slot() {
    int hash = to - from + 31 * (bytes[to - 1] + 31 * (bytes[from + to >>> 1] + 31 * bytes[from]));
    return (hash ^ hash >>> 10) & SLOTS - 1;
  }
}
