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

  static StepFailedException wouldNotStop(Message who, Optional<HResult> code) {
    return askTheUser(
        Message.of("repair.why.not-stopped", who), Message.of("repair.why.not-stopped.next"), code);
  }

  static StepFailedException cameBack(Message who) {
    return askTheUser(
        Message.of("repair.why.came-back", who),
        Message.of("repair.why.not-stopped.next"),
        Optional.empty());
  }

  static StepFailedException heldBy(String folder, Message who, PcException cause) {
    return restartFirst(Message.of("repair.why.folder-held", folder, who), cause.code());
  }

  static StepFailedException restartFirst(Message why, HResult code) {
    return new StepFailedException(
        why,
        Message.of("repair.why.restart-first.next"),
        Optional.of(code),
        Reaction.RESTART_FIRST);
  }

  /**
   * @param key of the sentence that says why; the one with {@code .next} says what to do
   */
  static StepFailedException tryNext(String key) {
    return tryNext(why(key), next(key), Optional.empty());
  }

  static StepFailedException tryNext(Message why, Message next, Optional<HResult> code) {
    return new StepFailedException(why, next, code, Reaction.TRY_NEXT_FIX);
  }

  static StepFailedException askTheUser(String key) {
    return askTheUser(why(key), next(key), Optional.empty());
  }

  /** The number goes into the gap of the sentence. */
  static StepFailedException askTheUser(String key, HResult error) {
    return askTheUser(why(key, error.hex()), next(key), Optional.of(error));
  }

  static StepFailedException askTheUser(Message why, Message next, Optional<HResult> code) {
    return new StepFailedException(why, next, code, Reaction.ASK_THE_USER);
  }

  static StepFailedException callAProfessional(String key, HResult error) {
    return callAProfessional(why(key, error.hex()), next(key), Optional.of(error));
  }

  static StepFailedException callAProfessional(Message why, Message next, Optional<HResult> code) {
    return new StepFailedException(why, next, code, Reaction.CALL_A_PROFESSIONAL);
  }

  private static Message why(String key, Object... arguments) {
    return Message.of("repair.why." + key, arguments);
  }

  private static Message next(String key) {
    return Message.of("repair.why." + key + ".next");
  }
}
