package app.regrip.helper;

import app.regrip.repair.RepairEvent;
import app.regrip.threads.Daemon;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Carries a repair's events to whoever watches: to the process that started the helper, and to a
 * file beside the journal, so that a window opened later finds its place. A watcher that is slow,
 * stuck or gone never holds up the repair: the repair goes on and lines are dropped.
 */
public final class EventStream implements AutoCloseable {

  private static final int WAITING_LINES = 4096;
  private static final long PATIENCE_MILLIS = 1000;

  private final BlockingQueue<String> waiting = new ArrayBlockingQueue<>(WAITING_LINES);
  private final Writer watcher;
  private final Writer file;
  private final Thread pump;
  private volatile boolean closing;

  public EventStream(OutputStream watcher, Path file) throws IOException {
    this.watcher = new BufferedWriter(new OutputStreamWriter(watcher, StandardCharsets.UTF_8));
    Files.createDirectories(file.toAbsolutePath().getParent());
    this.file =
        Files.newBufferedWriter(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING);
    this.pump = Daemon.start("event-stream", this::pump);
  }

  public void send(RepairEvent event) {
    String line = EventLine.of(event);
    try {
      file.write(line + "\n");
      file.flush();
    } catch (IOException e) {
      // The journal is what counts; a watcher that comes later sees less.
    }
    waiting.offer(line);
  }

  /** Gives the last lines a moment to get out. */
  @Override
  public void close() {
    closing = true;
    try {
      pump.join(PATIENCE_MILLIS);
      file.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      // As in send.
    }
  }

  private void pump() {
    try {
      while (true) {
        String line = waiting.poll(50, TimeUnit.MILLISECONDS);
        if (line != null) {
          watcher.write(line + "\n");
          watcher.flush();
        } else if (closing) {
          return;
        }
      }
    } catch (IOException | InterruptedException e) {
      // The watcher is gone; the repair goes on.
    }
  }
}
