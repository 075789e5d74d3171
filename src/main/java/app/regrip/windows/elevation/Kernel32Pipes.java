package app.regrip.windows.elevation;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.win32.StdCallLibrary;
import com.sun.jna.win32.W32APIOptions;

/** The calls of kernel32.dll for pipes and paths that JNA Platform does not bind. */
interface Kernel32Pipes extends StdCallLibrary {

  Kernel32Pipes INSTANCE =
      Native.load("kernel32", Kernel32Pipes.class, W32APIOptions.UNICODE_OPTIONS);

  /** The first instance of a name, or none (winbase.h). */
  int FILE_FLAG_FIRST_PIPE_INSTANCE = 0x00080000;

  /** The server may see who the client is and never act as it (winbase.h). */
  int SECURITY_SQOS_PRESENT = 0x00100000;

  int SECURITY_IDENTIFICATION = 0x00010000;

  boolean ConnectNamedPipe(HANDLE pipe, Pointer overlapped);

  boolean CancelIoEx(HANDLE file, Pointer overlapped);

  boolean GetOverlappedResult(
      HANDLE file, Pointer overlapped, IntByReference transferred, boolean wait);

  boolean ReadFile(
      HANDLE file, Pointer buffer, int length, IntByReference read, Pointer overlapped);

  boolean WriteFile(
      HANDLE file, Pointer buffer, int length, IntByReference written, Pointer overlapped);

  int GetFinalPathNameByHandle(HANDLE file, char[] path, int length, int flags);
}
