package app.regrip.repair.steps;

import app.regrip.pc.PcException;
import app.regrip.pc.ServiceStatus;
import app.regrip.pc.ServiceStatus.RunState;
import app.regrip.repair.StepContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A service on its way from one state to another takes no orders (Win32 1061): it is met in that
 * state after a helper was cut off, since the SCM goes on with what it was asked for.
 */
final class PendingService {

  private static final Set<RunState> ON_THE_WAY =
      Set.of(RunState.START_PENDING, RunState.STOP_PENDING);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private PendingService() {}

  /** What the service is once it has arrived, or after half a minute. */
  static Optional<ServiceStatus> arrived(StepContext context, String service) throws PcException {
    Instant enough = context.clock().instant().plus(PATIENCE);
    Optional<ServiceStatus> status = context.pc().services().query(service);
    while (status.map(s -> ON_THE_WAY.contains(s.state())).orElse(false)
        && context.clock().instant().isBefore(enough)) {
      context.settle(BETWEEN_LOOKS);
      status = context.pc().services().query(service);
    }
    return status;
  }
}
