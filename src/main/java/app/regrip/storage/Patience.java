package app.regrip.storage;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

/**
 * Windows refuses to replace, delete or open a file for as long as somebody else has it open in a
 * way that is in the way, be it only a virus scanner: with ERROR_ACCESS_DENIED (5),
 * ERROR_SHARING_VIOLATION (32) or ERROR_LOCK_VIOLATION (33). Most are done within a blink, so it is
 * tried again for about a second, and then the last refusal is the answer. Java has no exception of
 * its own for the latter two and gives their text in the user's language only; so each refusal
 * without a type counts as one of them.
 */
public final class Patience {

  private static final int TRIES = 20;
  private static final long BETWEEN_TRIES_MILLIS = 50;

  private Patience() {}

  /** Something with a file. */
  @FunctionalInterface
  public interface Attempt<T> {
    T make() throws IOException;
  }

  /**
   * What the first attempt gives that is not refused for being in use.
   *
   * @throws IOException as the attempt does: at once where it is about something else
   */
  public static <T> T with(Attempt<T> attempt) throws IOException {
    for (int tried = 1; tried < TRIES; tried++) {
      try {
        return attempt.make();
      } catch (FileSystemException e) {
        if (!mayBeInUse(e) || !waitABit()) {
          throw e;
        }
      }
    }
    return attempt.make();
  }

  private static boolean mayBeInUse(FileSystemException e) {
    return e instanceof AccessDeniedException || e.getClass() == FileSystemException.class;
  }

  /** False where somebody wants this thread to end. */
  private static boolean waitABit() {
    try {
      Thread.sleep(BETWEEN_TRIES_MILLIS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
