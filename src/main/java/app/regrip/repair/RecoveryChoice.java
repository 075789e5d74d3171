package app.regrip.repair;

/** What to do with a repair that was interrupted. */
public enum RecoveryChoice {
  /** Put everything back as it was before it. */
  UNDO,
  /** Do the rest of it. */
  FINISH
}
