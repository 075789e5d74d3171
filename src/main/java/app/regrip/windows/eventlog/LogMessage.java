package app.regrip.windows.eventlog;

/** The messages of events.mc. Others rely on a number, so none ever gets another meaning. */
public enum LogMessage {
  /** Fix, run. */
  STARTED(1001, true, 2),
  /** Fix, run, words. */
  PROVEN(1002, true, 3),
  /** Fix, run, kind of verdict, words, error. */
  WITHOUT_PROOF(1003, false, 5),
  /** Fix, run. */
  CUT_OFF(1004, false, 2),
  /** Error, words, what failed, update. */
  FAILURE(1005, false, 4),
  /** Names and values. */
  POLICY(1006, true, 1);

  private final int id;
  private final boolean good;
  private final int places;

  LogMessage(int id, boolean good, int places) {
    this.id = id;
    this.good = good;
    this.places = places;
  }

  public int id() {
    return id;
  }

  /** Whether it is information, and no warning. */
  public boolean isGood() {
    return good;
  }

  /** For how many words its text has a place. */
  public int places() {
    return places;
  }
}
