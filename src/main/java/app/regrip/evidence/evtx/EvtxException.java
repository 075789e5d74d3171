package app.regrip.evidence.evtx;

/** A log, or one record of it, that can't be read. The message is for a person. */
public final class EvtxException extends Exception {

  private static final long serialVersionUID = 1L;

  /** A damaged log makes thousands of these, and where in our code it was noticed helps nobody. */
  public EvtxException(String why) {
    super(why, null, false, false);
  }
}
