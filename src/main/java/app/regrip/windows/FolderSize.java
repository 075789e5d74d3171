package app.regrip.windows;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Adds up the bytes below a folder. What disappears meanwhile counts nothing. */
final class FolderSize extends SimpleFileVisitor<Path> {

  private final Path top;
  private long bytes;

  private FolderSize(Path top) {
    this.top = top;
  }

  static long of(Path folder) throws IOException {
    FolderSize size = new FolderSize(folder);
    Files.walkFileTree(folder, size);
    return size.bytes;
  }

  /** A junction is a folder to Java, and "other" too; nothing behind it is ours. */
  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    return attributes.isOther() ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    bytes += attributes.isRegularFile() ? attributes.size() : 0;
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
    if (e instanceof NoSuchFileException && !file.equals(top)) {
      return FileVisitResult.CONTINUE;
    }
    throw e;
  }
}
