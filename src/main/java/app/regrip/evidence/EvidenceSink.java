package app.regrip.evidence;

import app.regrip.errors.HResult;

/** Takes what a {@link LogReader} finds, in the order of the file. */
interface EvidenceSink {

  /** The name of the PC that what follows is of. */
  void pc(String name);

  default void event(LoggedEvent event) {
    event("", event);
  }

  /**
   * An event of a text that is about several PCs.
   *
   * @param pc the one it happened on; empty where the text does not tell
   */
  void event(String pc, LoggedEvent event);

  /**
   * A search for updates failed so that a person or a script asked for. Windows searches by itself
   * too, and sometimes in vain.
   */
  default void asked(HResult error) {}

  void run(ToolRun run);

  void change(PackageChange change);

  void clue(Hint clue);

  void problem(Problem problem);

  /** These lines are the words of an event whose meaning is known, and nobody's complaint. */
  void explained(long from, long to);
}
