package app.regrip.session;

import app.regrip.helper.EventLine;
import app.regrip.repair.RepairEvent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Follows a repair that another Regrip started, by the event file of its run: what is there first,
 * then what is added, until the helper has gone.
 */
final class RunFollower {

  private static final long BETWEEN_LOOKS_MILLIS = 200;

  private final Path file;
  private final BooleanSupplier helperLives;

  RunFollower(Path file, BooleanSupplier helperLives) {
    this.file = file;
    this.helperLives = helperLives;
  }

  /** Reads what is there and returns. */
  static void readAll(Path file, Consumer<RepairEvent> events) {
    new RunFollower(file, () -> false).read(0, events);
  }

  void start(Consumer<RepairEvent> events, Runnable ended) {
    Thread thread = new Thread(() -> follow(events, ended), "regrip-run-follower");
    thread.setDaemon(true);
    thread.start();
  }

  private void follow(Consumer<RepairEvent> events, Runnable ended) {
    long position = 0;
    try {
      boolean alive = true;
      while (alive) {
        alive = helperLives.getAsBoolean();
        position = read(position, events);
        if (alive) {
          Thread.sleep(BETWEEN_LOOKS_MILLIS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    ended.run();
  }

  /** Reads whole lines from there on and returns where to go on. */
  private long read(long position, Consumer<RepairEvent> events) {
    try (var channel = Files.newByteChannel(file)) {
      long from = channel.size() < position ? 0 : position;
      channel.position(from);
      byte[] bytes = new byte[(int) Math.min(Integer.MAX_VALUE - 8, channel.size() - from)];
      channel.read(ByteBuffer.wrap(bytes));
      int end = bytes.length;
      while (end > 0 && bytes[end - 1] != '\n') {
        end--;
      }
      new String(bytes, 0, end, StandardCharsets.UTF_8)
          .lines()
          .forEach(line -> EventLine.read(line).ifPresent(events));
      return from + end;
    } catch (IOException e) {
      return position;
    }
  }
}
