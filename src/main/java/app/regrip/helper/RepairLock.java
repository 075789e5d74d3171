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
import java.time.Instant;
import java.util.Optional;

/**
 * One repair per PC. The helper holds a file lock that the system drops with the process, however
 * it ends, so it can't go stale; beside it stands who holds it, for those who only want to know.
 * That note is believed only while a process of that id lives that started when it says.
 */
public final class RepairLock implements AutoCloseable {

  private final FileChannel channel;

  private RepairLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * @param pid of the helper @param processStart as the system reports it, to tell a reused id
   */
  public record Holder(String runId, long pid, Optional<Instant> processStart) {}

  /** Empty where another helper holds it. */
  public static Optional<RepairLock> tryHold(Path runs, String runId) throws IOException {
    Files.createDirectories(runs);
    FileChannel channel =
        FileChannel.open(
            runs.resolve("repair.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      channel.close();
      return Optional.empty();
    }
    ProcessHandle self = ProcessHandle.current();
    note(runs).write(Json.gson().toJson(new Holder(runId, self.pid(), self.info().startInstant())));
    return Optional.of(new RepairLock(channel));
  }

  /** The helper that is at work now, if one is. */
  public static Optional<Holder> holder(Path runs) {
    try {
      return note(runs)
          .read()
          .map(text -> Json.gson().fromJson(text, Holder.class))
          .filter(RepairLock::isAlive);
    } catch (IOException | JsonParseException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static boolean isAlive(Holder holder) {
    return ProcessHandle.of(holder.pid())
        .filter(ProcessHandle::isAlive)
        .filter(
            p ->
                holder.processStart().isEmpty()
                    || p.info().startInstant().isEmpty()
                    || p.info().startInstant().equals(holder.processStart()))
        .isPresent();
  }

  private static AtomicFile note(Path runs) {
    return new AtomicFile(runs.resolve("repair.json"));
  }
}
