package app.regrip.repair;

import app.regrip.errors.HResult;
import app.regrip.text.Message;
import java.util.Optional;

/**
 * How a repair ended, for people and programs.
 *
 * @param words what happened, one or two plain sentences
 * @param next what to do now; empty only where nothing is left to do
 * @param code the error behind it, where there is one
 * @param nextFix the fix to try next, where there is one
 */
public record Verdict(
    Kind kind, Message words, Message next, Optional<HResult> code, Optional<Fix> nextFix) {

  /** The ways a repair ends. */
  public enum Kind {
    /** An update check succeeded after the fix. */
    PROVEN,
    /** It worked before anything was done, so nothing was. */
    PASSED,
    /**
     * The fix did its work, but whether updates work could not be seen yet; Regrip keeps watching.
     */
    NOT_PROVEN_YET,
    /** The fix did its work and updates still fail. */
    STILL_FAILING,
    /** The work is done only after a restart of the PC; Regrip goes on then. */
    RESTART_NEEDED,
    /** Every rung was tried. */
    CALL_A_PROFESSIONAL,
    /** A step failed; all is as it was before. */
    FAILED,
    /** What was asked for is done; it was no repair. */
    DONE,
    /** The user stopped it; all is as it was before. */
    CANCELLED,
    /** Nothing was started, for a reason in {@link Verdict#words}. */
    REFUSED,
    /** The helper ended without a word; the journal tells how far it came. */
    INTERRUPTED,
    /** An interrupted repair was put back. */
    UNDONE
  }
}
