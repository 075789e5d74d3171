package app.regrip.windows.abi;

/** What a source says to a {@link Belief}. */
enum Judgement {
  TRUE("hold"),
  WRONG("are wrong"),
  /** It does not know the name. */
  UNKNOWN("have no counterpart");

  private final String words;

  Judgement(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
