package app.regrip.repair;

import app.regrip.errors.HResult;
import app.regrip.text.Message;
import java.util.Optional;

/** A step could not do its work; the plan is put back. */
public final class StepFailedException extends Exception {

  /** Why, where the user wished to stop. */
  static final Message BY_THE_USER = Message.of("repair.why.cancelled");

  private final transient Message why;
  private final transient Message next;
  private final Optional<HResult> code;
  private final Reaction reaction;

  /** What follows from a failed step. */
  public enum Reaction {
    /** The user can do something about it: say so and stop. */
    ASK_THE_USER,
    /** This fix doesn't help here, another may: the ladder goes on. */
    TRY_NEXT_FIX,
    /** Only a restart of the PC helps; then the same fix again. */
    RESTART_FIRST,
    /** No fix of ours can help any more. */
    CALL_A_PROFESSIONAL,
    /** The user asked for it. */
    CANCELLED
  }

  public StepFailedException(Message why, Message next, Optional<HResult> code, Reaction reaction) {
    super(why.english());
    this.why = why;
    this.next = next;
    this.code = code;
    this.reaction = reaction;
  }

  static StepFailedException cancelled() {
    return new StepFailedException(
        BY_THE_USER, Message.of("repair.why.cancelled.next"), Optional.empty(), Reaction.CANCELLED);
  }

  /** One sentence. */
  public Message why() {
    return why;
  }

  /** What the user can do now. */
  public Message next() {
    return next;
  }

  public Optional<HResult> code() {
    return code;
  }

  public Reaction reaction() {
    return reaction;
  }
}
