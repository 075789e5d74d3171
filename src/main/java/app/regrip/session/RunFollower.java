package app.regrip.session;

import app.regrip.helper.EventLine;
import app.regrip.repair.RepairEvent;
import app.regrip.threads.Daemon;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Follows a repair that another Regrip started, by the events of its helper's turn: what is there
 * first, then what is added, until that helper has gone. The file is opened once, so that it can be
 * read to its end also when the next helper has deleted it meanwhile.
 */
final class RunFollower {

  private static final long BETWEEN_LOOKS_MILLIS = 200;
  private static final int AT_A_TIME = 64 * 1024;

  private final Path file;
  private final BooleanSupplier helperLives;
  private final ByteArrayOutputStream begunLine = new ByteArrayOutputStream();

  RunFollower(Path file, BooleanSupplier helperLives) {
    this.file = file;
    this.helperLives = helperLives;
  }

  void start(Consumer<RepairEvent> events, Runnable ended) {
    Daemon.start("run-follower", () -> follow(events, ended));
  }

  private void follow(Consumer<RepairEvent> events, Runnable ended) {
    SeekableByteChannel channel = null;
    try {
      boolean alive = true;
      while (alive) {
        alive = helperLives.getAsBoolean();
        channel = channel == null ? open() : channel;
        if (channel != null) {
          read(channel, events);
        }
        if (alive) {
          Thread.sleep(BETWEEN_LOOKS_MILLIS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      close(channel);
    }
    ended.run();
  }

  /** Null while the helper has not made it yet. */
  private SeekableByteChannel open() {
    try {
      return Files.newByteChannel(file);
    } catch (IOException e) {
      return null;
    }
  }

  /** Hands on the lines that are whole by now. */
  private void read(SeekableByteChannel channel, Consumer<RepairEvent> events) {
    ByteBuffer bytes = ByteBuffer.allocate(AT_A_TIME);
    try {
      while (channel.read(bytes.clear()) > 0) {
        bytes.flip();
        while (bytes.hasRemaining()) {
          byte next = bytes.get();
          if (next == '\n') {
            EventLine.read(begunLine.toString(StandardCharsets.UTF_8)).ifPresent(events);
            begunLine.reset();
          } else {
            begunLine.write(next);
          }
        }
      }
    } catch (IOException e) {
      System.getLogger(RunFollower.class.getName())
          .log(System.Logger.Level.INFO, "what the helper tells can't be read just now", e);
    }
  }

  private static void close(SeekableByteChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // It was only read.
    }
  }
}
