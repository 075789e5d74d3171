package app.regrip.windows.servicing;

import app.regrip.pc.PcException;
import app.regrip.text.Message;
import app.regrip.windows.win32.Win32;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.ptr.LongByReference;

/** What a program finds when it starts: a STARTUPINFOEX with one attribute. */
final class StartupInfo implements AutoCloseable {

  private static final Kernel32Processes PROCESSES = Kernel32Processes.INSTANCE;

  private final Memory info = new Memory(Kernel32Processes.STARTUPINFOEX_BYTES);
  private final Memory attributes;

  /** Windows keeps the address of it in the attributes. */
  private final Pointer value;

  private final boolean inheritsHandles;

  private StartupInfo(
      long attribute, Pointer value, long bytes, boolean inheritsHandles, Message tried)
      throws PcException {
    this.value = value;
    this.inheritsHandles = inheritsHandles;
    LongByReference size = new LongByReference();
    PROCESSES.InitializeProcThreadAttributeList(null, 1, 0, size);
    this.attributes = new Memory(size.getValue());
    if (!PROCESSES.InitializeProcThreadAttributeList(attributes, 1, 0, size)) {
      throw Win32.lastFailure(tried);
    }
    if (!PROCESSES.UpdateProcThreadAttribute(attributes, 0, attribute, value, bytes, null, null)) {
      PcException failure = Win32.lastFailure(tried);
      close();
      throw failure;
    }
    info.clear();
    info.setInt(0, Kernel32Processes.STARTUPINFOEX_BYTES);
    info.setInt(Kernel32Processes.STARTUPINFO_FLAGS_AT, Kernel32Processes.STARTF_USESTDHANDLES);
    info.setPointer(Kernel32Processes.STARTUPINFOEX_ATTRIBUTES_AT, attributes);
  }

  /**
   * A pseudo console.
   *
   * <p>Without standard handles of its own a program would get ours, where they are pipes, and
   * write past the console; so it is told that it has some, and there are none.
   */
  static StartupInfo on(Pointer console, Message tried) throws PcException {
    return new StartupInfo(
        Kernel32Processes.PROC_THREAD_ATTRIBUTE_PSEUDOCONSOLE,
        console,
        Native.POINTER_SIZE,
        false,
        tried);
  }

  /** These two handles, which have to be inheritable, and none of our others. */
  static StartupInfo with(HANDLE input, HANDLE output, Message tried) throws PcException {
    Memory handles = new Memory(2L * Native.POINTER_SIZE);
    handles.setPointer(0, input.getPointer());
    handles.setPointer(Native.POINTER_SIZE, output.getPointer());
    StartupInfo startup =
        new StartupInfo(
            Kernel32Processes.PROC_THREAD_ATTRIBUTE_HANDLE_LIST,
            handles,
            handles.size(),
            true,
            tried);
    startup.info.setPointer(Kernel32Processes.STARTUPINFO_INPUT_AT, input.getPointer());
    startup.info.setPointer(Kernel32Processes.STARTUPINFO_OUTPUT_AT, output.getPointer());
    startup.info.setPointer(Kernel32Processes.STARTUPINFO_ERROR_AT, output.getPointer());
    return startup;
  }

  Pointer info() {
    return info;
  }

  boolean inheritsHandles() {
    return inheritsHandles;
  }

  @Override
  public void close() {
    PROCESSES.DeleteProcThreadAttributeList(attributes);
  }
}
