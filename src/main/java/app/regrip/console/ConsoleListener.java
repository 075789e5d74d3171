package app.regrip.console;

/** Hears what a console program does while it runs. */
public interface ConsoleListener {

  /**
   * The program came further. Called only when it did: the values of one run rise.
   *
   * @param percent 0 to 100
   */
  void progressed(double percent);

  /** The program wrote a line of text, not blank and without its progress. */
  void said(String line);
}
