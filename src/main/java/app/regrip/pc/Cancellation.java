package app.regrip.pc;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The user's wish to stop. It is asked for once, never withdrawn, and seen by whoever does
 * something long.
 */
public final class Cancellation {

  private final AtomicBoolean requested = new AtomicBoolean();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /** One that nobody ever asks for. */
  public static Cancellation never() {
    return new Cancellation();
  }

  public void request() {
    if (requested.compareAndSet(false, true)) {
      listeners.forEach(Runnable::run);
    }
  }

  public boolean isRequested() {
    return requested.get();
  }

  /**
   * Runs {@code action} when cancellation is asked for, or at once if it was. Close the result to
   * forget the action.
   */
  public Registration onRequest(Runnable action) {
    listeners.add(action);
    if (isRequested() && listeners.remove(action)) {
      action.run();
      return () -> {};
    }
    return () -> listeners.remove(action);
  }

  /** Keeps an action registered until closed. */
  public interface Registration extends AutoCloseable {
    @Override
    void close();
  }
}
