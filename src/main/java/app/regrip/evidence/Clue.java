package app.regrip.evidence;

import app.regrip.errors.HResult;
import java.util.Optional;

/**
 * A fact in a file that is neither an event nor a run, and that a finding may rest on: a service
 * that is disabled, the name of an antivirus in an error line…
 *
 * @param id names the kind of fact, e.g. {@code service-disabled}
 * @param subject what it is about, e.g. {@code wuauserv}; may be empty
 * @param line where in the file, from 1
 */
public record Clue(
    String id, String subject, Optional<HResult> code, Optional<LogTime> time, long line) {}
