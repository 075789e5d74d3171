package app.regrip.windows;

import app.regrip.pc.PcException;
import app.regrip.storage.AtomicFile;
import com.sun.jna.Native;
import com.sun.jna.platform.win32.Wevtapi;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** How far the event log was listened to, kept in a file across restarts. */
final class EventBookmark implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(EventBookmark.class.getName());

  private final AtomicFile file;
  private final EventHandle handle;
  private final boolean earlier;
  private final boolean forgotten;

  private EventBookmark(AtomicFile file, EventHandle handle, boolean earlier, boolean forgotten) {
    this.file = file;
    this.handle = handle;
    this.earlier = earlier;
    this.forgotten = forgotten;
  }

  /** The one in the file, or a new one where there is none that Windows understands. */
  static EventBookmark open(Path path) throws PcException {
    AtomicFile file = new AtomicFile(path);
    Optional<String> kept = read(file).filter(xml -> !xml.isBlank());
    if (kept.isPresent()) {
      var known = Wevtapi.INSTANCE.EvtCreateBookmark(kept.get());
      if (known != null) {
        return new EventBookmark(file, new EventHandle(known), true, false);
      }
      LOG.log(
          Level.INFO,
          "Windows does not know the bookmark of the event log any more (Win32 {0}); a new one is begun",
          Native.getLastError());
    }
    return begin(file, Files.exists(path));
  }

  /** One that stands nowhere yet; the one in the file is given up. */
  static EventBookmark anew(Path path) throws PcException {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      LOG.log(Level.INFO, "the old bookmark of the event log can't be deleted", e);
    }
    return begin(new AtomicFile(path), false);
  }

  private static EventBookmark begin(AtomicFile file, boolean forgotten) throws PcException {
    EventHandle begun =
        EventHandle.of(
            Wevtapi.INSTANCE.EvtCreateBookmark(null), "Making a bookmark of the event log");
    return new EventBookmark(file, begun, false, forgotten);
  }

  /** Whether it stands where an earlier listener left off. */
  boolean isFromEarlier() {
    return earlier;
  }

  /** Whether there was one that can't be read, so that events may have been missed. */
  boolean isForgotten() {
    return forgotten;
  }

  EventHandle handle() {
    return handle;
  }

  /** After the event was handed on: a crash before this tells it once more, never less. */
  void moveTo(EventHandle event) throws PcException {
    if (!Wevtapi.INSTANCE.EvtUpdateBookmark(handle.handle(), event.handle())) {
      throw Win32.lastFailure("Moving the bookmark of the event log");
    }
    try {
      file.write(handle.bookmark());
    } catch (IOException e) {
      LOG.log(Level.INFO, "the bookmark of the event log was not kept", e);
    }
  }

  @Override
  public void close() {
    handle.close();
  }

  private static Optional<String> read(AtomicFile file) {
    try {
      return file.read();
    } catch (IOException e) {
      LOG.log(Level.INFO, "the bookmark of the event log can't be read; a new one is begun", e);
      return Optional.empty();
    }
  }
}
