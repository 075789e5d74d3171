package app.regrip.repair.checks;

import app.regrip.errors.HResult;
import app.regrip.pc.Pc;
import app.regrip.pc.PcException;
import app.regrip.pc.PcFacts.LoggedFailure;
import app.regrip.repair.Finding;
import app.regrip.repair.Finding.Severity;
import app.regrip.repair.Fix;
import app.regrip.repair.steps.ServiceNames;
import app.regrip.text.Message;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What BITS and servicing have complained about lately: the newest of each source. */
public final class RecentFailures implements Check {

  private static final Duration LATELY = Duration.ofDays(14);
  private static final int SERVICING_FACILITY = 0x0F;

  private final Clock clock;

  public RecentFailures(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String id() {
    return "recent-failures";
  }

  @Override
  public List<Finding> look(Pc pc) throws PcException {
    Map<String, LoggedFailure> newest = new LinkedHashMap<>();
    for (LoggedFailure failure : pc.facts().recentFailures(clock.instant().minus(LATELY))) {
      newest.merge(failure.source(), failure, (a, b) -> a.at().isBefore(b.at()) ? b : a);
    }
    return newest.values().stream().map(RecentFailures::finding).toList();
  }

  private static Finding finding(LoggedFailure failure) {
    boolean servicing = failure.code().facility() == SERVICING_FACILITY;
    boolean handleOfBits =
        failure.source().equals(ServiceNames.BITS) && failure.code().equals(HResult.INVALID_HANDLE);
    return new Finding(
        "recent-failure-" + failure.source(),
        handleOfBits ? Severity.WARNING : Severity.INFO,
        Message.of(
            "repair.finding.recent-failure",
            failure.source(),
            failure.code().hex(),
            failure.what()),
        Message.asIs(failure.source() + ", " + failure.at().truncatedTo(ChronoUnit.SECONDS)),
        handleOfBits
            ? Optional.of(Fix.BITS)
            : servicing ? Optional.of(Fix.DISM) : Optional.empty());
  }
}
