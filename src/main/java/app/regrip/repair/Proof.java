package app.regrip.repair;

import app.regrip.errors.Family;
import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import app.regrip.pc.UpdateAgent.SearchResult;
import java.time.Duration;
import java.util.Optional;

/**
 * Whether updates work: Windows is made to check for updates, and its answer counts. Answers that
 * only say "not now" are asked again, and answers about the network say nothing about the repair.
 *
 * @param code what the check answered, where it failed
 */
public record Proof(Result result, Optional<HResult> code, String words) {

  private static final int TRIES = 3;
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(10);

  /** What a check for updates tells. */
  public enum Result {
    PROVEN,
    STILL_FAILING,
    CANNOT_TELL
  }

  /** Makes Windows check for updates and judges the answer. */
  static Proof ask(Work work) throws StepFailedException {
    for (int attempt = 1; ; attempt++) {
      Proof proof = askOnce(work);
      if (proof.result() != Result.CANNOT_TELL
          || attempt == TRIES
          || proof.code().map(Family::of).filter(Family::isAboutTheConnection).isPresent()) {
        return proof;
      }
      work.said("The check for updates could not run (" + proof.words() + "); trying again.");
      work.pause(BETWEEN_TRIES);
    }
  }

  private static Proof askOnce(Work work) throws StepFailedException {
    try {
      SearchResult answer = work.pc().updateAgent().search(work.cancellation());
      work.stopIfAsked();
      return judge(answer);
    } catch (PcException e) {
      return new Proof(
          Result.CANNOT_TELL,
          Optional.of(e.code()),
          "The check for updates could not be started: " + e.getMessage() + ".");
    }
  }

  static Proof judge(SearchResult answer) {
    if (answer.succeeded()) {
      int found = answer.updatesFound();
      return new Proof(
          Result.PROVEN,
          Optional.empty(),
          "Windows checked for updates and it worked"
              + (found == 0
                  ? ": nothing is waiting."
                  : ": " + found + (found == 1 ? " update is" : " updates are") + " waiting."));
    }
    HResult code = answer.result();
    if (Family.of(code).isTransient()) {
      return new Proof(
          Result.CANNOT_TELL, Optional.of(code), "The update service was busy (" + code + ").");
    }
    if (Family.of(code).isAboutTheConnection()) {
      return new Proof(
          Result.CANNOT_TELL,
          Optional.of(code),
          "The check for updates got past the old error, but the network did not answer ("
              + code
              + ").");
    }
    return new Proof(
        Result.STILL_FAILING,
        Optional.of(code),
        code.equals(HResult.INVALID_HANDLE)
            ? "The check for updates still fails with 0x80070006, the handle is invalid."
            : "0x80070006 is gone, but the check for updates now fails with " + code + ".");
  }
}
