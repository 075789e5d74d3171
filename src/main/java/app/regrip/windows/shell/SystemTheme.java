package app.regrip.windows.shell;

import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinNT.HANDLE;
import com.sun.jna.platform.win32.WinReg;
import com.sun.jna.platform.win32.WinReg.HKEYByReference;

/**
 * Whether Windows is light or dark. It has two switches: one for the windows of programs, one for
 * the task bar, where the tray icons are.
 */
public final class SystemTheme {

  static final String KEY = "Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize";

  private SystemTheme() {}

  public static boolean windowsAreDark() {
    return isDark("AppsUseLightTheme");
  }

  public static boolean taskBarIsDark() {
    return isDark("SystemUsesLightTheme");
  }

  /** A Windows that has no such switch, or does not tell, is light: so it was always. */
  private static boolean isDark(String switchName) {
    try {
      return UserRegistry.number(KEY, switchName).filter(light -> light == 0).isPresent();
    } catch (PcException e) {
      return false;
    }
  }

  /**
   * Calls {@code changed} on a thread of its own whenever one of the switches may have moved, until
   * the answer is closed.
   */
  public static Watch watch(Runnable changed) throws PcException {
    HKEYByReference key = new HKEYByReference();
    check(Advapi32.INSTANCE.RegOpenKeyEx(WinReg.HKEY_CURRENT_USER, KEY, 0, WinNT.KEY_NOTIFY, key));
    HANDLE moved = Kernel32.INSTANCE.CreateEvent(null, false, false, null);
    HANDLE stop = Kernel32.INSTANCE.CreateEvent(null, true, false, null);
    if (moved == null || stop == null) {
      int error = Kernel32.INSTANCE.GetLastError();
      free(key, moved, stop);
      check(error);
    }
    Watch watch = new Watch(key, moved, stop, changed);
    try {
      watch.ask();
    } catch (PcException e) {
      free(key, moved, stop);
      throw e;
    }
    watch.thread.start();
    return watch;
  }

  private static void check(int error) throws PcException {
    if (error != 0) {
      throw new PcException("Windows' colours can't be watched", HResult.ofWin32(error));
    }
  }

  private static void free(HKEYByReference key, HANDLE... events) {
    Advapi32.INSTANCE.RegCloseKey(key.getValue());
    for (HANDLE event : events) {
      if (event != null) {
        Kernel32.INSTANCE.CloseHandle(event);
      }
    }
  }

  /** A look at the switches that goes on. */
  public static final class Watch implements AutoCloseable {

    private final HKEYByReference key;
    private final HANDLE moved;
    private final HANDLE stop;
    private final Runnable changed;
    private final Thread thread = new Thread(this::look, "regrip-colours");

    private Watch(HKEYByReference key, HANDLE moved, HANDLE stop, Runnable changed) {
      this.key = key;
      this.moved = moved;
      this.stop = stop;
      this.changed = changed;
      thread.setDaemon(true);
    }

    /** The notice is given once, so it is asked for anew each time, before anything is read. */
    private void ask() throws PcException {
      check(
          Advapi32.INSTANCE.RegNotifyChangeKeyValue(
              key.getValue(), false, WinNT.REG_NOTIFY_CHANGE_LAST_SET, moved, true));
    }

    private void look() {
      HANDLE[] either = {stop, moved};
      try {
        while (Kernel32.INSTANCE.WaitForMultipleObjects(
                either.length, either, false, WinBase.INFINITE)
            == WinBase.WAIT_OBJECT_0 + 1) {
          ask();
          changed.run();
        }
      } catch (PcException e) {
        System.getLogger(SystemTheme.class.getName())
            .log(System.Logger.Level.INFO, "a change of Windows' colours goes unnoticed now", e);
      } finally {
        free(key, moved, stop);
      }
    }

    @Override
    public void close() {
      if (thread.isAlive()) {
        Kernel32.INSTANCE.SetEvent(stop);
        try {
          thread.join();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }
}
