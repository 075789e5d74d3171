package app.regrip.evidence;

import app.regrip.errors.HResult;
import java.util.Optional;

/**
 * A fact in a file that is neither an event nor a run, and that a finding may rest on: a service
 * that is disabled, the name of an antivirus in an error line…
 *
 * @param id names the kind of fact, e.g. {@link #SERVICE_DISABLED}
 * @param subject what it is about, e.g. {@code wuauserv}; may be empty
 * @param line where in the file, from 1; in a binary event log the number of the record
 */
public record Hint(
    String id, String subject, Optional<HResult> code, Optional<LogTime> time, long line) {

  /** A service that updates need may not start. */
  public static final String SERVICE_DISABLED = "service-disabled";

  /** A service that updates need does not exist. */
  public static final String SERVICE_MISSING = "service-missing";

  /** A service that updates need did not start. */
  public static final String SERVICE_FAILED = "service-failed";

  /** A service that updates need is running. */
  public static final String SERVICE_RUNNING = "service-running";

  /** The Windows Update service is configured to run in a process of its own. */
  public static final String OWN_PROCESS = "own-process";

  /** Updates come from an organisation's server. */
  public static final String WSUS = "wsus-managed";
}
