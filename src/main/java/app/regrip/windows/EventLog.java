package app.regrip.windows;

import app.regrip.pc.PcException;
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
  private static final String TRIED = "Reading the event log";

  @Override
  public List<String> events(String channel, String xpath) throws PcException {
    try {
      return query(channel, xpath, EVT_QUERY_FLAGS.EvtQueryChannelPath, MOST);
    } catch (PcException e) {
      if (e.isWin32(CHANNEL_NOT_FOUND)) {
        return List.of();
      }
      throw e;
    }
  }

  /** Fails where the channel is not there or may not be read. */
  void requireReadable(String channel) throws PcException {
    query(channel, "*", EVT_QUERY_FLAGS.EvtQueryChannelPath, 0);
  }

  /**
   * @param structured a query as XML, over several channels; one that is not there is passed over
   */
  List<String> newest(String structured, int limit) throws PcException {
    int tolerant =
        EVT_QUERY_FLAGS.EvtQueryChannelPath | EVT_QUERY_FLAGS.EvtQueryTolerateQueryErrors;
    return query(null, structured, tolerant, limit);
  }

  private static List<String> query(String channel, String query, int flags, int limit)
      throws PcException {
    List<String> events = new ArrayList<>();
    int newestFirst = flags | EVT_QUERY_FLAGS.EvtQueryReverseDirection;
    try (EventHandle results =
        EventHandle.of(Wevtapi.INSTANCE.EvtQuery(null, channel, query, newestFirst), TRIED)) {
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
