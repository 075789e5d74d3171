package app.regrip.windows.servicing;

import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import app.regrip.text.Message;
import app.regrip.windows.win32.Win32;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * A console without a window, whose screen we read from a pipe. A program that saves up its output
 * when it writes to a pipe shows it at once on a console.
 */
final class PseudoConsole implements AutoCloseable {

  private static final Kernel32Console CONSOLE = Kernel32Console.INSTANCE;
  private static final Kernel32 KERNEL = Kernel32.INSTANCE;

  /** Wide enough to wrap no sentence the program did not wrap itself. */
  private static final int SIZE = 50 << 16 | 250;

  private static final int READ_BYTES = 4096;

  private final HANDLE input;
  private final HANDLE output;
  private final Pointer console;
  private boolean closed;

  private PseudoConsole(HANDLE input, HANDLE output, Pointer console) {
    this.input = input;
    this.output = output;
    this.console = console;
  }

  /** Fails where Windows is older than 10 1809 (Win32 127), or has no console to give. */
  static PseudoConsole open(Message tried) throws PcException {
    HANDLEByReference inputEnd = new HANDLEByReference();
    HANDLEByReference input = new HANDLEByReference();
    HANDLEByReference output = new HANDLEByReference();
    HANDLEByReference outputEnd = new HANDLEByReference();
    if (!KERNEL.CreatePipe(inputEnd, input, null, 0)) {
      throw Win32.lastFailure(tried);
    }
    if (!KERNEL.CreatePipe(output, outputEnd, null, 0)) {
      PcException failure = Win32.lastFailure(tried);
      close(inputEnd, input);
      throw failure;
    }
    PointerByReference console = new PointerByReference();
    int result;
    try {
      result =
          CONSOLE.CreatePseudoConsole(SIZE, inputEnd.getValue(), outputEnd.getValue(), 0, console);
    } catch (UnsatisfiedLinkError tooOld) {
      result = HResult.ofWin32(127).value();
    }
    close(inputEnd, outputEnd);
    if (result < 0) {
      close(input, output);
      throw new PcException(Message.of("pc.failed", tried), new HResult(result));
    }
    return new PseudoConsole(input.getValue(), output.getValue(), console.getValue());
  }

  StartupInfo startup(Message tried) throws PcException {
    return StartupInfo.on(console, tried);
  }

  /** Hands out what the console shows until it is shut. */
  void read(Consumer<byte[]> chunks) {
    byte[] buffer = new byte[READ_BYTES];
    IntByReference read = new IntByReference();
    while (KERNEL.ReadFile(output, buffer, buffer.length, read, null) && read.getValue() > 0) {
      chunks.accept(Arrays.copyOf(buffer, read.getValue()));
    }
  }

  /**
   * Ends the console; what it still shows is read meanwhile, by another thread: up to Windows 11
   * 23H2 this waits for the reader.
   */
  synchronized void shut() {
    if (!closed) {
      closed = true;
      CONSOLE.ClosePseudoConsole(console);
    }
  }

  /** The reading end first, or ending the console would wait for a reader that is gone. */
  @Override
  public void close() {
    KERNEL.CloseHandle(output);
    shut();
    KERNEL.CloseHandle(input);
  }

  private static void close(HANDLEByReference... handles) {
    for (HANDLEByReference handle : handles) {
      KERNEL.CloseHandle(handle.getValue());
    }
  }
}
