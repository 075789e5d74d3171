package app.regrip;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.ErrorCatalog;
import app.regrip.errors.HResult;
import app.regrip.repair.Fix;
import app.regrip.session.InterruptedRepair;
import app.regrip.session.Snapshot;
import app.regrip.text.Message;
import app.regrip.update.Alert;
import app.regrip.update.UpdateEvent.Operation;
import app.regrip.update.UpdateStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WatchInEventLogTest {

  private final List<String> written = new ArrayList<>();

  @Test
  void whatPoliciesDecideIsToldOnce() {
    WatchInEventLog watch = watch("Alerts=1", "CheckForUpdates=0");
    watch.changed(calm());
    watch.changed(calm());
    assertThat(written).containsExactly("1006 Alerts=1, CheckForUpdates=0");
  }

  @Test
  void whereNoPolicyDecidesNothingIsTold() {
    watch().changed(calm());
    assertThat(written).isEmpty();
  }

  @Test
  void aFailureWorthAnAlertIsToldWithItsErrorAndItsUpdate() {
    WatchInEventLog watch = watch();
    watch.alert(alert(Operation.INSTALL, "Cumulative Update (KB5000001)"));
    watch.alert(alert(Operation.SEARCH, ""));
    assertThat(written).hasSize(2);
    assertThat(written.get(0))
        .startsWith("1005 0x80070006|0x80070006 The handle is invalid")
        .endsWith("|install|Cumulative Update (KB5000001)");
    assertThat(written.get(1)).endsWith("|search|-");
  }

  @Test
  void eachRepairThatWasCutOffIsToldOnceAndOneThatWaitsForARestartIsNot() {
    WatchInEventLog watch = watch();
    watch.changed(cutOff("run-1", true));
    assertThat(written).isEmpty();
    watch.changed(cutOff("run-1", false));
    watch.changed(cutOff("run-1", false));
    watch.changed(calm());
    watch.changed(cutOff("run-2", false));
    assertThat(written).containsExactly("1004 reset|run-1", "1004 reset|run-2");
  }

  private WatchInEventLog watch(String... policies) {
    return new WatchInEventLog(
        (message, words) -> {
          assertThat(words).hasSize(message.places());
          written.add(message.id() + " " + String.join("|", words));
        },
        ErrorCatalog.load(),
        List.of(policies));
  }

  private static Alert alert(Operation operation, String title) {
    return new Alert(
        new UpdateStatus.Failing(
            operation, HResult.INVALID_HANDLE, title, Instant.EPOCH, Instant.EPOCH, 1),
        1);
  }

  private static Snapshot calm() {
    return at(Optional.empty());
  }

  private static Snapshot cutOff(String run, boolean waitsForRestart) {
    return at(
        Optional.of(
            new InterruptedRepair(
                run, Fix.RESET, Instant.EPOCH, 3, 7, Message.NONE, waitsForRestart)));
  }

  private static Snapshot at(Optional<InterruptedRepair> interrupted) {
    return new Snapshot(
        Message.of("session.pc.this"),
        new UpdateStatus.Unknown(Message.NONE),
        Optional.empty(),
        interrupted,
        Optional.empty(),
        Optional.empty());
  }
}
