package app.regrip.evidence;

import app.regrip.errors.HResult;
import app.regrip.evidence.LoggedEvent.Outcome;
import app.regrip.text.Message;
import app.regrip.update.UpdateEvent.Operation;
import java.util.Optional;

/**
 * The story of one package on its way in or out of Windows, as CBS.log tells it over many lines.
 *
 * @param name of the package; empty where the log does not name it
 * @param error what servicing ended with
 * @param cause what went wrong in it first, where the log tells
 * @param rolledBack whether Windows took back what was done so far
 */
record PackageChange(
    Optional<LogTime> time,
    long line,
    PackageName name,
    Operation operation,
    Outcome outcome,
    Optional<HResult> error,
    Optional<Cause> cause,
    boolean rolledBack) {

  /** What servicing stumbled over. */
  sealed interface Cause {

    /**
     * A part of the update that sets something up, e.g. {@code Container Installer}.
     *
     * @param symbol the name of its error where the log has that and no number
     */
    record Installer(String name, Optional<HResult> code, String symbol) implements Cause {}

    /** A driver, by the name of its file. */
    record Driver(String inf, HResult code) implements Cause {}

    /** Something that the component store should have, e.g. {@code shell.dll of KB5101010}. */
    record Missing(Message what) implements Cause {}

    /** A package that may not be removed. */
    record Permanent() implements Cause {}
  }

  /** The same for who wants events only. */
  LoggedEvent event() {
    return new LoggedEvent(
        time,
        operation,
        outcome,
        error,
        Optional.of(name.inWords().english()).filter(text -> !text.isEmpty()),
        line,
        true);
  }
}
