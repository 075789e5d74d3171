package app.regrip.windows.servicing;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.WinBase.PROCESS_INFORMATION;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.win32.StdCallLibrary;
import com.sun.jna.win32.W32APIOptions;

/**
 * How a program is started with more said than JNA can say (processthreadsapi.h). 64-bit layouts.
 */
interface Kernel32Processes extends StdCallLibrary {

  Kernel32Processes INSTANCE =
      Native.load("kernel32", Kernel32Processes.class, W32APIOptions.UNICODE_OPTIONS);

  long PROC_THREAD_ATTRIBUTE_HANDLE_LIST = 0x00020002;
  long PROC_THREAD_ATTRIBUTE_PSEUDOCONSOLE = 0x00020016;

  int EXTENDED_STARTUPINFO_PRESENT = 0x00080000;
  int CREATE_UNICODE_ENVIRONMENT = 0x00000400;
  int CREATE_NO_WINDOW = 0x08000000;
  int CREATE_SUSPENDED = 0x00000004;
  int STARTF_USESTDHANDLES = 0x00000100;

  /** sizeof(STARTUPINFOEXW), and where its fields are that we set. */
  int STARTUPINFOEX_BYTES = 112;

  int STARTUPINFO_FLAGS_AT = 60;
  int STARTUPINFO_INPUT_AT = 80;
  int STARTUPINFO_OUTPUT_AT = 88;
  int STARTUPINFO_ERROR_AT = 96;
  int STARTUPINFOEX_ATTRIBUTES_AT = 104;

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
