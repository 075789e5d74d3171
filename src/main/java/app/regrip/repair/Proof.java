package app.regrip.repair;

import app.regrip.errors.ErrorCatalog;
import app.regrip.errors.HResult;
import app.regrip.pc.UpdateAgent.SearchResult;
import app.regrip.text.Message;
import app.regrip.update.Failure;
import app.regrip.update.UpdateEvent.Operation;
import java.util.Optional;

/**
 * What Windows answered to the {@link FailureCheck} whether the thing that had failed works now.
 *
 * @param code what it answered, where it failed
 * @param words one or two plain sentences
 * @param update title of the update that is still to come; empty where it has none
 */
record Proof(Result result, Optional<HResult> code, Message words, String update) {

  /** What an answer tells. */
  enum Result {
    PROVEN,
    /** The check for updates works; what had failed is for Windows to do, and is watched. */
    UP_TO_WINDOWS,
    STILL_FAILING,
    /** Something else is in the way, which says nothing about the repair: see {@link Obstacle}. */
    CANNOT_TELL
  }

  static Proof works(Message words) {
    return new Proof(Result.PROVEN, Optional.empty(), words, "");
  }

  static Proof upToWindows(Operation operation, String update) {
    return new Proof(
        Result.UP_TO_WINDOWS,
        Optional.empty(),
        operation == Operation.INSTALL
            ? Message.of("repair.proof.installation-to-come")
            : Message.of("repair.proof.download-to-come"),
        update);
  }

  static Proof cannotTell(Optional<HResult> code, Message words) {
    return new Proof(Result.CANNOT_TELL, code, words, "");
  }

  /**
   * Of a check for updates.
   *
   * @param before what had failed, where that is known
   */
  static Proof of(SearchResult answer, Optional<Failure> before) {
    if (!answer.succeeded()) {
      return failed(Operation.SEARCH, answer.result(), before);
    }
    int found = answer.waiting().size();
    return works(Message.of("repair.proof.check-works", found));
  }

  /** Of what is not asked to happen again. */
  static Proof failed(Failure failure) {
    return failed(failure.operation(), failure.code(), Optional.of(failure));
  }

  /**
   * @param asked what Windows was asked to do
   * @param before what had failed, where that is known
   */
  static Proof failed(Operation asked, HResult code, Optional<Failure> before) {
    Optional<Obstacle> obstacle = Obstacle.of(code);
    if (obstacle.isPresent()) {
      return cannotTell(Optional.of(code), obstacle.get().words(asked, code));
    }
    return new Proof(
        Result.STILL_FAILING,
        Optional.of(code),
        before
            .map(failure -> compared(failure, asked, code))
            .orElseGet(() -> Message.of("repair.proof.fails." + name(asked), named(code))),
        "");
  }

  private static Message compared(Failure before, Operation asked, HResult code) {
    boolean sameCode = before.code().equals(code);
    String now = name(asked);
    if (before.operation() != asked) {
      return sameCode
          ? Message.of("repair.proof.now-too." + name(before.operation()) + "." + now, named(code))
          : Message.of(
              "repair.proof.now." + name(before.operation()) + "." + now,
              named(before.code()),
              named(code));
    }
    return sameCode
        ? Message.of("repair.proof.still." + now, named(code))
        : Message.of("repair.proof.another." + now, named(before.code()), named(code));
  }

  private static Message named(HResult code) {
    return ErrorCatalog.load().headline(code);
  }

  /** In keys. */
  static String name(Operation operation) {
    return switch (operation) {
      case DOWNLOAD -> "download";
      case INSTALL -> "installation";
      default -> "check";
    };
  }
}
