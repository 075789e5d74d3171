package app.regrip.evidence.evtx;

import app.regrip.text.Message;

/** A log, or one record of it, that can't be read. */
public final class EvtxException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Message why;

  /** A damaged log makes thousands of these, and where in our code it was noticed helps nobody. */
  public EvtxException(Message why) {
    super(null, null, false, false);
    this.why = why;
  }

  /** What is wrong with it, without a full stop. */
  public Message why() {
    return why;
  }

  @Override
  public String getMessage() {
    return why.english();
  }
}
