package app.regrip.repair.checks;

import app.regrip.pc.Pc;
import app.regrip.pc.PcException;
import app.regrip.repair.Finding;
import app.regrip.repair.Finding.Severity;
import app.regrip.text.Message;
import app.regrip.update.StatusRules;
import app.regrip.update.UpdateEvent;
import app.regrip.update.UpdateEventXml;
import app.regrip.update.UpdateStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Whether there is anything to repair at all: who asks for a repair of a PC whose updates work
 * should know it first.
 */
public final class UpdatesWork implements Check {

  private static final Duration LATELY = Duration.ofDays(30);
  private static final int MOST_EVENTS = 1000;

  private final Clock clock;

  public UpdatesWork(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String id() {
    return "updates-work";
  }

  @Override
  public List<Finding> look(Pc pc) throws PcException {
    Instant now = clock.instant();
    List<UpdateEvent> events =
        UpdateEventXml.parseAll(pc.updateLog().eventsSince(now.minus(LATELY), MOST_EVENTS));
    return StatusRules.of(events, Optional.empty(), now) instanceof UpdateStatus.Working working
        ? List.of(finding(working))
        : List.of();
  }

  private static Finding finding(UpdateStatus.Working working) {
    return new Finding(
        "updates-work",
        Severity.INFO,
        Message.of("repair.finding.updates-work"),
        Message.of(
            "repair.finding.updates-work.seen",
            working.at().truncatedTo(ChronoUnit.SECONDS).toString()),
        Optional.empty());
  }
}
