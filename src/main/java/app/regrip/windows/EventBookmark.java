package app.regrip.windows;

import app.regrip.pc.PcException;
import app.regrip.storage.AtomicFile;
import com.sun.jna.Native;
import com.sun.jna.platform.win32.Wevtapi;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Optional;

/** How far the event log was listened to, kept in a file across restarts. */
final class EventBookmark implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(EventBookmark.class.getName());

  private final AtomicFile file;
  private final EventHandle handle;
  private final boolean earlier;

  private EventBookmark(AtomicFile file, EventHandle handle, boolean earlier) {
    this.file = file;
    this.handle = handle;
    this.earlier = earlier;
  }

  /** The one in the file, or a new one where there is none that Windows understands. */
  static EventBookmark open(Path path) throws PcException {
    AtomicFile file = new AtomicFile(path);
    Optional<String> kept = read(file).filter(xml -> !xml.isBlank());
    if (kept.isPresent()) {
      var known = Wevtapi.INSTANCE.EvtCreateBookmark(kept.get());
      if (known != null) {
        return new EventBookmark(file, new EventHandle(known), true);
      }
      LOG.log(
          Level.INFO,
          "Windows does not know the bookmark of the event log any more (Win32 {0}); a new one is begun",
          Native.getLastError());
    }
    return anew(path);
  }

  /** One that stands nowhere yet. */
  static EventBookmark anew(Path path) throws PcException {
    EventHandle begun =
        EventHandle.of(
            Wevtapi.INSTANCE.EvtCreateBookmark(null), "Making a bookmark of the event log");
    return new EventBookmark(new AtomicFile(path), begun, false);
  }

  /** Whether it stands where an earlier listener left off. */
  boolean isFromEarlier() {
    return earlier;
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
