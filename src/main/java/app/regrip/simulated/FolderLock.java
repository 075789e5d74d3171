package app.regrip.simulated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A lock that one thread of one process holds, and that a killed process lets go of.
 *
 * <p>The operating system gives a file lock to a whole process, and on Linux closing any channel of
 * the file drops it. So each file has one guard per JVM and at most one channel open at a time.
 */
final class FolderLock {

  private static final Map<Path, ReentrantLock> GUARD_OF_FILE = new ConcurrentHashMap<>();

  private static final int TRIES = 5;

  private final Path file;
  private final ReentrantLock guard;

  FolderLock(Path file) {
    this.file = file;
    this.guard = GUARD_OF_FILE.computeIfAbsent(file.toAbsolutePath(), f -> new ReentrantLock());
  }

  /** What is held until released, by the thread that took it. */
  interface Held {
    void release();
  }

  /** Waits until the lock is free. A thread that holds it may take it again. */
  Held hold() throws IOException {
    guard.lock();
    if (guard.getHoldCount() > 1) {
      return guard::unlock;
    }
    Optional<Held> held = Optional.empty();
    try {
      held = lockFile(FileChannel::lock);
      return held.orElseThrow();
    } finally {
      if (held.isEmpty()) {
        guard.unlock();
      }
    }
  }

  /** Takes the lock where nobody holds it, this thread included. */
  Optional<Held> tryHold() throws IOException {
    if (guard.isHeldByCurrentThread() || !guard.tryLock()) {
      return Optional.empty();
    }
    Optional<Held> held = Optional.empty();
    try {
      held = lockFile(FolderLock::tryPatiently);
      return held;
    } finally {
      if (held.isEmpty()) {
        guard.unlock();
      }
    }
  }

  boolean isHeld() throws IOException {
    if (guard.isLocked()) {
      return true;
    }
    Optional<Held> mine = tryHold();
    mine.ifPresent(Held::release);
    return mine.isEmpty();
  }

  private interface Locking {
    /** Null where another process holds the file. */
    FileLock lock(FileChannel channel) throws IOException;
  }

  private Optional<Held> lockFile(Locking locking) throws IOException {
    if (Thread.currentThread().isInterrupted()) {
      // Java would find that out itself, and leave the file open on Windows.
      throw new FileLockInterruptionException();
    }
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      lock = locking.lock(channel);
    } finally {
      if (lock == null) {
        channel.close();
      }
    }
    return lock == null ? Optional.empty() : Optional.of(() -> release(channel));
  }

  /** Another process may hold it for the blink in which it asks {@link #isHeld}. */
  private static FileLock tryPatiently(FileChannel channel) throws IOException {
    for (int i = 1; i < TRIES; i++) {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return lock;
      }
      Thread.yield();
    }
    return channel.tryLock();
  }

  private void release(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      guard.unlock();
    }
  }
}
