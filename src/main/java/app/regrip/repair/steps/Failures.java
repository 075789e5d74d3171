package app.regrip.repair.steps;

import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import app.regrip.repair.StepFailedException;
import app.regrip.repair.StepFailedException.Reaction;
import app.regrip.text.Message;
import java.util.Optional;

/** The ways steps fail, with the words for each. */
final class Failures {

  private Failures() {}

  static StepFailedException didNotStick(Message what) {
    return new StepFailedException(
        Message.of("repair.why.did-not-stick", what),
        Message.of("repair.why.did-not-stick.next"),
        Optional.empty(),
        Reaction.TRY_NEXT_FIX);
  }

  static StepFailedException wouldNotStop(String who, Optional<HResult> code) {
    return new StepFailedException(
        "Could not stop " + who + ", so no file was touched.",
        "Wait a few minutes, or restart the PC, and try again. If it stays so, pause your antivirus program for the repair.",
        code,
        Reaction.ASK_THE_USER);
  }

  static StepFailedException heldBy(String folder, String who, PcException cause) {
    return new StepFailedException(
        "The folder "
            + folder
            + " is held open by "
            + who
            + ", so it was left alone. A restart of the PC ends that, and the repair goes on right after it; or pause that program and repair again.",
        "Restart the PC; then go on with the repair.",
        Optional.of(cause.code()),
        Reaction.RESTART_FIRST);
  }

  static StepFailedException restartFirst(String why, HResult code) {
    return restartFirst(Message.asIs(why), code);
  }

  static StepFailedException restartFirst(Message why, HResult code) {
    return new StepFailedException(
        why,
        Message.of("repair.why.restart-first.next"),
        Optional.of(code),
        Reaction.RESTART_FIRST);
  }

  static StepFailedException tryNext(String why, String next, Optional<HResult> code) {
    return tryNext(Message.asIs(why), Message.asIs(next), code);
  }

  static StepFailedException tryNext(Message why, Message next, Optional<HResult> code) {
    return new StepFailedException(why, next, code, Reaction.TRY_NEXT_FIX);
  }

  static StepFailedException askTheUser(String why, String next, Optional<HResult> code) {
    return askTheUser(Message.asIs(why), Message.asIs(next), code);
  }

  static StepFailedException askTheUser(Message why, Message next, Optional<HResult> code) {
    return new StepFailedException(why, next, code, Reaction.ASK_THE_USER);
  }

  static StepFailedException callAProfessional(String why, String next, Optional<HResult> code) {
    return callAProfessional(Message.asIs(why), Message.asIs(next), code);
  }

  static StepFailedException callAProfessional(Message why, Message next, Optional<HResult> code) {
    return new StepFailedException(why, next, code, Reaction.CALL_A_PROFESSIONAL);
  }
}
