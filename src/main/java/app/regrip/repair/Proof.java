package app.regrip.repair;

import app.regrip.errors.ErrorCatalog;
import app.regrip.errors.HResult;
import app.regrip.pc.UpdateAgent.SearchResult;
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
    return works(
        "Windows checked for updates and it worked"
            + (found == 0
                ? ": nothing is waiting."
                : ": " + found + (found == 1 ? " update is" : " updates are") + " waiting."));
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
      return cannotTell(Optional.of(code), obstacle.get().words(name(asked), code));
    }
    return new Proof(
        Result.STILL_FAILING,
        Optional.of(code),
        before
            .map(failure -> compared(failure, asked, code))
            .orElseGet(() -> "The " + name(asked) + " fails with " + named(code) + "."),
        "");
  }

  private static String compared(Failure before, Operation asked, HResult code) {
    boolean sameCode = before.code().equals(code);
    if (before.operation() != asked) {
      return "The "
          + name(before.operation())
          + " had failed with "
          + named(before.code())
          + "; now the "
          + name(asked)
          + " fails with "
          + (sameCode ? "it too." : named(code) + ".");
    }
    return sameCode
        ? "The " + name(asked) + " still fails with " + named(code) + "."
        : named(before.code())
            + " is gone, but the "
            + name(asked)
            + " now fails with "
            + named(code)
            + ".";
  }

  private static String named(HResult code) {
    return ErrorCatalog.load().headline(code).english();
  }

  /** As people call it. */
  private static String name(Operation operation) {
    return switch (operation) {
      case DOWNLOAD -> "download";
      case INSTALL -> "installation";
      default -> "check for updates";
    };
  }
}
