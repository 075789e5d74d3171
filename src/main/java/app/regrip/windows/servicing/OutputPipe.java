package app.regrip.windows.servicing;

import app.regrip.pc.PcException;
import app.regrip.text.Message;
import app.regrip.windows.win32.Win32;
import com.sun.jna.Native;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinBase.SECURITY_ATTRIBUTES;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.HANDLEByReference;
import com.sun.jna.ptr.IntByReference;
import java.util.Arrays;
import java.util.function.Consumer;

/** A pipe that a program prints to, and nothing for it to read. */
final class OutputPipe implements AutoCloseable {

  private static final Kernel32 KERNEL = Kernel32.INSTANCE;
  private static final int READ_BYTES = 4096;

  private final HANDLE read;
  private final HANDLE write;
  private final HANDLE nothing;
  private boolean writes = true;

  private OutputPipe(HANDLE read, HANDLE write, HANDLE nothing) {
    this.read = read;
    this.write = write;
    this.nothing = nothing;
  }

  static OutputPipe open(Message tried) throws PcException {
    HANDLEByReference read = new HANDLEByReference();
    HANDLEByReference write = new HANDLEByReference();
    if (!KERNEL.CreatePipe(read, write, null, 0)) {
      throw Win32.lastFailure(tried);
    }
    HANDLE nothing = WinBase.INVALID_HANDLE_VALUE;
    if (KERNEL.SetHandleInformation(
        write.getValue(), WinBase.HANDLE_FLAG_INHERIT, WinBase.HANDLE_FLAG_INHERIT)) {
      nothing = nothing();
    }
    int error = Native.getLastError();
    OutputPipe pipe = new OutputPipe(read.getValue(), write.getValue(), nothing);
    if (WinBase.INVALID_HANDLE_VALUE.equals(nothing)) {
      pipe.close();
      throw Win32.failure(tried, error);
    }
    return pipe;
  }

  private static HANDLE nothing() {
    SECURITY_ATTRIBUTES inheritable = new SECURITY_ATTRIBUTES();
    inheritable.bInheritHandle = true;
    return KERNEL.CreateFile(
        "NUL",
        WinNT.GENERIC_READ,
        WinNT.FILE_SHARE_READ | WinNT.FILE_SHARE_WRITE,
        inheritable,
        WinNT.OPEN_EXISTING,
        0,
        null);
  }

  StartupInfo startup(Message tried) throws PcException {
    return StartupInfo.with(nothing, write, tried);
  }

  /**
   * Hands out what is printed, until no program has the other end: so it gives away our own. A pipe
   * that breaks is an end of output; how the program ended is known from its exit code.
   */
  void read(Consumer<byte[]> output) {
    endWriting();
    byte[] buffer = new byte[READ_BYTES];
    IntByReference count = new IntByReference();
    while (KERNEL.ReadFile(read, buffer, buffer.length, count, null)) {
      if (count.getValue() > 0) {
        output.accept(Arrays.copyOf(buffer, count.getValue()));
      }
    }
  }

  private void endWriting() {
    if (writes) {
      writes = false;
      KERNEL.CloseHandle(write);
    }
  }

  @Override
  public void close() {
    endWriting();
    KERNEL.CloseHandle(read);
    if (!WinBase.INVALID_HANDLE_VALUE.equals(nothing)) {
      KERNEL.CloseHandle(nothing);
    }
  }
}
