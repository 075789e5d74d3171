package app.regrip.windows.elevation;

import app.regrip.helper.WholeLines;
import app.regrip.pc.PcException;
import app.regrip.text.Message;
import app.regrip.windows.win32.Win32;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Set;

/**
 * One end of a pipe that was opened for overlapped work. Reading waits for as long as it takes;
 * writing has a deadline, since the other end may have stopped reading. One thread reads and one
 * writes.
 */
final class PipeEnd implements AutoCloseable {

  /** How long one line may take to go out before it is dropped. */
  static final Duration WRITE_DEADLINE = Duration.ofSeconds(1);

  private static final int BUFFER = 16 * 1024;
  private static final Set<Integer> ENDS =
      Set.of(Win32.BROKEN_PIPE, Win32.NO_DATA, Win32.PIPE_NOT_CONNECTED, Win32.OPERATION_ABORTED);

  private final HANDLE pipe;
  private boolean closed;

  PipeEnd(HANDLE pipe) {
    this.pipe = pipe;
  }

  HANDLE handle() {
    return pipe;
  }

  /** Ends where the other end is gone. */
  InputStream in() {
    return new InputStream() {
      private byte[] bytes = {};
      private int next;

      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
      }

      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        if (next == bytes.length) {
          bytes = receive();
          next = 0;
        }
        if (bytes.length == 0) {
          return -1;
        }
        int count = Math.min(length, bytes.length - next);
        System.arraycopy(bytes, next, into, offset, count);
        next += count;
        return count;
      }
    };
  }

  /** Never fails and never waits for longer than the deadline. */
  OutputStream out() {
    return new WholeLines(this::send);
  }

  /** Whatever is under way ends. */
  void cancel() {
    Kernel32Pipes.INSTANCE.CancelIoEx(pipe, null);
  }

  /** Once only: by the second time Windows may have given the number to somebody else. */
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      cancel();
      Kernel32.INSTANCE.CloseHandle(pipe);
    }
  }

  /** Empty at the end. */
  private byte[] receive() throws IOException {
    try (Memory buffer = new Memory(BUFFER);
        Overlapped work = new Overlapped()) {
      int read = beginReading(buffer, work) ? work.result(pipe) : -1;
      if (read < 0) {
        return end(Native.getLastError());
      }
      return buffer.getByteArray(0, read);
    } catch (PcException e) {
      throw Win32.ofAStream(e);
    }
  }

  /** What is begun while it is open ends with it; afterwards nothing may begin. */
  private synchronized boolean beginReading(Memory buffer, Overlapped work) {
    if (closed) {
      Native.setLastError(Win32.OPERATION_ABORTED);
      return false;
    }
    return Kernel32Pipes.INSTANCE.ReadFile(pipe, buffer, BUFFER, null, work.memory())
        || Native.getLastError() == Win32.IO_PENDING;
  }

  private synchronized boolean beginWriting(Memory buffer, Overlapped work) {
    return !closed
        && (Kernel32Pipes.INSTANCE.WriteFile(pipe, buffer, (int) buffer.size(), null, work.memory())
            || Native.getLastError() == Win32.IO_PENDING);
  }

  /** That the other end is gone, or that this one was closed, is the end; all else is a failure. */
  private static byte[] end(int error) throws IOException {
    if (!ENDS.contains(error)) {
      throw Win32.ofAStream(Win32.failure(Message.of("windows.pipe.read"), error));
    }
    return new byte[0];
  }

  private int send(byte[] bytes) throws IOException {
    try (Memory buffer = new Memory(bytes.length);
        Overlapped work = new Overlapped()) {
      buffer.write(0, bytes, 0, bytes.length);
      if (!beginWriting(buffer, work)) {
        throw new IOException("nobody is at the other end of the pipe");
      }
      boolean late = !work.isDoneIn(WRITE_DEADLINE);
      if (late) {
        work.cancel(pipe);
      }
      // Waits for the end of the cancelled write too: until then Windows owns the memory.
      int sent = work.result(pipe);
      if (sent < 0 && !late) {
        throw new IOException("nobody is at the other end of the pipe");
      }
      return late ? work.transferred() : sent;
    } catch (PcException e) {
      throw Win32.ofAStream(e);
    }
  }
}
