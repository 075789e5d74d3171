package app.regrip.selftest;

import app.regrip.text.Message;
import java.util.Objects;

/** What a Windows says to one {@link Assumption}. */
public sealed interface Answer {

  /** What was seen, or why nothing was, with the numbers Windows gave. */
  Message seen();

  /** It is as Regrip believes. */
  record Held(Message seen) implements Answer {
    public Held {
      Objects.requireNonNull(seen);
    }
  }

  record DidNotHold(Message seen) implements Answer {
    public DidNotHold {
      Objects.requireNonNull(seen);
    }
  }

  /** Never a reason to believe either way. */
  record CouldNotAsk(Message seen) implements Answer {
    public CouldNotAsk {
      Objects.requireNonNull(seen);
    }
  }

  static Answer held(Message seen) {
    return new Held(seen);
  }

  static Answer didNotHold(Message seen) {
    return new DidNotHold(seen);
  }

  static Answer couldNotAsk(Message why) {
    return new CouldNotAsk(why);
  }

  static Answer of(boolean holds, Message seen) {
    return holds ? held(seen) : didNotHold(seen);
  }

  /** The same answer in other words. */
  default Answer saying(Message words) {
    if (this instanceof Held) {
      return held(words);
    }
    return this instanceof DidNotHold ? didNotHold(words) : couldNotAsk(words);
  }
}
