package app.regrip.windows.elevation;

import app.regrip.helper.PeerPolicy.Peer;
import app.regrip.pc.PcException;
import app.regrip.text.Message;
import app.regrip.windows.win32.Win32;
import com.sun.jna.Native;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinDef.ULONGByReference;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The elevated end of the pipe, which is its server: only a process with an administrator's rights
 * can take a name under this prefix, and a server is never impersonated by its client. There is one
 * instance, for one client of this PC.
 */
final class HelperPipe implements AutoCloseable {

  private static final String PREFIX = "\\\\.\\pipe\\ProtectedPrefix\\Administrators\\Regrip.";
  static final int OPEN_MODE =
      WinBase.PIPE_ACCESS_DUPLEX
          | Kernel32Pipes.FILE_FLAG_FIRST_PIPE_INSTANCE
          | WinNT.FILE_FLAG_OVERLAPPED;
  static final int PIPE_MODE = WinBase.PIPE_TYPE_BYTE | WinBase.PIPE_REJECT_REMOTE_CLIENTS;
  static final int INSTANCES = 1;

  private static final int BUFFER = 64 * 1024;

  private final PipeEnd end;

  private HelperPipe(PipeEnd end) {
    this.end = end;
  }

  /** The pipe of one run. */
  static String nameOf(String runId) {
    return PREFIX + runId;
  }

  /**
   * Who may open it: SYSTEM and administrators, and the client with just the rights to read and
   * write, of which creating an instance (0x4) is none. Less trusted processes of the client, such
   * as a browser's, are below the label.
   *
   * @param client a SID
   */
  static String access(String client) {
    return "O:BAD:P(A;;GA;;;SY)(A;;GA;;;BA)(A;;0x12019b;;;" + client + ")S:(ML;;NWNRNX;;;ME)";
  }

  static HelperPipe create(String name, String sddl) throws PcException {
    try (SecurityDescriptor access = SecurityDescriptor.of(sddl)) {
      HANDLE pipe =
          Kernel32.INSTANCE.CreateNamedPipe(
              name, OPEN_MODE, PIPE_MODE, INSTANCES, BUFFER, BUFFER, 0, access.attributes());
      return new HelperPipe(new PipeEnd(Win32.valid(pipe, Message.of("windows.pipe.create"))));
    }
  }

  /**
   * Waits for the client that is wanted and still there; others are sent away and do not end the
   * wait.
   *
   * @return false where it did not come in time
   */
  boolean await(Predicate<Peer> wanted, OpenProcess parent, Clock clock, Duration patience)
      throws PcException {
    Instant end = clock.instant().plus(patience);
    Peer known = parent.peer();
    for (Duration left = patience;
        !left.isNegative() && !left.isZero();
        left = Duration.between(clock.instant(), end)) {
      if (isConnectedIn(left) && client(known).filter(wanted).isPresent() && isThere()) {
        return true;
      }
      Kernel32.INSTANCE.DisconnectNamedPipe(this.end.handle());
    }
    return false;
  }

  PipeEnd end() {
    return end;
  }

  @Override
  public void close() {
    end.close();
  }

  /**
   * What the pipe says of the client, and what is known of the process of that number; that one is
   * the parent or the client is refused.
   */
  private Optional<Peer> client(Peer parent) {
    ULONGByReference pid = new ULONGByReference();
    ULONGByReference session = new ULONGByReference();
    if (!Kernel32.INSTANCE.GetNamedPipeClientProcessId(end.handle(), pid)
        || !Kernel32.INSTANCE.GetNamedPipeClientSessionId(end.handle(), session)) {
      return Optional.empty();
    }
    return Optional.of(
        new Peer(
            Integer.toUnsignedLong(pid.getValue().intValue()),
            session.getValue().intValue(),
            parent.image(),
            parent.started()));
  }

  /** A client that came and went stays connected, as far as the pipe is concerned. */
  private boolean isThere() {
    return Kernel32.INSTANCE.PeekNamedPipe(end.handle(), null, 0, null, null, null);
  }

  private boolean isConnectedIn(Duration left) throws PcException {
    try (Overlapped work = new Overlapped()) {
      if (Kernel32Pipes.INSTANCE.ConnectNamedPipe(end.handle(), work.memory())) {
        return true;
      }
      int error = Native.getLastError();
      switch (error) {
        case Win32.PIPE_CONNECTED:
          return true;
        case Win32.NO_DATA: // It came and has gone again.
          return false;
        case Win32.IO_PENDING:
          if (!work.isDoneIn(left)) {
            work.cancel(end.handle());
          }
          return work.result(end.handle()) >= 0;
        default:
          throw Win32.failure(Message.of("windows.pipe.wait"), error);
      }
    }
  }
}
