package app.regrip.evidence;

/** Takes what a {@link LogReader} finds, in the order of the file. */
public interface EvidenceSink {

  void event(LoggedEvent event);

  void run(ToolRun run);

  void clue(Clue clue);

  void problem(Problem problem);
}
