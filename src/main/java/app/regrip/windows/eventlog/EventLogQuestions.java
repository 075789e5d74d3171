package app.regrip.windows.eventlog;

import app.regrip.pc.PcException;
import app.regrip.selftest.Answer;
import app.regrip.selftest.Question;
import app.regrip.text.Message;
import app.regrip.windows.win32.Win32;
import com.sun.jna.Native;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.Wevtapi;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.Winevt.EVT_HANDLE;
import com.sun.jna.platform.win32.Winevt.EVT_QUERY_FLAGS;
import com.sun.jna.ptr.IntByReference;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Asks the event log about queries and subscriptions; reads only. */
public final class EventLogQuestions {

  private static final Message TRIED = Message.of("windows.event-log.ask");
  private static final int PATIENCE_MILLIS = 10_000;

  private EventLogQuestions() {}

  public static Map<String, Question> all() {
    return Map.of("U05", EventLogQuestions::query, "U08", EventLogQuestions::nothingNow);
  }

  /** Both that are asked: of all events for a subscription, and of those since some time. */
  private static Answer query() throws PcException {
    String sinceSomeTime = UpdateEventQuery.since(Instant.ofEpochSecond(1));
    new EventLog().newest(UpdateEventQuery.SYSTEM, sinceSomeTime, 1);
    int newestFirst =
        EVT_QUERY_FLAGS.EvtQueryChannelPath | EVT_QUERY_FLAGS.EvtQueryReverseDirection;
    try (EventHandle results =
        EventHandle.of(
            Wevtapi.INSTANCE.EvtQuery(null, null, UpdateEventQuery.all(), newestFirst),
            Message.of("windows.event-log.query"))) {
      Optional<EventHandle> newest = results.next(TRIED, PATIENCE_MILLIS);
      newest.ifPresent(EventHandle::close);
      return Answer.held(
          Message.of(newest.isPresent() ? "selftest.u05.events" : "selftest.u05.no-events"));
    }
  }

  private static Answer nothingNow() throws PcException {
    HANDLE signal = Kernel32.INSTANCE.CreateEvent(null, true, true, null);
    if (signal == null) {
      throw Win32.lastFailure(TRIED);
    }
    try (EventHandle events = EventHandle.of(WindowsUpdateLog.subscribe(signal), TRIED)) {
      EVT_HANDLE[] none = new EVT_HANDLE[1];
      if (Wevtapi.INSTANCE.EvtNext(events.handle(), 1, none, 0, 0, new IntByReference())) {
        Wevtapi.INSTANCE.EvtClose(none[0]);
        return Answer.couldNotAsk(Message.of("selftest.u08.event-came"));
      }
      int error = Native.getLastError();
      return Answer.of(
          error == EventHandle.NOTHING_NOW || error == EventHandle.NO_MORE_ITEMS,
          Message.of("selftest.u08.answered", Integer.toString(error)));
    } finally {
      Kernel32.INSTANCE.CloseHandle(signal);
    }
  }
}
