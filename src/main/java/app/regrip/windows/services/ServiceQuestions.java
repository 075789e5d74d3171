package app.regrip.windows.services;

import app.regrip.pc.PcException;
import app.regrip.pc.StartType;
import app.regrip.selftest.Answer;
import app.regrip.selftest.Question;
import app.regrip.text.Message;
import app.regrip.windows.win32.Win32;
import com.sun.jna.Memory;
import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.Winsvc;
import com.sun.jna.ptr.IntByReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Asks whether services start as their configuration is read. */
public final class ServiceQuestions {

  private static final List<String> SERVICES =
      List.of("wuauserv", "BITS", "CryptSvc", "msiserver", "UsoSvc", "DoSvc", "TrustedInstaller");

  private ServiceQuestions() {}

  /** By the ids of the assumptions. */
  public static Map<String, Question> all() {
    return Map.of("U17", ServiceQuestions::delayedStart);
  }

  /** What we read of it, held against what the service control manager says itself. */
  private static Answer delayedStart() throws PcException {
    List<String> seen = new ArrayList<>();
    boolean same = true;
    for (String name : SERVICES) {
      Message tried = Message.of("windows.service.start-type", name);
      Optional<ServiceHandle> found = ServiceHandle.find(name, Winsvc.SERVICE_QUERY_CONFIG, tried);
      if (found.isPresent()) {
        try (ServiceHandle service = found.get()) {
          StartType read = new ServiceConfig(service, name, tried).startType();
          boolean automatic = read == StartType.AUTOMATIC || read == StartType.AUTOMATIC_DELAYED;
          boolean said = isDelayed(service, tried);
          same &= !automatic || said == (read == StartType.AUTOMATIC_DELAYED);
          seen.add(name + " " + read.name().toLowerCase(Locale.ROOT) + (said ? " (delayed)" : ""));
        }
      }
    }
    return Answer.of(same, Message.asIs(String.join(", ", seen)));
  }

  /** SERVICE_DELAYED_AUTO_START_INFO is one BOOL. */
  private static boolean isDelayed(ServiceHandle service, Message tried) throws PcException {
    Memory info = new Memory(Integer.BYTES);
    if (!Advapi32.INSTANCE.QueryServiceConfig2(
        service.handle(),
        Advapi32Services.SERVICE_CONFIG_DELAYED_AUTO_START_INFO,
        info,
        Integer.BYTES,
        new IntByReference())) {
      throw Win32.lastFailure(tried);
    }
    return info.getInt(0) != 0;
  }
}
