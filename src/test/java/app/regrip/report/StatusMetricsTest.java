package app.regrip.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regrip.errors.HResult;
import app.regrip.repair.Finding;
import app.regrip.repair.Finding.Severity;
import app.regrip.repair.Fix;
import app.regrip.repair.Verdict;
import app.regrip.session.Case;
import app.regrip.session.Case.Entry;
import app.regrip.session.Snapshot;
import app.regrip.text.Message;
import app.regrip.update.UpdateEvent.Operation;
import app.regrip.update.UpdateStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatusMetricsTest {

  private static final Instant AT = Instant.parse("2026-03-04T10:00:00Z");
  private static final double SECONDS = AT.getEpochSecond();

  private List<Case> cases = List.of();
  private List<Finding> findings = List.of();

  private Map<String, Double> metrics(UpdateStatus status) {
    return TextFormat.read(text(status, "1.2.3"));
  }

  private String text(UpdateStatus status, String version) {
    Snapshot now =
        new Snapshot(
            Message.of("session.pc.this"),
            status,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new StatusMetrics(now, cases, findings, version, code -> "E_HANDLE").text();
  }

  private static UpdateStatus failing(Operation operation) {
    return new UpdateStatus.Failing(
        operation, HResult.INVALID_HANDLE, "A \"title\"", AT.minusSeconds(60), AT, 3);
  }

  private static Entry tried(Verdict.Kind kind, Instant at) {
    return new Entry.Tried(
        at,
        "run",
        Fix.RESET,
        new Verdict(kind, Message.NONE, Message.NONE, Optional.empty(), Optional.empty()));
  }

  @Test
  void tellsAFailure() {
    assertThat(metrics(failing(Operation.SEARCH)))
        .containsEntry("regrip_build_info{version=\"1.2.3\"}", 1.0)
        .containsEntry("regrip_update_status{status=\"failing\"}", 1.0)
        .containsEntry("regrip_update_status{status=\"working\"}", 0.0)
        .containsEntry("regrip_update_status{status=\"unknown\"}", 0.0)
        .containsEntry("regrip_last_update_check_timestamp_seconds", SECONDS)
        .containsEntry("regrip_last_failure_timestamp_seconds", SECONDS)
        .containsEntry("regrip_failing_since_timestamp_seconds", SECONDS - 60)
        .containsEntry("regrip_failures_since_success", 3.0)
        .containsEntry(
            "regrip_update_error_info{code=\"0x80070006\",name=\"E_HANDLE\",operation=\"search\"}",
            1.0)
        .doesNotContainKey("regrip_last_success_timestamp_seconds");
  }

  @Test
  void namesNoTitle() {
    assertThat(text(failing(Operation.INSTALL), "1")).doesNotContain("title");
  }

  @Test
  void tellsThatItWorks() {
    assertThat(metrics(new UpdateStatus.Working(AT, true)))
        .containsEntry("regrip_update_status{status=\"working\"}", 1.0)
        .containsEntry("regrip_last_success_timestamp_seconds", SECONDS)
        .containsEntry("regrip_last_update_check_timestamp_seconds", SECONDS)
        .containsEntry("regrip_failures_since_success", 0.0)
        .containsEntry("regrip_case_open", 0.0)
        .noneSatisfy((series, value) -> assertThat(series).startsWith("regrip_update_error_info"));
  }

  @Test
  void unknownIsNeitherZeroNorFine() {
    findings =
        List.of(
            new Finding(
                "unknown-pending-restart",
                Severity.UNKNOWN,
                Message.NONE,
                Message.NONE,
                Optional.empty()));
    assertThat(metrics(new UpdateStatus.Unknown(Message.asIs("No log."))))
        .containsEntry("regrip_update_status{status=\"unknown\"}", 1.0)
        .containsEntry("regrip_update_status{status=\"working\"}", 0.0)
        .containsEntry("regrip_findings{severity=\"unknown\"}", 1.0)
        .doesNotContainKeys(
            "regrip_restart_pending",
            "regrip_failures_since_success",
            "regrip_last_success_timestamp_seconds",
            "regrip_last_failure_timestamp_seconds");
  }

  @Test
  void countsWhatTheHistoryHolds() {
    cases =
        List.of(
            new Case(
                HResult.INVALID_HANDLE,
                Case.State.OPEN,
                List.of(
                    new Entry.Failed(AT.minusSeconds(90), HResult.INVALID_HANDLE, "INSTALL", "x"),
                    tried(Verdict.Kind.STILL_FAILING, AT.minusSeconds(80)),
                    tried(Verdict.Kind.STILL_FAILING, AT.minusSeconds(70)),
                    tried(Verdict.Kind.PROVEN, AT.minusSeconds(60)),
                    new Entry.CameBack(AT.minusSeconds(50), HResult.INVALID_HANDLE, 1))));
    assertThat(metrics(failing(Operation.INSTALL)))
        .containsEntry("regrip_failures_total", 1.0)
        .containsEntry("regrip_recurrences_total", 1.0)
        .containsEntry("regrip_repairs_total{fix=\"reset\",verdict=\"still-failing\"}", 2.0)
        .containsEntry("regrip_repairs_total{fix=\"reset\",verdict=\"proven\"}", 1.0)
        .containsEntry("regrip_last_success_timestamp_seconds", SECONDS - 60)
        .containsEntry("regrip_case_open", 1.0);
  }

  @Test
  void tellsARestartThatWindowsWaitsFor() {
    assertThat(metrics(new UpdateStatus.Working(AT))).containsEntry("regrip_restart_pending", 0.0);
    findings =
        List.of(
            new Finding(
                "restart-pending",
                Severity.BLOCKS_REPAIR,
                Message.NONE,
                Message.NONE,
                Optional.empty()));
    assertThat(metrics(new UpdateStatus.Working(AT))).containsEntry("regrip_restart_pending", 1.0);
  }

  @Test
  void escapesLabelValues() {
    assertThat(metricsOf("1 \"b\" \\ c\nd"))
        .containsKey("regrip_build_info{version=\"1 \\\"b\\\" \\\\ c\\nd\"}");
  }

  private Map<String, Double> metricsOf(String version) {
    return TextFormat.read(text(new UpdateStatus.Working(AT), version));
  }

  @Test
  void refusesWhatNoCollectorWouldTake() {
    assertThatThrownBy(
            () ->
                new Metric(
                    "a_total",
                    Metric.Type.COUNTER,
                    "Twice the same.",
                    List.of(Metric.sample(1), Metric.sample(2))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Metric("a", Metric.Type.COUNTER, "A counter.", List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Metric.sample(1, "Upper", "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
