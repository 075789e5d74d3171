package app.regrip.helper;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

/**
 * The claim as locks on a file that stays empty: its first byte for the claim, and one far behind
 * for the turn. For the pretend PC, whose processes are all of one user: whoever may read a file
 * may lock it.
 */
public final class FileClaim implements RepairClaim {

  private static final long THE_CLAIM = 0;

  private final Path file;

  public FileClaim(Path file) {
    this.file = file;
  }

  @Override
  public Optional<Closeable> tryTake(String turn) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean taken = false;
    try {
      taken = lock(channel, THE_CLAIM, false) && lock(channel, placeOf(turn), false);
    } finally {
      if (!taken) {
        channel.close();
      }
    }
    return taken ? Optional.of(channel) : Optional.empty();
  }

  /** A shared lock, held for a moment on the byte of a turn, is in nobody's way. */
  @Override
  public boolean isTaken(String turn) throws IOException {
    if (Files.notExists(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return !lock(channel, placeOf(turn), true);
    }
  }

  private static boolean lock(FileChannel channel, long place, boolean shared) throws IOException {
    try {
      FileLock lock = channel.tryLock(place, 1, shared);
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /** 62 bits of it, which are never zero. */
  private static long placeOf(String turn) {
    UUID uuid = UUID.fromString(turn);
    return 1 + ((uuid.getMostSignificantBits() ^ uuid.getLeastSignificantBits()) >>> 2);
  }
}
