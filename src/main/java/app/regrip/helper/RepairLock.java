package app.regrip.helper;

import app.regrip.storage.AtomicFile;
import app.regrip.storage.Json;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * One repair per PC. The helper holds a file lock, which the system drops with the process however
 * it ends, so it can't go stale; a note beside it says which run it is. Whoever only wants to know
 * asks for a shared lock for a moment: where that is given, nobody is at work, whatever the note
 * says.
 */
public final class RepairLock implements AutoCloseable {

  /** Held by a helper that repairs nothing and only starts services. */
  static final String NO_RUN = "";

  private static final int TRIES = 40;
  private static final long BETWEEN_TRIES_MILLIS = 50;

  private final FileChannel channel;

  private RepairLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Who is at work. */
  public record Holder(String runId, long pid) {}

  /**
   * Empty where another helper holds it. Tries for half a second, since somebody may just be
   * asking.
   */
  public static Optional<RepairLock> tryHold(Path runs, String runId) throws IOException {
    Files.createDirectories(runs);
    FileChannel channel =
        FileChannel.open(file(runs), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      if (lock(channel, false)) {
        note(runs).write(Json.gson().toJson(new Holder(runId, ProcessHandle.current().pid())));
        return Optional.of(new RepairLock(channel));
      }
      waitABit();
    }
    channel.close();
    return Optional.empty();
  }

  /** The helper that repairs now, if one does. */
  public static Optional<Holder> holder(Path runs) {
    if (Files.notExists(file(runs))) {
      return Optional.empty();
    }
    try (FileChannel channel = FileChannel.open(file(runs), StandardOpenOption.READ)) {
      if (lock(channel, true)) {
        return Optional.empty();
      }
      return note(runs)
          .read()
          .map(text -> Json.gson().fromJson(text, Holder.class))
          .filter(holder -> !holder.runId().equals(NO_RUN) && isAlive(holder));
    } catch (IOException | JsonParseException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /**
   * A helper that has the lock and has not written its note yet stands beside the note of the one
   * before it.
   */
  private static boolean isAlive(Holder holder) {
    return ProcessHandle.of(holder.pid()).map(ProcessHandle::isAlive).orElse(false);
  }

  private static boolean lock(FileChannel channel, boolean shared) throws IOException {
    try {
      FileLock lock = channel.tryLock(0, Long.MAX_VALUE, shared);
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static void waitABit() {
    try {
      Thread.sleep(BETWEEN_TRIES_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Path file(Path runs) {
    return runs.resolve("repair.lock");
  }

  private static AtomicFile note(Path runs) {
    return new AtomicFile(runs.resolve("repair.json"));
  }
}
