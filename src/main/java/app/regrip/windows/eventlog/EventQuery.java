package app.regrip.windows.eventlog;

import app.regrip.pc.PcException;
import java.util.List;

/** Reads the event log. */
@FunctionalInterface
public interface EventQuery {

  /**
   * The events of one channel that an XPath selects, as XML, newest first; none where the channel
   * is not there.
   */
  List<String> events(String channel, String xpath) throws PcException;
}
