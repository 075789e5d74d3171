package app.regrip.repair.steps;

import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import app.regrip.pc.ServiceStatus;
import app.regrip.repair.StepContext;
import app.regrip.text.Message;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The services of Windows Update: their keys and the names people know. */
public final class ServiceNames {

  public static final String UPDATE_ORCHESTRATOR = "UsoSvc";
  public static final String DELIVERY_OPTIMIZATION = "DoSvc";
  public static final String BITS = "BITS";
  public static final String WINDOWS_UPDATE = "wuauserv";
  public static final String INSTALLER = "msiserver";
  public static final String CRYPTOGRAPHIC = "CryptSvc";
  public static final String TRUSTED_INSTALLER = "TrustedInstaller";

  /** The order to stop in: whoever restarts others first, the one that may refuse last. */
  static final List<String> STOP_ORDER =
      List.of(
          UPDATE_ORCHESTRATOR,
          DELIVERY_OPTIMIZATION,
          BITS,
          WINDOWS_UPDATE,
          INSTALLER,
          CRYPTOGRAPHIC);

  /** The order to start in again. */
  static final List<String> START_ORDER =
      List.of(
          CRYPTOGRAPHIC,
          BITS,
          WINDOWS_UPDATE,
          DELIVERY_OPTIMIZATION,
          INSTALLER,
          UPDATE_ORCHESTRATOR);

  /** Those that must have stopped before a folder is touched. */
  static final List<String> HOLD_THE_FOLDERS =
      List.of(UPDATE_ORCHESTRATOR, DELIVERY_OPTIMIZATION, BITS, WINDOWS_UPDATE);

  private static final Set<String> NAMED =
      Set.of(
          UPDATE_ORCHESTRATOR,
          DELIVERY_OPTIMIZATION,
          BITS,
          WINDOWS_UPDATE,
          INSTALLER,
          CRYPTOGRAPHIC,
          TRUSTED_INSTALLER);

  private static final HResult NOT_INSTALLED = HResult.ofWin32(1060);

  private ServiceNames() {}

  /** What people call it; the key itself where it has no such name. */
  public static Message of(String service) {
    return name(service, "");
  }

  /** The same, at the start of a sentence. */
  public static Message atStart(String service) {
    return name(service, ".at-start");
  }

  private static Message name(String service, String where) {
    return NAMED.contains(service)
        ? Message.of("repair.service." + service.toLowerCase(Locale.ROOT) + where)
        : Message.asIs(service);
  }

  static ServiceStatus require(StepContext context, String service) throws PcException {
    return context
        .pc()
        .services()
        .query(service)
        .orElseThrow(
            () ->
                new PcException(
                    Message.of("repair.trouble.not-installed", of(service)), NOT_INSTALLED));
  }
}
