package app.regrip.selftest;

/** Asks the PC about one {@link Assumption}, and leaves it as it was. */
@FunctionalInterface
public interface Question {

  /**
   * May block for minutes.
   *
   * @throws app.regrip.pc.PcException where Windows refused: then it did not hold
   * @throws Exception where the question itself went wrong: then it was not asked
   */
  Answer ask() throws Exception;
}
