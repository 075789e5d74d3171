package app.regrip.windows.eventlog;

import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import app.regrip.text.Message;
import app.regrip.windows.win32.Win32;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.platform.win32.Wevtapi;
import com.sun.jna.platform.win32.Winevt.EVT_HANDLE;
import com.sun.jna.platform.win32.Winevt.EVT_RENDER_FLAGS;
import com.sun.jna.ptr.IntByReference;
import java.util.Optional;

/** A handle of the event log: a result set, a subscription or an event. */
record EventHandle(EVT_HANDLE handle) implements AutoCloseable {

  static final int NO_MORE_ITEMS = 259;

  /** What a subscription answers when it has nothing now (ERROR_INVALID_OPERATION). */
  static final int NOTHING_NOW = 4317;

  /** No text of an event comes near; a length beyond it is taken for a mistake. */
  private static final int LONGEST_BYTES = 16 << 20;

  private static final int ONE = 1;

  /**
   * @param opened what a call gave back; null is its failure
   */
  static EventHandle of(EVT_HANDLE opened, Message tried) throws PcException {
    if (opened == null || opened.getPointer() == null) {
      throw failure(tried, Native.getLastError());
    }
    return new EventHandle(opened);
  }

  /** In words for the two numbers a user can do something about. */
  static PcException failure(Message tried, int win32) {
    return switch (win32) {
      case Win32.ACCESS_DENIED ->
          new PcException(Message.of("windows.not-allowed", tried), HResult.ofWin32(win32));
      case EventLog.CHANNEL_NOT_FOUND ->
          new PcException(Message.of("windows.no-such-log", tried), HResult.ofWin32(win32));
      default -> Win32.failure(tried, win32);
    };
  }

  /**
   * The next event of a result set or a subscription; empty where there is none now.
   *
   * @param patienceMillis how long a result set may take; a subscription answers at once
   */
  Optional<EventHandle> next(Message tried, int patienceMillis) throws PcException {
    EVT_HANDLE[] events = new EVT_HANDLE[ONE];
    IntByReference returned = new IntByReference();
    if (Wevtapi.INSTANCE.EvtNext(handle, ONE, events, patienceMillis, 0, returned)) {
      return returned.getValue() == 0 ? Optional.empty() : Optional.of(of(events[0], tried));
    }
    int error = Native.getLastError();
    if (error == NO_MORE_ITEMS || error == NOTHING_NOW) {
      return Optional.empty();
    }
    throw failure(tried, error);
  }

  /** This event as XML. */
  String xml() throws PcException {
    Message tried = Message.of("windows.event-log.event");
    int flag = EVT_RENDER_FLAGS.EvtRenderEventXml;
    IntByReference used = new IntByReference();
    IntByReference properties = new IntByReference();
    if (Wevtapi.INSTANCE.EvtRender(null, handle, flag, 0, null, used, properties)) {
      return "";
    }
    int error = Native.getLastError();
    int bytes = used.getValue();
    if (error != Win32.INSUFFICIENT_BUFFER || bytes <= 0 || bytes > LONGEST_BYTES) {
      throw failure(tried, error);
    }
    try (Memory buffer = new Memory(bytes + 2L)) {
      buffer.clear();
      if (!Wevtapi.INSTANCE.EvtRender(null, handle, flag, bytes, buffer, used, properties)) {
        throw failure(tried, Native.getLastError());
      }
      return buffer.getWideString(0);
    }
  }

  @Override
  public void close() {
    Wevtapi.INSTANCE.EvtClose(handle);
  }
}
