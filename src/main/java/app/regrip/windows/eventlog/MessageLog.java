package app.regrip.windows.eventlog;

import app.regrip.pc.PcException;
import java.lang.System.Logger.Level;

/** Where messages for those who collect the event logs of many PCs are written. */
@FunctionalInterface
public interface MessageLog {

  /**
   * @param words what is put into the text, as many as it has places
   */
  void write(LogMessage message, String... words) throws PcException;

  /** Regrip goes on where nothing can be written. */
  default void tryToWrite(LogMessage message, String... words) {
    try {
      write(message, words);
    } catch (PcException e) {
      System.getLogger(MessageLog.class.getName())
          .log(Level.WARNING, "the event log is not told of " + message, e);
    }
  }
}
