package app.regrip.evidence;

import app.regrip.errors.HResult;
import app.regrip.repair.Fix;
import app.regrip.text.Message;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What follows from the evidence.
 *
 * @param id names the kind of finding, e.g. {@code update-failure}
 * @param code the error number it is about
 * @param count how often, in all files; exact
 * @param evidence where to look, as {@code file:line} or {@code log.evtx:record}, the newest last
 * @param fix what of Regrip follows; empty where none of it helps
 * @param text for a person: what happened, and what to do
 */
public record LogFinding(
    String id,
    Severity severity,
    Optional<HResult> code,
    long count,
    Optional<LogTime> first,
    Optional<LogTime> last,
    List<String> evidence,
    Optional<Fix> fix,
    Message text) {

  /** The all-clear, with what it rests on. */
  public static final String NOTHING_WRONG = "nothing-wrong";

  /** What was read proves neither that updates work nor that they fail. */
  public static final String CANNOT_TELL = "cannot-tell";

  /** The same, said of one PC; nothing is said of it where its name is empty. */
  LogFinding on(String pc) {
    return pc.isEmpty()
        ? this
        : new LogFinding(
            id,
            severity,
            code,
            count,
            first,
            last,
            evidence,
            fix,
            Message.of("evidence.on-pc", pc, text));
  }

  /** In order of importance. */
  public enum Severity {
    ERROR,
    WARNING,
    INFO;

    /** As JSON has it. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
