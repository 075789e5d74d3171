package app.regrip.windows.shell;

import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import app.regrip.text.Message;
import com.sun.jna.Native;
import com.sun.jna.WString;
import com.sun.jna.win32.StdCallLibrary;

/**
 * Being started again by the Restart Manager, after an installer has had this program ended to
 * replace its files. Windows starts it with the rights it had (RegisterApplicationRestart).
 */
public final class ComesBack {

  /** What kernel32.dll has beside JNA's binding (winbase.h). */
  interface Kernel32Restart extends StdCallLibrary {

    Kernel32Restart INSTANCE = Native.load("kernel32", Kernel32Restart.class);

    int RESTART_NO_CRASH = 1;
    int RESTART_NO_HANG = 2;
    int RESTART_NO_REBOOT = 8;

    /** Returns an HRESULT. */
    int RegisterApplicationRestart(WString commandLine, int flags);
  }

  private ComesBack() {}

  /**
   * Asks for it. After a crash or a restart of the PC there are other ways back.
   *
   * @param arguments of the new start, without the program
   */
  public static void afterAnUpgrade(String arguments) throws PcException {
    int result =
        Kernel32Restart.INSTANCE.RegisterApplicationRestart(
            new WString(arguments),
            Kernel32Restart.RESTART_NO_CRASH
                | Kernel32Restart.RESTART_NO_HANG
                | Kernel32Restart.RESTART_NO_REBOOT);
    if (result < 0) {
      throw new PcException(Message.of("windows.shell.no-comeback"), new HResult(result));
    }
  }
}
