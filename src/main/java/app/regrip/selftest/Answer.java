package app.regrip.selftest;

import java.util.Objects;

/** What a Windows says to one {@link Assumption}. */
public sealed interface Answer {

  /** What was seen, or why nothing was: plain English with the numbers Windows gave. */
  String seen();

  /** It is as Regrip believes. */
  record Held(String seen) implements Answer {
    public Held {
      Objects.requireNonNull(seen);
    }
  }

  record DidNotHold(String seen) implements Answer {
    public DidNotHold {
      Objects.requireNonNull(seen);
    }
  }

  /** Never a reason to believe either way. */
  record CouldNotAsk(String seen) implements Answer {
    public CouldNotAsk {
      Objects.requireNonNull(seen);
    }
  }

  static Answer held(String seen) {
    return new Held(seen);
  }

  static Answer didNotHold(String seen) {
    return new DidNotHold(seen);
  }

  static Answer couldNotAsk(String why) {
    return new CouldNotAsk(why);
  }

  static Answer of(boolean holds, String seen) {
    return holds ? held(seen) : didNotHold(seen);
  }

  /**
   * Only a person can see it.
   *
   * @param where what to do and what has to be seen then
   */
  static Answer lookAt(String where) {
    return couldNotAsk("look at " + where);
  }

  /** The same answer in other words. */
  default Answer saying(String words) {
    if (this instanceof Held) {
      return held(words);
    }
    return this instanceof DidNotHold ? didNotHold(words) : couldNotAsk(words);
  }
}
