package app.regrip.repair.steps;

import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import app.regrip.pc.ServiceStatus;
import app.regrip.repair.Work;
import java.util.List;
import java.util.Map;

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

  private static final Map<String, String> NAMES =
      Map.of(
          UPDATE_ORCHESTRATOR, "Update Orchestrator (UsoSvc)",
          DELIVERY_OPTIMIZATION, "Delivery Optimization (DoSvc)",
          BITS, "the background download service (BITS)",
          WINDOWS_UPDATE, "the Windows Update service (wuauserv)",
          INSTALLER, "Windows Installer (msiserver)",
          CRYPTOGRAPHIC, "Cryptographic Services (CryptSvc)",
          TRUSTED_INSTALLER, "Windows Modules Installer (TrustedInstaller)");

  private static final HResult NOT_INSTALLED = HResult.ofWin32(1060);

  private ServiceNames() {}

  /** What people call it; the key itself where it has no such name. */
  public static String of(String service) {
    return NAMES.getOrDefault(service, service);
  }

  /** The same, at the start of a sentence. */
  public static String atStart(String service) {
    String name = of(service);
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  static ServiceStatus require(Work work, String service) throws PcException {
    return work.pc()
        .services()
        .query(service)
        .orElseThrow(
            () -> new PcException(of(service) + " is not installed on this PC", NOT_INSTALLED));
  }
}
