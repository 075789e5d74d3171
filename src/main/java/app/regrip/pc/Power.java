package app.regrip.pc;

/** Keeps the PC from sleeping and asks it, politely, not to shut down. */
public interface Power {

  /**
   * Holds both off until closed; Windows shows {@code why} to a user who shuts down. A PC that
   * can't is no failure.
   */
  Hold stayAwake(String why);

  /** Held until closed; closing never throws. */
  interface Hold extends AutoCloseable {
    @Override
    void close();
  }
}
