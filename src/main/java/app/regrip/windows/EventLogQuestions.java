package app.regrip.windows;

import app.regrip.pc.PcException;
import app.regrip.selftest.Answer;
import app.regrip.selftest.Question;
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

/** Asks the event log about queries, bookmarks and subscriptions; reads only. */
final class EventLogQuestions {

  private static final String TRIED = "Asking the event log";
  private static final int PATIENCE_MILLIS = 10_000;

  /** A place no log has ever reached. */
  private static final String NOWHERE =
      "<BookmarkList><Bookmark Channel='System' RecordId='4611686018427387904' IsCurrent='true'/>"
          + "</BookmarkList>";

  private EventLogQuestions() {}

  static Map<String, Question> all() {
    return Map.of(
        "U05", EventLogQuestions::query,
        "U06", EventLogQuestions::bookmarkOfOneChannel,
        "U07", EventLogQuestions::lostPlace,
        "U08", EventLogQuestions::nothingNow);
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
            "The query")) {
      Optional<EventHandle> newest = results.next(TRIED, PATIENCE_MILLIS);
      newest.ifPresent(EventHandle::close);
      return Answer.held(
          newest.isPresent() ? "accepted, with events" : "accepted; there is no event yet");
    }
  }

  private static Answer bookmarkOfOneChannel() throws PcException {
    for (String channel : UpdateEventQuery.CHANNELS) {
      Optional<EventHandle> newest = newest(channel);
      if (newest.isPresent()) {
        try (EventHandle event = newest.get();
            EventHandle bookmark =
                EventHandle.of(Wevtapi.INSTANCE.EvtCreateBookmark(null), TRIED)) {
          if (!Wevtapi.INSTANCE.EvtUpdateBookmark(bookmark.handle(), event.handle())) {
            throw Win32.lastFailure("Moving a bookmark");
          }
          String place = "after an event of " + channel;
          return subscription(bookmark)
              .map(error -> Answer.didNotHold(place + " it was refused with Win32 " + error))
              .orElseGet(() -> Answer.held(place + " it was accepted"));
        }
      }
    }
    return Answer.couldNotAsk("the update client has written no event yet");
  }

  private static Optional<EventHandle> newest(String channel) throws PcException {
    String xpath = "*[System[Provider[@Name='Microsoft-Windows-WindowsUpdateClient']]]";
    int newestFirst =
        EVT_QUERY_FLAGS.EvtQueryChannelPath | EVT_QUERY_FLAGS.EvtQueryReverseDirection;
    EVT_HANDLE opened = Wevtapi.INSTANCE.EvtQuery(null, channel, xpath, newestFirst);
    if (opened == null && Native.getLastError() == EventLog.CHANNEL_NOT_FOUND) {
      return Optional.empty();
    }
    try (EventHandle results = EventHandle.of(opened, TRIED)) {
      return results.next(TRIED, PATIENCE_MILLIS);
    }
  }

  private static Answer lostPlace() throws PcException {
    try (EventHandle bookmark =
        EventHandle.of(Wevtapi.INSTANCE.EvtCreateBookmark(NOWHERE), TRIED)) {
      return subscription(bookmark)
          .map(error -> Answer.held("refused with Win32 " + error))
          .orElseGet(() -> Answer.didNotHold("it was accepted, so what was missed is not noticed"));
    }
  }

  /** Subscribes as the tray does and ends it at once; the error where it is refused. */
  private static Optional<Integer> subscription(EventHandle bookmark) throws PcException {
    return withSignal(
        signal -> {
          EVT_HANDLE opened = WindowsUpdateLog.subscribe(signal, Optional.of(bookmark));
          int error = Native.getLastError();
          if (opened == null) {
            return Optional.of(error);
          }
          Wevtapi.INSTANCE.EvtClose(opened);
          return Optional.empty();
        });
  }

  private static Answer nothingNow() throws PcException {
    return withSignal(
        signal -> {
          try (EventHandle events =
              EventHandle.of(WindowsUpdateLog.subscribe(signal, Optional.empty()), TRIED)) {
            EVT_HANDLE[] none = new EVT_HANDLE[1];
            if (Wevtapi.INSTANCE.EvtNext(events.handle(), 1, none, 0, 0, new IntByReference())) {
              Wevtapi.INSTANCE.EvtClose(none[0]);
              return Answer.couldNotAsk("an event came just then; ask once more");
            }
            int error = Native.getLastError();
            return Answer.of(
                error == EventHandle.NOTHING_NOW || error == EventHandle.NO_MORE_ITEMS,
                "it answered Win32 " + error);
          }
        });
  }

  private static <T> T withSignal(Asked<T> asked) throws PcException {
    HANDLE signal = Kernel32.INSTANCE.CreateEvent(null, true, true, null);
    if (signal == null) {
      throw Win32.lastFailure(TRIED);
    }
    try {
      return asked.by(signal);
    } finally {
      Kernel32.INSTANCE.CloseHandle(signal);
    }
  }

  private interface Asked<T> {
    T by(HANDLE signal) throws PcException;
  }
}
