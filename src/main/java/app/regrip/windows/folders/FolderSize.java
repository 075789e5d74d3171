package app.regrip.windows.folders;

import app.regrip.pc.UpdateFolders.Size;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Adds up the bytes below a folder. What disappears meanwhile counts nothing, and so does what may
 * not be seen; the size is then no longer that of the whole.
 */
final class FolderSize extends SimpleFileVisitor<Path> {

  private final Path top;
  private long bytes;
  private boolean whole = true;

  FolderSize(Path top) {
    this.top = top;
  }

  static Size of(Path folder) throws IOException {
    FolderSize size = new FolderSize(folder);
    Files.walkFileTree(folder, size);
    return size.soFar();
  }

  Size soFar() {
    return new Size(bytes, whole);
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
    if (file.equals(top) || !(e instanceof FileSystemException)) {
      throw e;
    }
    whole &= e instanceof NoSuchFileException;
    return FileVisitResult.CONTINUE;
  }
}
