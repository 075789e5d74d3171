package app.regrip.windows;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.WinBase.PROCESS_INFORMATION;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;
import com.sun.jna.win32.StdCallLibrary;
import com.sun.jna.win32.W32APIOptions;

/** Pseudo consoles, from Windows 10 1809 on (consoleapi.h, processthreadsapi.h). 64-bit layouts. */
interface Kernel32Console extends StdCallLibrary {

  Kernel32Console INSTANCE =
      Native.load("kernel32", Kernel32Console.class, W32APIOptions.UNICODE_OPTIONS);

  long PROC_THREAD_ATTRIBUTE_PSEUDOCONSOLE = 0x00020016;

  int EXTENDED_STARTUPINFO_PRESENT = 0x00080000;
  int CREATE_UNICODE_ENVIRONMENT = 0x00000400;
  int CREATE_SUSPENDED = 0x00000004;
  int STARTF_USESTDHANDLES = 0x00000100;

  /** sizeof(STARTUPINFOEXW), and where its fields are that we set. */
  int STARTUPINFOEX_BYTES = 112;

  int STARTUPINFO_FLAGS_AT = 60;
  int STARTUPINFOEX_ATTRIBUTES_AT = 104;

  /**
   * @param size a COORD by value: columns in the low 16 bits, rows in the high ones
   * @return an HRESULT
   */
  int CreatePseudoConsole(
      int size, HANDLE input, HANDLE output, int flags, PointerByReference console);

  void ClosePseudoConsole(Pointer console);

  boolean InitializeProcThreadAttributeList(
      Pointer list, int count, int flags, LongByReference size);

  boolean UpdateProcThreadAttribute(
      Pointer list,
      int flags,
      long attribute,
      Pointer value,
      long size,
      Pointer previous,
      Pointer returnSize);

  void DeleteProcThreadAttributeList(Pointer list);

  boolean CreateProcess(
      String application,
      char[] commandLine,
      Pointer processSecurity,
      Pointer threadSecurity,
      boolean inheritHandles,
      int flags,
      Pointer environment,
      String directory,
      Pointer startupInfo,
      PROCESS_INFORMATION process);
}
