package app.regrip.session;

import app.regrip.pc.Cancellation;
import app.regrip.pc.PcException;
import app.regrip.pc.UpdateAgent;
import app.regrip.pc.UpdateAgent.SearchResult;
import app.regrip.threads.Daemon;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Makes Windows check for updates because the user wants to know now. That takes no administrator's
 * rights, downloads nothing, and may last many minutes, so it has a thread of its own. Of several
 * wishes at a time one is granted.
 */
final class UpdateChecks {

  private static final Duration GOODBYE = Duration.ofSeconds(2);

  private final UpdateAgent agent;
  private final Clock clock;
  private final Consumer<UpdateCheck> changed;
  private final Cancellation stop = new Cancellation();
  private UpdateCheck last = UpdateCheck.NEVER;
  private Optional<Thread> thread = Optional.empty();

  /**
   * @param changed told of the beginning, on the thread that asked, and of the end, on a thread of
   *     the check
   */
  UpdateChecks(UpdateAgent agent, Clock clock, Consumer<UpdateCheck> changed) {
    this.agent = agent;
    this.clock = clock;
    this.changed = changed;
  }

  void begin() {
    Thread check = Daemon.of("update-check", this::check);
    synchronized (this) {
      if (last.running() || stop.isRequested()) {
        return;
      }
      last = last.begun();
      thread = Optional.of(check);
    }
    changed.accept(last());
    check.start();
  }

  synchronized UpdateCheck last() {
    return last;
  }

  /**
   * Nothing is told any more. A check that is under way is asked to stop, and given a moment for
   * it, so that it leaves nothing half done.
   */
  void close() {
    stop.request();
    try {
      if (thread().isPresent()) {
        thread().get().join(GOODBYE.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized Optional<Thread> thread() {
    return thread;
  }

  private void check() {
    SearchResult answer;
    try {
      answer = agent.search(UpdateAgent.PATIENCE, stop);
    } catch (PcException e) {
      answer = SearchResult.failed(e.code());
    }
    UpdateCheck ended =
        new UpdateCheck(
            false,
            Optional.of(clock.instant()),
            Optional.of(answer.result()),
            answer.waiting().size());
    synchronized (this) {
      last = ended;
    }
    if (!stop.isRequested()) {
      changed.accept(ended);
    }
  }
}
