package app.regrip.session;

import app.regrip.threads.Daemon;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.concurrent.TimeUnit;

/**
 * Tells that a helper has begun or ended, whoever started it: each puts a sign into the folder of
 * the runs. The file system wakes this, so an idle Regrip does nothing but look every ten minutes,
 * should that fail. Where the file system can't, it looks every few seconds.
 *
 * <p>Before the first repair there is no such folder; then it is the nearest one above that is
 * watched.
 */
final class RunsWatch implements AutoCloseable {

  private static final long LOOK_ANYWAY_SECONDS = 600;
  private static final long WITHOUT_HELP_SECONDS = 3;

  private final Path runs;
  private final Runnable changed;
  private final Thread thread;

  private RunsWatch(Path runs, Runnable changed) {
    this.runs = runs.toAbsolutePath();
    this.changed = changed;
    this.thread = Daemon.of("runs-watch", this::run);
  }

  static RunsWatch start(Path runs, Runnable changed) {
    RunsWatch watch = new RunsWatch(runs, changed);
    watch.thread.start();
    return watch;
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private void run() {
    try {
      try (WatchService service = runs.getFileSystem().newWatchService()) {
        watch(service);
      } catch (IOException | UnsupportedOperationException e) {
        System.getLogger(RunsWatch.class.getName())
            .log(Level.INFO, "the folder of repairs can't be watched, and is looked at", e);
        while (true) {
          changed.run();
          TimeUnit.SECONDS.sleep(WITHOUT_HELP_SECONDS);
        }
      }
    } catch (InterruptedException | ClosedWatchServiceException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Looks after it has begun to watch, so that nothing falls in between. */
  private void watch(WatchService service) throws IOException, InterruptedException {
    while (true) {
      try {
        watch(service, nearest());
      } catch (NoSuchFileException e) {
        // Gone since it was found: there is another one above.
      }
    }
  }

  private void watch(WatchService service, Path place) throws IOException, InterruptedException {
    WatchKey key =
        place.register(
            service, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_DELETE);
    boolean stands = nearest().equals(place);
    if (stands) {
      changed.run();
    }
    while (stands) {
      WatchKey woken = service.poll(LOOK_ANYWAY_SECONDS, TimeUnit.SECONDS);
      if (woken != null) {
        woken.pollEvents();
      }
      changed.run();
      stands = key.reset() && nearest().equals(place);
    }
    key.cancel();
  }

  private Path nearest() {
    Path place = runs;
    while (!Files.isDirectory(place) && place.getParent() != null) {
      place = place.getParent();
    }
    return place;
  }
}
