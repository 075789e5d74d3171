package app.regrip.cli;

/** The user's Ctrl+C. */
public interface Interrupts {

  /**
   * Runs {@code politely} once when the user presses Ctrl+C, and then gives the caller some time to
   * end; close the result when done, and the process may go.
   */
  Registration onInterrupt(Runnable politely);

  /** Keeps the action registered until closed. */
  interface Registration extends AutoCloseable {
    @Override
    void close();
  }
}
