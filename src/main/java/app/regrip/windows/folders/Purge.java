package app.regrip.windows.folders;

import app.regrip.pc.PcException;
import app.regrip.text.Message;

/**
 * Deletes a folder with all that is in it. Each entry is opened itself, its real place is compared
 * with that of the folder held open above it, and it is deleted by that handle. Links are deleted,
 * never followed.
 */
final class Purge {

  private final Message tried;

  Purge(Message tried) {
    this.tried = tried;
  }

  void delete(OpenEntry entry) throws PcException {
    if (entry.isFolder() && !entry.isLink()) {
      String place = entry.finalPath();
      for (String child : entry.children()) {
        try (OpenEntry open = OpenEntry.openAt(place + "\\" + child, OpenEntry.DELETE, tried)) {
          delete(open.requireAt(place + "\\" + child));
        }
      }
    }
    entry.delete();
  }
}
