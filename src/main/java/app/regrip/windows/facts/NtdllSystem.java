package app.regrip.windows.facts;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.win32.StdCallLibrary;

/** What only ntdll.dll says of the system (winternl.h, wdm.h). */
interface NtdllSystem extends StdCallLibrary {

  NtdllSystem INSTANCE = Native.load("ntdll", NtdllSystem.class);

  /** SYSTEM_INFORMATION_CLASS. */
  int SYSTEM_TIME_OF_DAY_INFORMATION = 3;

  /** SYSTEM_TIMEOFDAY_INFORMATION; BootTime at 0, BootTimeBias at 32, both in 100 ns. */
  int TIME_OF_DAY_BYTES = 48;

  int BOOT_TIME_AT = 0;
  int BOOT_TIME_BIAS_AT = 32;

  /** RTL_OSVERSIONINFOW: five DWORDs (size, major, minor, build, platform), WCHAR[128]. */
  int VERSION_BYTES = 5 * Integer.BYTES + 128 * Character.BYTES;

  int BUILD_AT = 12;

  /** An NTSTATUS; tells the true version, whatever the program says it was made for. */
  int RtlGetVersion(Pointer version);

  int NtQuerySystemInformation(int infoClass, Pointer info, int size, IntByReference length);

  static Memory version() {
    Memory version = new Memory(VERSION_BYTES);
    version.clear();
    version.setInt(0, VERSION_BYTES);
    return version;
  }
}
