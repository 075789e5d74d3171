package app.regrip.simulated;

import app.regrip.errors.HResult;
import app.regrip.pc.ProcessType;
import app.regrip.pc.ServiceStatus.RunState;
import app.regrip.pc.UpdatePolicy;
import java.io.IOException;
import java.util.Optional;

/**
 * Why an update check, a download or an installation fails: each walks over the parts of Windows it
 * needs and stops at the first that is broken. To be used with the PC's lock held.
 */
final class UpdateFaults {

  private static final HResult SERVICE_MISSING = HResult.ofWin32(1060);
  private static final HResult SERVICE_DISABLED = HResult.ofWin32(1058);
  private static final HResult SERVICE_STOPPING = new HResult(0x8024001E);
  private static final HResult INSTALL_FAILURE = HResult.ofWin32(1603);
  private static final HResult ACCESS_DISABLED_BY_POLICY = new HResult(0x8024002E);

  private final SimulatedServices services;
  private final UpdateDatabase database;
  private final ComponentStore store;
  private final ServicingHive hive;
  private final SimulatedRestart pendingRestart;
  private final FactsFile facts;
  private final FailureLog failures;

  UpdateFaults(
      SimulatedServices services,
      UpdateDatabase database,
      ComponentStore store,
      ServicingHive hive,
      SimulatedRestart pendingRestart,
      FactsFile facts,
      FailureLog failures) {
    this.services = services;
    this.database = database;
    this.store = store;
    this.hive = hive;
    this.pendingRestart = pendingRestart;
    this.facts = facts;
    this.failures = failures;
  }

  /** What keeps the update service itself from answering. */
  Optional<HResult> ofService() throws IOException {
    Optional<ServiceEntry> wuauserv = services.look("wuauserv");
    if (wuauserv.isEmpty()) {
      return Optional.of(SERVICE_MISSING);
    }
    if (wuauserv.get().isDisabled()) {
      return Optional.of(SERVICE_DISABLED);
    }
    return wuauserv.get().state() == RunState.STOP_PENDING
        ? Optional.of(SERVICE_STOPPING)
        : Optional.empty();
  }

  /** What an update check that was begun ends with. */
  Optional<HResult> ofCheck() throws IOException {
    Optional<HResult> ofService = ofService();
    if (ofService.isPresent()) {
      return ofService;
    }
    ServiceEntry wuauserv = services.look("wuauserv").orElseThrow();
    if (!wuauserv.hasProcess()) {
      return Optional.of(SERVICE_STOPPING);
    }
    if (facts.read().isSwitchedOn(UpdatePolicy.ACCESS_DISABLED)) {
      return Optional.of(ACCESS_DISABLED_BY_POLICY);
    }
    if (isBitsBroken()) {
      failures.add(FailureLog.BITS, HResult.INVALID_HANDLE);
      return Optional.of(HResult.INVALID_HANDLE);
    }
    boolean handleIsInvalid =
        wuauserv.processType() == ProcessType.OWN
            || database.isDamaged()
            || store.isUpdateStackDamaged()
            || hive.isDamaged()
            || pendingRestart.read().filter(SimulatedRestart.Work::breaksUpdateChecks).isPresent();
    return handleIsInvalid
        ? Optional.of(HResult.INVALID_HANDLE)
        : facts.read().updateServer().fault();
  }

  /** What a download ends with: it needs what a check needs, and the folder for the files. */
  Optional<HResult> ofDownload() throws IOException {
    Optional<HResult> ofCheck = ofCheck();
    return ofCheck.isEmpty() && database.isDownloadDamaged()
        ? Optional.of(HResult.INVALID_HANDLE)
        : ofCheck;
  }

  /** What an installation ends with: it takes from the component store. */
  Optional<HResult> ofInstallation(Offer update) throws IOException {
    if (update.recoveryBytes() > facts.read().recoveryFreeBytes()) {
      return Optional.of(INSTALL_FAILURE);
    }
    return store.isDamaged() ? Optional.of(HResult.INVALID_HANDLE) : Optional.empty();
  }

  private boolean isBitsBroken() throws IOException {
    Optional<ServiceEntry> bits = services.look("BITS");
    return bits.isEmpty() || bits.get().isDisabled() || bits.get().run().staleHandle();
  }
}
