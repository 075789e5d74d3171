package app.regrip;

import app.regrip.errors.ErrorCatalog;
import app.regrip.session.InterruptedRepair;
import app.regrip.session.Session;
import app.regrip.session.Snapshot;
import app.regrip.update.Alert;
import app.regrip.update.UpdateStatus;
import app.regrip.windows.eventlog.LogMessage;
import app.regrip.windows.eventlog.MessageLog;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells the event log what the tray sees: which settings a policy decides, each failure that is
 * worth an alert, and a repair that was cut off.
 */
final class WatchInEventLog implements Session.Listener {

  private final MessageLog log;
  private final ErrorCatalog catalog;
  private List<String> untoldPolicies;
  private Optional<String> toldRun = Optional.empty();

  /**
   * @param policies each as {@code Name=1}
   */
  WatchInEventLog(MessageLog log, ErrorCatalog catalog, List<String> policies) {
    this.log = log;
    this.catalog = catalog;
    this.untoldPolicies = policies;
  }

  @Override
  public void changed(Snapshot snapshot) {
    if (!untoldPolicies.isEmpty()) {
      log.tryToWrite(LogMessage.POLICY, String.join(", ", untoldPolicies));
      untoldPolicies = List.of();
    }
    snapshot
        .interrupted()
        .filter(cut -> !cut.waitsForRestart() && !toldRun.equals(Optional.of(cut.runId())))
        .ifPresent(this::cutOff);
  }

  private void cutOff(InterruptedRepair cut) {
    toldRun = Optional.of(cut.runId());
    log.tryToWrite(LogMessage.CUT_OFF, cut.fix().commandName(), cut.runId());
  }

  @Override
  public void alert(Alert alert) {
    UpdateStatus.Failing failing = alert.failure();
    log.tryToWrite(
        LogMessage.FAILURE,
        failing.code().hex(),
        catalog.headline(failing.code()).english(),
        failing.operation().name().toLowerCase(Locale.ROOT),
        failing.title().isEmpty() ? "-" : failing.title());
  }
}
