package app.regrip.simulated;

import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import app.regrip.pc.UpdateLog;
import app.regrip.text.Message;
import app.regrip.threads.Daemon;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A thread that tells of events that any process writes. The file system wakes it, and once a
 * minute it looks by itself; where the file system can't, it looks so often that nobody notices.
 */
final class EventSubscription implements UpdateLog.Subscription {

  private static final long LOOK_ANYWAY_AFTER_MILLIS = 60_000;
  private static final long WITHOUT_HELP_MILLIS = 200;
  private static final int ERROR_EVT_CHANNEL_NOT_FOUND = 15007;

  private final SimulatedUpdateLog log;
  private final Runnable onNews;
  private final Consumer<PcException> onLost;
  private final Thread thread;
  private volatile boolean closed;
  private long seen;

  private EventSubscription(
      SimulatedUpdateLog log, long seen, Runnable onNews, Consumer<PcException> onLost) {
    this.log = log;
    this.seen = seen;
    this.onNews = onNews;
    this.onLost = onLost;
    this.thread = Daemon.of("pretend-event-log", this::run);
  }

  /** Tells of events after number {@code seen}. */
  static EventSubscription start(
      SimulatedUpdateLog log, long seen, Runnable onNews, Consumer<PcException> onLost) {
    EventSubscription subscription = new EventSubscription(log, seen, onNews, onLost);
    subscription.thread.start();
    return subscription;
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }

  private void run() {
    try (Waiting waiting = Waiting.on(log.folderOfEvents())) {
      while (!closed) {
        tellOfNewEvents();
        waiting.untilSomethingChanges();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      if (!closed) {
        onLost.accept(
            new PcException(
                Message.of("simulated.event-log.watch-failed", PcFolder.words(e)),
                HResult.ofWin32(ERROR_EVT_CHANNEL_NOT_FOUND),
                e));
      }
    }
  }

  private void tellOfNewEvents() throws IOException {
    if (!log.hasEvent(seen)) {
      throw new UnusableException(Message.of("simulated.event-log.cleared"));
    }
    long before = seen;
    while (log.hasEvent(seen + 1)) {
      seen++;
    }
    if (seen > before && !closed) {
      onNews.run();
    }
  }

  /** Sleeps until a file comes into the folder or goes, or for a while. */
  private static final class Waiting implements Closeable {

    private final Optional<WatchService> watch;

    private Waiting(Optional<WatchService> watch) {
      this.watch = watch;
    }

    static Waiting on(Path folder) {
      try {
        WatchService watch = folder.getFileSystem().newWatchService();
        folder.register(
            watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_DELETE);
        return new Waiting(Optional.of(watch));
      } catch (IOException | UnsupportedOperationException e) {
        return new Waiting(Optional.empty());
      }
    }

    void untilSomethingChanges() throws InterruptedException {
      if (watch.isEmpty()) {
        Thread.sleep(WITHOUT_HELP_MILLIS);
        return;
      }
      WatchKey key = watch.get().poll(LOOK_ANYWAY_AFTER_MILLIS, TimeUnit.MILLISECONDS);
      if (key != null) {
        key.pollEvents();
        key.reset();
      }
    }

    @Override
    public void close() throws IOException {
      if (watch.isPresent()) {
        watch.get().close();
      }
    }
  }
}
