package app.regrip.eventxml;

import java.util.Arrays;

/** Characters that are put together; kept for the next text, because there are many. */
public final class TextBuffer implements CharSequence {

  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  private char[] chars = new char[1024];
  private int length;

  public void clear() {
    length = 0;
  }

  public void append(char c) {
    if (length == chars.length) {
      room(1);
    }
    chars[length++] = c;
  }

  public void append(String text) {
    int more = text.length();
    room(more);
    text.getChars(0, more, chars, length);
    length += more;
  }

  public void append(CharSequence text, int from, int to) {
    int more = to - from;
    room(more);
    if (text instanceof TextBuffer other) {
      System.arraycopy(other.chars, from, chars, length, more);
    } else {
      for (int i = 0; i < more; i++) {
        chars[length + i] = text.charAt(from + i);
      }
    }
    length += more;
  }

  /** UTF-16, little-endian. */
  public void appendUtf16(byte[] bytes, int from, int units) {
    room(units);
    int to = length;
    for (int i = 0, at = from; i < units; i++, at += 2) {
      chars[to++] = (char) (bytes[at] & 0xFF | bytes[at + 1] << 8);
    }
    length = to;
  }

  public void append(long number) {
    if (number < 0) {
      append(Long.toString(number));
      return;
    }
    int digits = 1;
    for (long rest = number; rest >= 10; rest /= 10) {
      digits++;
    }
    appendPadded(number, digits);
  }

  /** A number that is not negative, in so many decimal digits. */
  public void appendPadded(long number, int digits) {
    room(digits);
    long rest = number;
    for (int i = length + digits - 1; i >= length; i--) {
      chars[i] = (char) ('0' + rest % 10);
      rest /= 10;
    }
    length += digits;
  }

  /** Two digits, in capitals. */
  public void appendHex(int octet) {
    append(HEX[octet >> 4 & 0xF]);
    append(HEX[octet & 0xF]);
  }

  /** Where the first character at or after a place stands that XML wants written otherwise. */
  public static int plainUntil(CharSequence text, int from) {
    int length = text.length();
    int i = from;
    if (text instanceof TextBuffer buffer) {
      char[] chars = buffer.chars;
      while (i < length && isPlain(chars[i])) {
        i++;
      }
      return i;
    }
    while (i < length && isPlain(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isPlain(char c) {
    return c >= ' ' && c < 0xD800 && c != '&' && c != '<' && c != '>' && c != '"';
  }

  private void room(int more) {
    if (chars.length - length < more) {
      chars = Arrays.copyOf(chars, Math.max(chars.length * 2, length + more));
    }
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public char charAt(int index) {
    return chars[index];
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new String(chars, start, end - start);
  }

  @Override
  public String toString() {
    return new String(chars, 0, length);
  }
}
