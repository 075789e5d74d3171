package app.regrip.simulated;

import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import app.regrip.text.Message;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileLockInterruptionException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * The folder a pretend PC lives in. Its files are replaced as a whole, and whoever looks or writes
 * holds the PC's lock, so that each port call is one step for the other processes.
 *
 * <p>Nothing is forced to the disk: a killed process leaves its writes with the operating system,
 * and a power cut of the real PC may cost the pretend one.
 */
final class PcFolder {

  private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

  private static final int ERROR_FILE_NOT_FOUND = 2;
  private static final int ERROR_ACCESS_DENIED = 5;
  private static final int ERROR_INVALID_DATA = 13;
  private static final int ERROR_GEN_FAILURE = 31;
  private static final int ERROR_OPERATION_ABORTED = 995;
  private static final int ERROR_ALREADY_EXISTS = 183;

  private final Path root;
  private final FolderLock lock;
  private final FolderLock servicing;

  PcFolder(Path root) {
    this.root = root;
    this.lock = new FolderLock(root.resolve("pc.lock"));
    this.servicing = new FolderLock(root.resolve("servicing.lock"));
  }

  Path root() {
    return root;
  }

  Path windows() {
    return root.resolve("Windows");
  }

  /** Held by the servicing program that runs; there is at most one. */
  FolderLock servicing() {
    return servicing;
  }

  /** What is done while nobody else looks at the PC or changes it. */
  interface Work<T> {
    T run() throws IOException, PcException;
  }

  /** {@link Work} without an answer. */
  interface Change {
    void run() throws IOException, PcException;
  }

  <T> T exclusively(Message whatIsTried, Work<T> work) throws PcException {
    try {
      FolderLock.Held held = lock.hold();
      try {
        return work.run();
      } finally {
        held.release();
      }
    } catch (IOException e) {
      throw new PcException(
          Message.of("simulated.trouble", whatIsTried, words(e)), HResult.ofWin32(win32(e)), e);
    } catch (RuntimeException e) {
      // What a garbled file leads to: it does not parse, a field is missing, a time is none.
      throw new PcException(
          Message.of("simulated.trouble", whatIsTried, e.toString()),
          HResult.ofWin32(ERROR_INVALID_DATA),
          e);
    }
  }

  void change(Message whatIsTried, Change change) throws PcException {
    exclusively(
        whatIsTried,
        () -> {
          change.run();
          return true;
        });
  }

  <T> Optional<T> read(Path file, Class<T> type) throws IOException {
    try {
      T content = GSON.fromJson(Files.readString(file), type);
      if (content == null) {
        throw new JsonParseException(file + " is empty");
      }
      return Optional.of(content);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  void write(Path file, Object content) throws IOException {
    write(file, GSON.toJson(content).getBytes(StandardCharsets.UTF_8));
  }

  /** Replaces the file as a whole. The folder it is in must exist. */
  void write(Path file, byte[] content) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.write(fresh, content);
    try {
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  void append(Path file, String line) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** Deletes the folder with all that is in it; links are deleted, not followed. */
  static void deleteTree(Path top) throws IOException {
    if (!Files.exists(top, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        top,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException trouble)
              throws IOException {
            if (trouble != null) {
              throw trouble;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Our own exceptions are in words; of others the name says more. */
  static Message words(Exception e) {
    if (e instanceof UnusableException ours) {
      return ours.what();
    }
    return Message.asIs(
        e.getClass() == IOException.class ? String.valueOf(e.getMessage()) : e.toString());
  }

  private static int win32(IOException e) {
    if (e instanceof NoSuchFileException) {
      return ERROR_FILE_NOT_FOUND;
    }
    if (e instanceof FileAlreadyExistsException) {
      return ERROR_ALREADY_EXISTS;
    }
    if (e instanceof ClosedByInterruptException || e instanceof FileLockInterruptionException) {
      return ERROR_OPERATION_ABORTED;
    }
    return e instanceof AccessDeniedException ? ERROR_ACCESS_DENIED : ERROR_GEN_FAILURE;
  }
}
