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

  /** Of two sources, the one that denies counts, then the one that knows. */
  Judgement or(Judgement other) {
    if (this == WRONG || other == WRONG) {
      return WRONG;
    }
    return this == UNKNOWN ? other : this;
  }

  String words() {
    return words;
  }
}
