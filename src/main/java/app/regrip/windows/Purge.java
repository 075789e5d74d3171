package app.regrip.windows;

import app.regrip.pc.PcException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Deletes a folder with all that is in it. Each entry is opened itself, its real place is compared
 * with that of the folder held open above it, and it is deleted by that handle. Links are deleted,
 * never followed.
 */
final class Purge {

  private final String tried;

  Purge(String tried) {
    this.tried = tried;
  }

  void delete(OpenEntry entry, Path path) throws PcException {
    if (entry.isFolder() && !entry.isLink()) {
      String place = entry.finalPath();
      for (Path child : children(path)) {
        try (OpenEntry open = OpenEntry.open(child, OpenEntry.DELETE, tried)) {
          open.requireAt(place + "\\" + child.getFileName());
          delete(open, child);
        }
      }
    }
    entry.delete();
  }

  private List<Path> children(Path folder) throws PcException {
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      entries.forEach(children::add);
    } catch (DirectoryIteratorException e) {
      throw Win32.failure(tried, e.getCause());
    } catch (IOException e) {
      throw Win32.failure(tried, e);
    }
    return children;
  }
}
