package app.regrip.windows;

import app.regrip.pc.PcException;
import app.regrip.pc.UpdateLog;
import app.regrip.update.EventFields;
import com.sun.jna.Native;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.Wevtapi;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.Winevt.EVT_HANDLE;
import com.sun.jna.platform.win32.Winevt.EVT_SUBSCRIBE_FLAGS;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The events of the Windows Update client, out of Windows' event log. Needs no elevation.
 *
 * <p>A subscription is pushed: Windows sets an event object, and a thread of ours that waits for it
 * fetches what is new. So no thread of Windows ever calls into the JVM. How far it has come is kept
 * in a bookmark, so what happens while nobody listens is told at the next start, once.
 */
public final class WindowsUpdateLog implements UpdateLog {

  private static final System.Logger LOG = System.getLogger(WindowsUpdateLog.class.getName());
  private static final String SUBSCRIBING = "Listening to the event log";

  private final EventLog log = new EventLog();
  private final Path bookmark;

  /**
   * @param bookmark the file that keeps how far was listened; one listener per file
   */
  public WindowsUpdateLog(Path bookmark) {
    this.bookmark = bookmark;
  }

  /**
   * Each channel is asked by itself: nothing is documented on the order in which a query over both
   * answers, and one that passes over what it can't read would show it as empty.
   */
  @Override
  public List<String> eventsSince(Instant since, int limit) throws PcException {
    String xpath = UpdateEventQuery.since(since);
    List<String> events = new ArrayList<>(log.newest(UpdateEventQuery.SYSTEM, xpath, limit));
    events.addAll(operational(xpath, limit));
    events.sort(Comparator.comparing(WindowsUpdateLog::writtenAt));
    return List.copyOf(events.subList(Math.max(0, events.size() - limit), events.size()));
  }

  private List<String> operational(String xpath, int limit) throws PcException {
    try {
      return log.newest(UpdateEventQuery.OPERATIONAL, xpath, limit);
    } catch (PcException e) {
      if (!e.isWin32(EventLog.CHANNEL_NOT_FOUND)) {
        throw e;
      }
      LOG.log(Level.WARNING, "This Windows keeps no record of its searches for updates", e);
      return List.of();
    }
  }

  private static Instant writtenAt(String xml) {
    return EventFields.read(xml).flatMap(EventFields::time).orElse(Instant.MIN);
  }

  @Override
  public Subscription subscribe(Consumer<String> onEvent, Consumer<PcException> onLost)
      throws PcException {
    log.newest(UpdateEventQuery.SYSTEM, "*", 0);
    HANDLE signal = Kernel32.INSTANCE.CreateEvent(null, true, true, null);
    if (signal == null) {
      throw Win32.lastFailure(SUBSCRIBING);
    }
    EventBookmark place = null;
    try {
      place = EventBookmark.open(bookmark);
      EventHandle events = place.isFromEarlier() ? after(place, signal) : null;
      List<String> first = List.of();
      if (events == null) {
        if (place.isFromEarlier() || place.isForgotten()) {
          // Nobody knows what was missed; whoever listens is made to read the log again.
          first = newest();
        }
        EventBookmark fresh = EventBookmark.anew(bookmark);
        place.close();
        place = fresh;
        events = fromNow(signal);
      }
      EventListener listener = new EventListener(events, signal, place, first, onEvent, onLost);
      listener.start();
      return listener;
    } catch (PcException e) {
      if (place != null) {
        place.close();
      }
      Kernel32.INSTANCE.CloseHandle(signal);
      throw e;
    }
  }

  /** Where it can't be read now, whoever listens reads it from time to time anyway. */
  private List<String> newest() {
    try {
      return eventsSince(Instant.EPOCH, 1);
    } catch (PcException e) {
      LOG.log(Level.WARNING, "What happened before could not be read; what comes is heard", e);
      return List.of();
    }
  }

  /** Null where the log was cleared, or has written over the place. */
  private static EventHandle after(EventBookmark place, HANDLE signal) throws PcException {
    EVT_HANDLE opened = subscribe(signal, Optional.of(place.handle()));
    if (opened != null) {
      return new EventHandle(opened);
    }
    LOG.log(
        Level.INFO,
        "The event log has lost the place of the bookmark (Win32 {0}); it is read anew",
        Native.getLastError());
    return null;
  }

  private static EventHandle fromNow(HANDLE signal) throws PcException {
    return EventHandle.of(subscribe(signal, Optional.empty()), SUBSCRIBING);
  }

  /**
   * Null where Windows refuses, with the reason as the last error.
   *
   * @param bookmark behind which it begins; from now on where there is none
   */
  static EVT_HANDLE subscribe(HANDLE signal, Optional<EventHandle> bookmark) {
    int where =
        bookmark.isPresent()
            ? EVT_SUBSCRIBE_FLAGS.EvtSubscribeStartAfterBookmark
                | EVT_SUBSCRIBE_FLAGS.EvtSubscribeStrict
            : EVT_SUBSCRIBE_FLAGS.EvtSubscribeToFutureEvents;
    return Wevtapi.INSTANCE.EvtSubscribe(
        null,
        new EVT_HANDLE(signal.getPointer()),
        null,
        UpdateEventQuery.all(),
        bookmark.map(EventHandle::handle).orElse(null),
        null,
        null,
        where | EVT_SUBSCRIBE_FLAGS.EvtSubscribeTolerateQueryErrors);
  }
}
