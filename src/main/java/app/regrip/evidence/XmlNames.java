package app.regrip.evidence;

/** The names of elements and attributes, each made once: logs repeat some dozens of them. */
final class XmlNames {

  private static final int SLOTS = 1 << 10;

  /** Where no name stands. */
  static final Name NONE = new Name("");

  private static final boolean[] LETTERS = new boolean[0x80];
  private static final boolean[] LATER = new boolean[0x80];

  static {
    for (char c = 0; c < LETTERS.length; c++) {
      LETTERS[c] = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == ':';
      LATER[c] = LETTERS[c] || c >= '0' && c <= '9' || c == '-' || c == '.';
    }
  }

  private final Name[] names = new Name[SLOTS];

  /** A name, and its letters. */
  static final class Name {
    private final String text;
    private final char[] letters;

    Name(String text) {
      this.text = text;
      this.letters = text.toCharArray();
    }

    String text() {
      return text;
    }

    char[] letters() {
      return letters;
    }

    private boolean isIn(char[] characters, int from, int to) {
      if (letters.length != to - from) {
        return false;
      }
      for (int i = 0; i < letters.length; i++) {
        if (characters[from + i] != letters[i]) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * @param hash the same for the same letters
   */
  Name of(char[] characters, int from, int to, int hash) {
    int slot = (hash ^ hash >>> 10) & SLOTS - 1;
    Name known = names[slot];
    if (known != null && known.isIn(characters, from, to)) {
      return known;
    }
    Name name = new Name(new String(characters, from, to - from));
    names[slot] = name;
    return name;
  }

  static boolean begins(char c) {
    return c < 0x80 ? LETTERS[c] : Character.isLetter(c);
  }

  static boolean isOfName(char c) {
    return c < 0x80 ? LATER[c] : Character.isUnicodeIdentifierPart(c);
  }
}
