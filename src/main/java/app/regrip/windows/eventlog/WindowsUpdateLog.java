package app.regrip.windows.eventlog;

import app.regrip.pc.PcException;
import app.regrip.pc.UpdateLog;
import app.regrip.text.Message;
import app.regrip.windows.win32.Win32;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.Wevtapi;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.Winevt.EVT_HANDLE;
import com.sun.jna.platform.win32.Winevt.EVT_SUBSCRIBE_FLAGS;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The events of the Windows Update client, out of Windows' event log. Needs no elevation.
 *
 * <p>A subscription is a doorbell: Windows sets an event object, and a thread of ours that waits
 * for it says that there is something new. So no thread of Windows ever calls into the JVM, and
 * what happened while nobody listened is read, not remembered.
 */
public final class WindowsUpdateLog implements UpdateLog {

  private static final System.Logger LOG = System.getLogger(WindowsUpdateLog.class.getName());
  private static final Message SUBSCRIBING = Message.of("windows.event-log.listen");

  private final EventLog log = new EventLog();

  /**
   * Each channel is asked by itself: nothing is documented on the order in which a query over both
   * answers, and one that passes over what it can't read would show it as empty.
   */
  @Override
  public List<String> eventsSince(Instant since, int limit) throws PcException {
    String xpath = UpdateEventQuery.since(since);
    List<String> events = new ArrayList<>(log.newest(UpdateEventQuery.SYSTEM, xpath, limit));
    events.addAll(operational(xpath, limit));
    return List.copyOf(events);
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

  @Override
  public Subscription subscribe(Runnable onNews, Consumer<PcException> onLost) throws PcException {
    log.newest(UpdateEventQuery.SYSTEM, "*", 0);
    HANDLE signal = Kernel32.INSTANCE.CreateEvent(null, true, true, null);
    if (signal == null) {
      throw Win32.lastFailure(SUBSCRIBING);
    }
    try {
      EventHandle events = EventHandle.of(subscribe(signal), SUBSCRIBING);
      EventListener listener = new EventListener(events, signal, onNews, onLost);
      listener.start();
      return listener;
    } catch (PcException e) {
      Kernel32.INSTANCE.CloseHandle(signal);
      throw e;
    }
  }

  /** To what comes from now on; null where Windows refuses, with the reason as the last error. */
  static EVT_HANDLE subscribe(HANDLE signal) {
    return Wevtapi.INSTANCE.EvtSubscribe(
        null,
        new EVT_HANDLE(signal.getPointer()),
        null,
        UpdateEventQuery.all(),
        null,
        null,
        null,
        EVT_SUBSCRIBE_FLAGS.EvtSubscribeToFutureEvents
            | EVT_SUBSCRIBE_FLAGS.EvtSubscribeTolerateQueryErrors);
  }
}
