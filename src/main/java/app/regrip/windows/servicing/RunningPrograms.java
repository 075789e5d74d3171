package app.regrip.windows.servicing;

import app.regrip.pc.PcException;
import app.regrip.text.Message;
import app.regrip.windows.win32.Win32;
import com.sun.jna.Native;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.Tlhelp32;
import com.sun.jna.platform.win32.Tlhelp32.PROCESSENTRY32;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinDef.DWORD;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import java.util.ArrayList;
import java.util.List;

/** Which programs run now. */
public final class RunningPrograms {

  private RunningPrograms() {}

  /**
   * @param fileName e.g. {@code TiWorker.exe}
   */
  public static boolean include(String fileName) throws PcException {
    return !numbersOf(fileName).isEmpty();
  }

  /** The process ids of one program. */
  static List<Integer> numbersOf(String fileName) throws PcException {
    List<Integer> numbers = new ArrayList<>();
    HANDLE snapshot =
        Kernel32.INSTANCE.CreateToolhelp32Snapshot(Tlhelp32.TH32CS_SNAPPROCESS, new DWORD(0));
    if (WinBase.INVALID_HANDLE_VALUE.equals(snapshot)) {
      throw Win32.lastFailure(Message.of("windows.program.list"));
    }
    try {
      PROCESSENTRY32 entry = new PROCESSENTRY32();
      boolean more = Kernel32.INSTANCE.Process32First(snapshot, entry);
      while (more) {
        if (Native.toString(entry.szExeFile).equalsIgnoreCase(fileName)) {
          numbers.add(entry.th32ProcessID.intValue());
        }
        more = Kernel32.INSTANCE.Process32Next(snapshot, entry);
      }
      return numbers;
    } finally {
      Kernel32.INSTANCE.CloseHandle(snapshot);
    }
  }
}
