package app.regrip.windows.elevation;

import app.regrip.pc.PcException;
import app.regrip.text.Message;
import app.regrip.windows.win32.Win32;
import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.ptr.IntByReference;
import java.time.Duration;

/**
 * One piece of overlapped work with its event: an OVERLAPPED (minwinbase.h) as plain memory.
 * Windows writes into it when the work is done, which may be during any other call. A JNA structure
 * would write its old fields back over that before each call it is handed to, and the end of the
 * work, with the number of its bytes, would be lost.
 */
final class Overlapped implements AutoCloseable {

  /** Where things are in an OVERLAPPED of 64 bits, and its size. */
  static final int INTERNAL_HIGH_AT = 8;

  static final int EVENT_AT = 24;
  static final int BYTES = 32;

  private static final int FAILED = -1;

  private final Memory memory = new Memory(BYTES);
  private final HANDLE event;

  Overlapped() throws PcException {
    event =
        Win32.valid(
            Kernel32.INSTANCE.CreateEvent(null, true, false, null),
            Message.of("windows.pipe.event"));
    memory.clear();
    memory.setPointer(EVENT_AT, event.getPointer());
  }

  Pointer memory() {
    return memory;
  }

  boolean isDoneIn(Duration time) {
    return Kernel32.INSTANCE.WaitForSingleObject(event, (int) time.toMillis())
        == WinBase.WAIT_OBJECT_0;
  }

  /** Waits for the end, and returns how many bytes went over; negative where it failed. */
  int result(HANDLE file) {
    IntByReference count = new IntByReference();
    return Kernel32Pipes.INSTANCE.GetOverlappedResult(file, memory, count, true)
        ? count.getValue()
        : FAILED;
  }

  /**
   * Asks Windows to stop it, which may come too late. Until {@link #result} has come back Windows
   * owns the memory either way.
   */
  void cancel(HANDLE file) {
    Kernel32Pipes.INSTANCE.CancelIoEx(file, memory);
  }

  /** Bytes that went over before it was cancelled. */
  int transferred() {
    return memory.getInt(INTERNAL_HIGH_AT);
  }

  @Override
  public void close() {
    Kernel32.INSTANCE.CloseHandle(event);
    memory.close();
  }
}
