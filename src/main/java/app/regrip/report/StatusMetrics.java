package app.regrip.report;

import static app.regrip.report.Metric.Type.COUNTER;
import static app.regrip.report.Metric.Type.GAUGE;
import static app.regrip.report.Metric.sample;

import app.regrip.errors.HResult;
import app.regrip.repair.Finding;
import app.regrip.repair.Finding.Severity;
import app.regrip.report.Metric.Sample;
import app.regrip.session.Case;
import app.regrip.session.Case.Entry;
import app.regrip.session.InterruptedRepair;
import app.regrip.session.Snapshot;
import app.regrip.update.UpdateEvent;
import app.regrip.update.UpdateStatus;
import app.regrip.update.UpdateStatus.Failing;
import app.regrip.update.UpdateStatus.Repaired;
import app.regrip.update.UpdateStatus.Working;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The state of Windows Update as metrics. What is not known has no sample: an absent series is what
 * monitoring can tell from a zero. Labels hold words of closed lists and error numbers, never a
 * title or a name of somebody.
 */
public final class StatusMetrics {

  private static final List<String> STATES = List.of("working", "failing", "repaired", "unknown");

  private final Snapshot now;
  private final List<Case> cases;
  private final List<Finding> findings;
  private final String version;
  private final Function<HResult, String> symbols;

  /**
   * @param version of Regrip
   * @param symbols the name of an error number, or empty
   */
  public StatusMetrics(
      Snapshot now,
      List<Case> cases,
      List<Finding> findings,
      String version,
      Function<HResult, String> symbols) {
    this.now = now;
    this.cases = cases;
    this.findings = findings;
    this.version = version;
    this.symbols = symbols;
  }

  /** In the Prometheus text format. */
  public String text() {
    return PrometheusText.of(metrics());
  }

  List<Metric> metrics() {
    return List.of(
        new Metric(
            "regrip_build_info",
            GAUGE,
            "Which Regrip wrote this; always 1.",
            List.of(sample(1, "version", version))),
        new Metric(
            "regrip_update_status",
            GAUGE,
            "How Windows Update is doing: 1 for the state it is in, 0 for the others.",
            STATES.stream().map(s -> sample(bit(s.equals(state())), "status", s)).toList()),
        gauge(
            "regrip_last_update_check_timestamp_seconds",
            "When Windows last looked for updates, with or without success; absent where unknown.",
            lastCheck()),
        gauge(
            "regrip_last_success_timestamp_seconds",
            "When Windows Update last succeeded or was proven to work; absent where unknown.",
            lastSuccess()),
        gauge(
            "regrip_last_failure_timestamp_seconds",
            "When Windows Update last failed; absent where unknown.",
            lastFailure()),
        gauge(
            "regrip_failing_since_timestamp_seconds",
            "When the present failure was first seen; absent while nothing fails.",
            failing().map(f -> f.first().getEpochSecond())),
        gauge(
            "regrip_failures_since_success",
            "How often the present failure was seen since updates last worked; absent where unknown.",
            failuresSinceSuccess()),
        new Metric(
            "regrip_update_error_info",
            GAUGE,
            "The error of the present failure; always 1, absent while nothing fails.",
            failing().map(this::error).stream().toList()),
        new Metric(
            "regrip_failures_total",
            COUNTER,
            "Failures of Windows Update that Regrip has recorded.",
            List.of(sample(entries(Entry.Failed.class).count()))),
        new Metric(
            "regrip_recurrences_total",
            COUNTER,
            "How often a failure came back after a repair.",
            List.of(sample(entries(Entry.CameBack.class).count()))),
        new Metric(
            "regrip_repairs_total",
            COUNTER,
            "Repairs that ended, by fix and by how they ended.",
            repairs()),
        gauge(
            "regrip_repair_running",
            "Whether a repair is running.",
            Optional.of(bit(now.isRepairing()))),
        gauge(
            "regrip_repair_interrupted",
            "Whether a repair was cut off and waits to be taken up.",
            Optional.of(bit(now.interrupted().isPresent()))),
        gauge(
            "regrip_restart_pending",
            "Whether Windows waits for a restart; absent where unknown.",
            restartPending()),
        gauge(
            "regrip_case_open",
            "Whether there is trouble with Windows Update that is neither proven repaired nor over.",
            Optional.of(bit(cases.stream().anyMatch(c -> c.state() == Case.State.OPEN)))),
        new Metric(
            "regrip_findings",
            GAUGE,
            "What a look at the PC found, by severity.",
            Arrays.stream(Severity.values())
                .map(
                    s ->
                        sample(
                            findings.stream().filter(f -> f.severity() == s).count(),
                            "severity",
                            word(s)))
                .toList()));
  }

  private static Metric gauge(String name, String help, Optional<Long> value) {
    return new Metric(name, GAUGE, help, value.map(v -> sample(v)).stream().toList());
  }

  private String state() {
    return failing().isPresent()
        ? "failing"
        : now.status() instanceof Working
            ? "working"
            : now.status() instanceof Repaired ? "repaired" : "unknown";
  }

  private Optional<Failing> failing() {
    return now.status() instanceof Failing failing ? Optional.of(failing) : Optional.empty();
  }

  private Optional<Long> lastCheck() {
    if (now.status() instanceof Working working && working.upToDate()) {
      return Optional.of(working.at().getEpochSecond());
    }
    return failing()
        .filter(f -> f.operation() == UpdateEvent.Operation.SEARCH)
        .map(f -> f.last().getEpochSecond());
  }

  private Optional<Long> lastSuccess() {
    Stream<Instant> status =
        now.status() instanceof Working working
            ? Stream.of(working.at())
            : now.status() instanceof Repaired repaired ? Stream.of(repaired.at()) : Stream.of();
    Stream<Instant> proofs =
        entries(Entry.Tried.class).filter(tried -> tried.proven().isPresent()).map(Entry.Tried::at);
    return newest(Stream.concat(status, proofs));
  }

  private Optional<Long> lastFailure() {
    return newest(
        Stream.concat(
            failing().map(Failing::last).stream(), entries(Entry.Failed.class).map(Entry::at)));
  }

  private Optional<Long> failuresSinceSuccess() {
    if (now.status() instanceof UpdateStatus.Unknown) {
      return Optional.empty();
    }
    return Optional.of(failing().map(f -> (long) f.count()).orElse(0L));
  }

  private Sample error(Failing failing) {
    return sample(
        1,
        "code",
        failing.code().hex(),
        "name",
        symbols.apply(failing.code()),
        "operation",
        word(failing.operation()));
  }

  private List<Sample> repairs() {
    Map<List<String>, Long> counts =
        entries(Entry.Tried.class)
            .collect(
                Collectors.groupingBy(
                    tried -> List.of(tried.fix().commandName(), word(tried.verdict().kind())),
                    () -> new TreeMap<>(Comparator.comparing(List::toString)),
                    Collectors.counting()));
    return counts.entrySet().stream()
        .map(e -> sample(e.getValue(), "fix", e.getKey().get(0), "verdict", e.getKey().get(1)))
        .toList();
  }

  private Optional<Long> restartPending() {
    if (now.interrupted().filter(InterruptedRepair::waitsForRestart).isPresent()
        || found("restart-pending")) {
      return Optional.of(1L);
    }
    return found("unknown-pending-restart") ? Optional.empty() : Optional.of(0L);
  }

  private boolean found(String id) {
    return findings.stream().anyMatch(finding -> finding.id().equals(id));
  }

  private <E extends Entry> Stream<E> entries(Class<E> kind) {
    return cases.stream()
        .flatMap(c -> c.entries().stream())
        .filter(kind::isInstance)
        .map(kind::cast);
  }

  private static Optional<Long> newest(Stream<Instant> moments) {
    return moments.max(Instant::compareTo).map(Instant::getEpochSecond);
  }

  private static long bit(boolean is) {
    return is ? 1 : 0;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
