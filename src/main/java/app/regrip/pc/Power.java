package app.regrip.pc;

import app.regrip.text.Message;

/** Keeps the PC from sleeping and asks it, politely, not to shut down. */
public interface Power {

  /**
   * Holds both off until closed; Windows shows {@code why} to a user who shuts down. A PC that
   * can't is no failure.
   */
  Hold stayAwake(Message why);

  /** Held until closed; closing never throws. */
  interface Hold extends AutoCloseable {
    @Override
    void close();
  }
}
