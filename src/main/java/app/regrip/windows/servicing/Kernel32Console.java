package app.regrip.windows.servicing;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.ptr.PointerByReference;
import com.sun.jna.win32.StdCallLibrary;

/** Pseudo consoles, from Windows 10 1809 on (consoleapi.h). */
interface Kernel32Console extends StdCallLibrary {

  Kernel32Console INSTANCE = Native.load("kernel32", Kernel32Console.class);

  /**
   * @param size a COORD by value: columns in the low 16 bits, rows in the high ones
   * @return an HRESULT
   */
  int CreatePseudoConsole(
      int size, HANDLE input, HANDLE output, int flags, PointerByReference console);

  void ClosePseudoConsole(Pointer console);
}
