package app.regrip.windows.servicing;

import app.regrip.pc.PcException;
import app.regrip.pc.Programs.Activity;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinBase.FILETIME;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinNT.IO_COUNTERS;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether servicing is at work, by what its processes have used of processor and disk since this
 * was asked last. DISM and System File Checker leave the work to processes of Windows.
 */
final class ServicingActivity {

  private static final List<String> PROGRAMS =
      List.of("dism.exe", "DismHost.exe", "sfc.exe", "TiWorker.exe", "TrustedInstaller.exe");

  /** In a minute; a process that only waits stays below. Units of 100 ns, and bytes. */
  private static final long SOME_TIME = 2_000_000;

  private static final long SOME_BYTES = 64 * 1024;

  private Map<Integer, Use> before = Map.of();

  private record Use(long time, long bytes) {}

  /** The first answer counts from the start of each process. */
  Activity since() {
    try {
      Map<Integer, Use> now = new HashMap<>();
      boolean all = true;
      for (String program : PROGRAMS) {
        for (int pid : RunningPrograms.numbersOf(program)) {
          all &= measure(pid, now);
        }
      }
      boolean atWork =
          now.entrySet().stream().anyMatch(e -> isMore(before.get(e.getKey()), e.getValue()));
      before = now;
      return atWork ? Activity.AT_WORK : all ? Activity.IDLE : Activity.UNKNOWN;
    } catch (PcException e) {
      return Activity.UNKNOWN;
    }
  }

  private static boolean isMore(Use before, Use now) {
    Use from = before == null ? new Use(0, 0) : before;
    return now.time() - from.time() >= SOME_TIME || now.bytes() - from.bytes() >= SOME_BYTES;
  }

  /** False where Windows does not tell: TiWorker belongs to SYSTEM. */
  private static boolean measure(int pid, Map<Integer, Use> uses) {
    HANDLE process =
        Kernel32.INSTANCE.OpenProcess(WinNT.PROCESS_QUERY_LIMITED_INFORMATION, false, pid);
    if (process == null) {
      return false;
    }
    try {
      FILETIME kernel = new FILETIME();
      FILETIME user = new FILETIME();
      IO_COUNTERS io = new IO_COUNTERS();
      if (!Kernel32.INSTANCE.GetProcessTimes(process, new FILETIME(), new FILETIME(), kernel, user)
          || !Kernel32.INSTANCE.GetProcessIoCounters(process, io)) {
        return false;
      }
      uses.put(
          pid,
          new Use(
              kernel.toDWordLong().longValue() + user.toDWordLong().longValue(),
              io.ReadTransferCount + io.WriteTransferCount + io.OtherTransferCount));
      return true;
    } finally {
      Kernel32.INSTANCE.CloseHandle(process);
    }
  }
}
