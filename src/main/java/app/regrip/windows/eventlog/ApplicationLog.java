package app.regrip.windows.eventlog;

import app.regrip.pc.PcException;
import app.regrip.text.Message;
import app.regrip.windows.win32.Win32;
import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinNT.HANDLE;

/**
 * Windows' log "Application", where Regrip is a source once it is installed. The texts are in
 * RegripEvents.dll; what is written are their numbers and what is to be put into them.
 */
public final class ApplicationLog implements MessageLog {

  private static final String SOURCE = "Regrip";

  @Override
  public void write(LogMessage message, String... words) throws PcException {
    HANDLE source = Advapi32.INSTANCE.RegisterEventSource(null, SOURCE);
    if (source == null) {
      throw Win32.lastFailure(Message.of("windows.event-log.open"));
    }
    try {
      int type = message.isGood() ? WinNT.EVENTLOG_INFORMATION_TYPE : WinNT.EVENTLOG_WARNING_TYPE;
      if (!Advapi32.INSTANCE.ReportEvent(
          source, type, 0, message.id(), null, words.length, 0, words, null)) {
        throw Win32.lastFailure(Message.of("windows.event-log.write"));
      }
    } finally {
      Advapi32.INSTANCE.DeregisterEventSource(source);
    }
  }
}
