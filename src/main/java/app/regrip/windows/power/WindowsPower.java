package app.regrip.windows.power;

import app.regrip.pc.Power;
import app.regrip.text.Message;
import app.regrip.text.Translator;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinBase;
import com.sun.jna.platform.win32.WinNT.HANDLE;

/**
 * A power request, which {@code powercfg /requests} shows with its reason, and a hidden window that
 * delays a shutdown.
 */
public final class WindowsPower implements Power {

  private static final Kernel32Power POWER = Kernel32Power.INSTANCE;

  @Override
  public Hold stayAwake(Message why) {
    String shown = Translator.ofThisProcess().say(why);
    HANDLE request = request(shown);
    ShutdownBlock block = new ShutdownBlock(shown);
    return () -> {
      block.close();
      if (request != null) {
        POWER.PowerClearRequest(request, Kernel32Power.POWER_REQUEST_EXECUTION_REQUIRED);
        POWER.PowerClearRequest(request, Kernel32Power.POWER_REQUEST_SYSTEM_REQUIRED);
        Kernel32.INSTANCE.CloseHandle(request);
      }
    };
  }

  /** Null where the PC can't: that is no failure. */
  private static HANDLE request(String why) {
    HANDLE request = POWER.PowerCreateRequest(Kernel32Power.reasonContext(why));
    if (request == null || WinBase.INVALID_HANDLE_VALUE.equals(request)) {
      return null;
    }
    POWER.PowerSetRequest(request, Kernel32Power.POWER_REQUEST_SYSTEM_REQUIRED);
    POWER.PowerSetRequest(request, Kernel32Power.POWER_REQUEST_EXECUTION_REQUIRED);
    return request;
  }
}
