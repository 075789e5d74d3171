package app.regrip.evidence;

/** Takes what a {@link LogReader} finds, in the order of the file. */
interface EvidenceSink {

  /** The name of the PC that what follows is of. */
  void pc(String name);

  void event(LoggedEvent event);

  void run(ToolRun run);

  void change(PackageChange change);

  void clue(Hint clue);

  void problem(Problem problem);
}
