package app.regrip.windows.elevation;

import app.regrip.helper.RepairClaim;
import app.regrip.pc.PcException;
import app.regrip.text.Message;
import app.regrip.windows.win32.Win32;
import com.sun.jna.Native;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/**
 * The claim as two pipes that nobody talks through: one of a fixed name, which only one process can
 * have, and one named after the turn. Windows lets only administrators take a name under this
 * prefix, so a standard user can neither take the claim nor pretend that somebody has it; a file
 * would do neither, since whoever may read one may lock it.
 *
 * <p>Whether a pipe is there is asked by {@code WaitNamedPipe}, which takes only its name and opens
 * nothing, so that the access list can shut out everybody: an end that a user keeps open would keep
 * the name alive after the helper.
 */
public final class PipeClaim implements RepairClaim {

  private static final String PREFIX =
      "\\\\.\\pipe\\ProtectedPrefix\\Administrators\\Regrip.at-work";
  private static final String ADMINISTRATORS_ONLY = "O:BAD:P(A;;GA;;;SY)(A;;GA;;;BA)";
  private static final int OPEN_MODE =
      WinBase.PIPE_ACCESS_INBOUND | Kernel32Pipes.FILE_FLAG_FIRST_PIPE_INSTANCE;

  /** Windows takes 0 for the server's own default. */
  private static final int SHORTEST_WAIT_MILLIS = 1;

  private final String name;

  public PipeClaim() {
    this(PREFIX);
  }

  /**
   * @param name of the pipe that is the claim; those of the turns are named after it
   */
  PipeClaim(String name) {
    this.name = name;
  }

  @Override
  public Optional<Closeable> tryTake(String turn) throws IOException {
    try {
      Optional<HANDLE> claim = create(name);
      if (claim.isEmpty()) {
        return Optional.empty();
      }
      Optional<HANDLE> sign = Optional.empty();
      try {
        sign = create(name + "." + turn);
      } finally {
        if (sign.isEmpty()) {
          Kernel32.INSTANCE.CloseHandle(claim.get());
        }
      }
      HANDLE ofTheTurn =
          sign.orElseThrow(() -> new IOException("somebody else has taken the turn " + turn));
      return Optional.of(() -> giveBack(ofTheTurn, claim.get()));
    } catch (PcException e) {
      throw Win32.ofAStream(e);
    }
  }

  @Override
  public boolean isTaken(String turn) throws IOException {
    try {
      return exists(name + "." + turn);
    } catch (PcException e) {
      throw Win32.ofAStream(e);
    }
  }

  private static void giveBack(HANDLE turn, HANDLE claim) {
    Kernel32.INSTANCE.CloseHandle(turn);
    Kernel32.INSTANCE.CloseHandle(claim);
  }

  /**
   * Empty where there is one of that name. "Access denied" is both what Windows says then and what
   * it says to a process that may not; and one that was there may just have gone.
   */
  private static Optional<HANDLE> create(String name) throws PcException {
    try (SecurityDescriptor access = SecurityDescriptor.of(ADMINISTRATORS_ONLY)) {
      int error = 0;
      for (int i = 0; i < 2; i++) {
        HANDLE pipe =
            Kernel32.INSTANCE.CreateNamedPipe(
                name, OPEN_MODE, HelperPipe.PIPE_MODE, 1, 0, 0, 0, access.attributes());
        if (pipe != null && !WinBase.INVALID_HANDLE_VALUE.equals(pipe)) {
          return Optional.of(pipe);
        }
        error = Native.getLastError();
        if (error != WinError.ERROR_ACCESS_DENIED && error != WinError.ERROR_PIPE_BUSY) {
          throw Win32.failure(Message.of("windows.elevation.claim"), error);
        }
        if (exists(name)) {
          return Optional.empty();
        }
      }
      throw Win32.failure(Message.of("windows.elevation.claim"), error);
    }
  }

  static boolean exists(String name) throws PcException {
    if (Kernel32.INSTANCE.WaitNamedPipe(name, SHORTEST_WAIT_MILLIS)) {
      return true;
    }
    int error = Native.getLastError();
    return switch (error) {
      case WinError.ERROR_SEM_TIMEOUT -> true;
      case WinError.ERROR_FILE_NOT_FOUND, WinError.ERROR_PATH_NOT_FOUND -> false;
      default -> throw Win32.failure(Message.of("windows.elevation.at-work"), error);
    };
  }
}
