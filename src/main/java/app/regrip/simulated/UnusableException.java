package app.regrip.simulated;

import app.regrip.text.Message;
import java.io.IOException;

/** A pretend PC, or a part of it, that can't be used as it is. */
public final class UnusableException extends IOException {

  private final transient Message what;

  UnusableException(Message what) {
    this(what, null);
  }

  UnusableException(Message what, Throwable cause) {
    super(what.english(), cause);
    this.what = what;
  }

  /** In words: of a whole PC a sentence, of a part what comes after a colon. */
  public Message what() {
    return what;
  }
}
