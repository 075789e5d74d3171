package app.regrip.desktop;

import app.regrip.pc.QuietTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * What waits for the end of a quiet time: of each name the newest, shown once. Windows tells nobody
 * when a full screen ends, so it is asked from time to time, while something waits.
 */
final class HeldBack {

  private final QuietTime quiet;
  private final Executor later;
  private final Map<String, Runnable> waiting = new LinkedHashMap<>();
  private boolean asking;

  /**
   * @param later does the work after a while, on the one thread this is used on
   */
  HeldBack(QuietTime quiet, Executor later) {
    this.quiet = quiet;
    this.later = later;
  }

  /** True where it is quiet now and this waits; false where the caller may show it now. */
  boolean keeps(String name, Runnable showing) {
    if (!quiet.isNow()) {
      waiting.remove(name);
      return false;
    }
    waiting.put(name, showing);
    askLater();
    return true;
  }

  boolean holds(String name) {
    return waiting.containsKey(name);
  }

  void drop(String name) {
    waiting.remove(name);
  }

  private void askLater() {
    if (!asking) {
      asking = true;
      later.execute(this::ask);
    }
  }

  private void ask() {
    asking = false;
    if (waiting.isEmpty()) {
      return;
    }
    if (quiet.isNow()) {
      askLater();
      return;
    }
    List<Runnable> due = List.copyOf(waiting.values());
    waiting.clear();
    due.forEach(Runnable::run);
  }
}
