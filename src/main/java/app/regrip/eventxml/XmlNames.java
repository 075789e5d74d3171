package app.regrip.eventxml;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The names of elements and attributes, each made once: logs repeat some dozens of them. */
final class XmlNames {

  private static final int SLOTS = 1 << 10;

  /** Where no name stands. */
  static final Name NONE = new Name(new byte[0], "");

  private final Name[] names = new Name[SLOTS];

  /** A name, and its letters in UTF-8. */
  static final class Name {
    private final byte[] letters;
    private final String text;

    Name(byte[] letters, String text) {
      this.letters = letters;
      this.text = text;
    }

    String text() {
      return text;
    }

    int length() {
      return letters.length;
    }

    boolean isAt(byte[] bytes, int from, int to) {
      int length = letters.length;
      if (to - from < length) {
        return false;
      }
      for (int i = 0; i < length; i++) {
        if (bytes[from + i] != letters[i]) {
          return false;
        }
      }
      return true;
    }
  }

  /** {@link #NONE} where what stands there is no name. */
  Name of(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length == 0) {
      return NONE;
    }
    int hash = length + 31 * (bytes[to - 1] + 31 * (bytes[from + length / 2] + 31 * bytes[from]));
    int slot = (hash ^ hash >>> 10) & SLOTS - 1;
    Name known = names[slot];
    if (known != null && known.length() == length && known.isAt(bytes, from, to)) {
      return known;
    }
    Name name = made(Arrays.copyOfRange(bytes, from, to));
    if (name != NONE) {
      names[slot] = name;
    }
    return name;
  }

  private static Name made(byte[] letters) {
    String text = new String(letters, StandardCharsets.UTF_8);
    boolean isName = begins(text.charAt(0)) && text.chars().allMatch(XmlNames::continues);
    return isName ? new Name(letters, text) : NONE;
  }

  private static boolean begins(char c) {
    return Character.isLetter(c) || c == '_' || c == ':';
  }

  private static boolean continues(int c) {
    return c == '-' || c == '.' || c == ':' || Character.isUnicodeIdentifierPart(c);
  }
}
