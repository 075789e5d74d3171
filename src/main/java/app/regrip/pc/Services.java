package app.regrip.pc;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The service control manager. Names are service keys ({@code wuauserv}), compared without regard
 * to case.
 *
 * <p>Stopping takes time: {@link #stop} waits, and reports Win32 1052 or 5 where Windows refuses,
 * 1053 on time-out. A service that runs inside another start type than expected is never "repaired"
 * here; this port only says and does.
 */
public interface Services {

  /** What the service is now; empty where no such service is installed (Win32 1060). */
  Optional<ServiceStatus> query(String name) throws PcException;

  /** Starts it. A service that runs already is a success; Win32 1058 says it is disabled. */
  void start(String name) throws PcException;

  /** Asks it to stop and waits until it has. A service that is stopped already is a success. */
  void stop(String name, Duration patience) throws PcException;

  /** The services that run now and would have to be stopped before this one. */
  List<String> runningDependents(String name) throws PcException;

  void setStartType(String name, StartType type) throws PcException;

  /** Writes the configured process type, keeping the triggers of the service. */
  void setProcessType(String name, ProcessType type) throws PcException;
}
