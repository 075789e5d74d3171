package app.regrip.repair;

import app.regrip.errors.HResult;
import app.regrip.pc.UpdateAgent.SearchResult;
import app.regrip.update.Failure;
import app.regrip.update.UpdateEvent.Operation;
import java.util.Optional;

/**
 * What Windows answered to the {@link Question} whether the thing that had failed works now.
 *
 * @param code what it answered, where it failed
 * @param words one or two plain sentences
 * @param update title of the update that is still to come; empty where it has none
 */
record Proof(Result result, Optional<HResult> code, String words, String update) {

  /** What an answer tells. */
  enum Result {
    PROVEN,
    /** The check for updates works; what had failed is for Windows to do, and is watched. */
    UP_TO_WINDOWS,
    STILL_FAILING,
    /** Something else is in the way, which says nothing about the repair: see {@link Obstacle}. */
    CANNOT_TELL
  }

  static Proof works(String words) {
    return new Proof(Result.PROVEN, Optional.empty(), words, "");
  }

  static Proof upToWindows(Operation operation, String update) {
    return new Proof(
        Result.UP_TO_WINDOWS,
        Optional.empty(),
        operation == Operation.INSTALL
            ? "The check for updates works; whether the installation does shows when Windows installs the update."
            : "The check for updates works; whether the download does shows when Windows downloads the update.",
        update);
  }

  static Proof cannotTell(Optional<HResult> code, String words) {
    return new Proof(Result.CANNOT_TELL, code, words, "");
  }

  /** Of a check for updates. */
  static Proof of(SearchResult answer) {
    if (!answer.succeeded()) {
      return failed("check for updates", answer.result());
    }
    int found = answer.waiting().size();
    return works(
        "Windows checked for updates and it worked"
            + (found == 0
                ? ": nothing is waiting."
                : ": " + found + (found == 1 ? " update is" : " updates are") + " waiting."));
  }

  /** Of what is not asked to happen again. */
  static Proof failed(Failure failure) {
    return failed(
        failure.operation() == Operation.INSTALL ? "installation" : "download", failure.code());
  }

  /**
   * @param what was asked of Windows, as people call it
   */
  static Proof failed(String what, HResult code) {
    Optional<Obstacle> obstacle = Obstacle.of(code);
    if (obstacle.isPresent()) {
      return cannotTell(Optional.of(code), obstacle.get().words(what, code));
    }
    return new Proof(
        Result.STILL_FAILING,
        Optional.of(code),
        code.equals(HResult.INVALID_HANDLE)
            ? "The " + what + " still fails with 0x80070006, the handle is invalid."
            : "0x80070006 is gone, but the " + what + " now fails with " + code + ".",
        "");
  }
}
