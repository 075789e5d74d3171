package app.regrip.windows.servicing;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.win32.StdCallLibrary;
import com.sun.jna.win32.W32APIOptions;

/** Job objects (jobapi2.h), as far as a child needs one to end with us. 64-bit layouts. */
interface Kernel32Jobs extends StdCallLibrary {

  Kernel32Jobs INSTANCE =
      Native.load("kernel32", Kernel32Jobs.class, W32APIOptions.UNICODE_OPTIONS);

  int EXTENDED_LIMIT_INFORMATION = 9;
  int JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE = 0x2000;

  /** sizeof(JOBOBJECT_EXTENDED_LIMIT_INFORMATION), and where its flags are. */
  int EXTENDED_LIMIT_BYTES = 144;

  int LIMIT_FLAGS_AT = 16;

  HANDLE CreateJobObject(Pointer security, String name);

  boolean SetInformationJobObject(HANDLE job, int kind, Pointer information, int size);

  boolean AssignProcessToJobObject(HANDLE job, HANDLE process);

  boolean TerminateJobObject(HANDLE job, int exitCode);

  /** How often it was suspended before, or -1 where the call failed. */
  int ResumeThread(HANDLE thread);
}
