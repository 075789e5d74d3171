package app.regrip.windows.eventlog;

import app.regrip.pc.PcException;
import app.regrip.text.Message;
import com.sun.jna.platform.win32.Wevtapi;
import com.sun.jna.platform.win32.Winevt.EVT_QUERY_FLAGS;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks Windows' event log and gives the events as XML, newest first. */
public final class EventLog implements EventQuery {

  static final int CHANNEL_NOT_FOUND = 15007;

  private static final int MOST = 1000;
  private static final int PATIENCE_MILLIS = 10_000;
  private static final Message TRIED = Message.of("pc.event-log.read");

  @Override
  public List<String> events(String channel, String xpath) throws PcException {
    try {
      return newest(channel, xpath, MOST);
    } catch (PcException e) {
      if (e.isWin32(CHANNEL_NOT_FOUND)) {
        return List.of();
      }
      throw e;
    }
  }

  /** The newest events of a channel that an XPath selects; fails where the channel is not there. */
  List<String> newest(String channel, String xpath, int limit) throws PcException {
    List<String> events = new ArrayList<>();
    int newestFirst =
        EVT_QUERY_FLAGS.EvtQueryChannelPath | EVT_QUERY_FLAGS.EvtQueryReverseDirection;
    try (EventHandle results =
        EventHandle.of(Wevtapi.INSTANCE.EvtQuery(null, channel, xpath, newestFirst), TRIED)) {
      while (events.size() < limit) {
        Optional<EventHandle> next = results.next(TRIED, PATIENCE_MILLIS);
        if (next.isEmpty()) {
          break;
        }
        try (EventHandle event = next.get()) {
          events.add(event.xml());
        }
      }
    }
    return events;
  }
}
