package app.regrip.windows.eventlog;

import app.regrip.pc.PcException;
import app.regrip.pc.UpdateLog;
import app.regrip.text.Message;
import app.regrip.threads.Daemon;
import app.regrip.windows.win32.Win32;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Consumer;

/** The thread that waits for a subscription's events and tells of them. Owns all it was given. */
final class EventListener implements UpdateLog.Subscription {

  private static final System.Logger LOG = System.getLogger(EventListener.class.getName());
  private static final Message TRIED = Message.of("windows.event-log.new-event");
  private static final int GOODBYE_MILLIS = 2000;

  private final EventHandle events;
  private final HANDLE signal;
  private final Runnable onNews;
  private final Consumer<PcException> onLost;
  private final Thread thread = Daemon.of("event-log", this::listen);
  private volatile boolean closed;
  private boolean released;

  EventListener(EventHandle events, HANDLE signal, Runnable onNews, Consumer<PcException> onLost) {
    this.events = events;
    this.signal = signal;
    this.onNews = onNews;
    this.onLost = onLost;
  }

  void start() {
    thread.start();
  }

  /** The thread gives the handles back, so that nothing is closed under its hands. */
  @Override
  public void close() {
    closed = true;
    wake();
    if (Thread.currentThread() == thread) {
      return;
    }
    try {
      thread.join(GOODBYE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A handle given back may by now be the number of another object. */
  private synchronized void wake() {
    if (!released) {
      Kernel32.INSTANCE.SetEvent(signal);
    }
  }

  private synchronized void release() {
    released = true;
    events.close();
    Kernel32.INSTANCE.CloseHandle(signal);
  }

  private void listen() {
    try {
      while (!closed) {
        if (Kernel32.INSTANCE.WaitForSingleObject(signal, WinBase.INFINITE)
            != WinBase.WAIT_OBJECT_0) {
          throw Win32.lastFailure(Message.of("windows.event-log.wait"));
        }
        // First reset, then fetch: what comes in between sets it again.
        if (!closed && !Kernel32.INSTANCE.ResetEvent(signal)) {
          throw Win32.lastFailure(Message.of("windows.event-log.wait"));
        }
        if (drain()) {
          onNews.run();
        }
      }
    } catch (PcException e) {
      if (!closed) {
        onLost.accept(e);
      }
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "listening to the event log stumbled", e);
      onLost.accept(Win32.failure(TRIED, Win32.OPERATION_ABORTED));
    } finally {
      release();
    }
  }

  /** Windows tells of more only after all there is was fetched. */
  private boolean drain() throws PcException {
    boolean isNew = false;
    Optional<EventHandle> next = closed ? Optional.empty() : events.next(TRIED, 0);
    while (next.isPresent()) {
      isNew = true;
      next.get().close();
      next = closed ? Optional.empty() : events.next(TRIED, 0);
    }
    return isNew;
  }
}
