package app.regrip.repair;

import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import app.regrip.pc.UpdateAgent.OfferedUpdate;
import app.regrip.pc.UpdateAgent.SearchResult;
import app.regrip.text.Message;
import app.regrip.update.Failure;
import app.regrip.update.UpdateEvent.Operation;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * The question whether the thing that had failed works now. Windows is made to check for updates;
 * for a download that had failed it is made to download that update, and for an installation it is
 * asked whether the update is installed or not needed any more. It is never made to install one.
 */
final class FailureCheck {

  private static final Message DOWNLOADED = Message.of("repair.proof.downloaded");
  private static final int TRIES = 3;
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(10);

  private final StepContext context;
  private final Optional<Failure> failed;
  private final Duration patience;

  /**
   * @param failed empty where the events tell of nothing; then a check for updates is all
   * @param patience for one check
   */
  FailureCheck(StepContext context, Optional<Failure> failed, Duration patience) {
    this.context = context;
    this.failed = failed;
    this.patience = patience;
  }

  /** Asks again where the agent was only just stopping. */
  Proof ask() throws StepFailedException {
    context.waits(Message.of("repair.waits.answer", patience.toMinutes()));
    for (int attempt = 1; ; attempt++) {
      Proof proof = askOnce();
      boolean again = proof.code().flatMap(Obstacle::of).map(Obstacle::passesSoon).orElse(false);
      if (!again || attempt == TRIES) {
        return proof;
      }
      context.said(Message.of("repair.said.check-again", proof.words()));
      context.pause(BETWEEN_TRIES);
    }
  }

  private Proof askOnce() throws StepFailedException {
    try {
      SearchResult answer = context.pc().updateAgent().search(patience, context.cancellation());
      context.stopIfAsked();
      return answer.succeeded() && isOfAnUpdate()
          ? ofUpdate(failed.get(), answer)
          : Proof.of(answer, failed);
    } catch (PcException e) {
      return Obstacle.of(e.code()).isPresent()
          ? Proof.failed(Operation.SEARCH, e.code(), failed)
          : Proof.cannotTell(
              Optional.of(e.code()), Message.of("repair.proof.not-started", e.what()));
    }
  }

  private boolean isOfAnUpdate() {
    return failed.filter(f -> f.operation() != Operation.SEARCH).isPresent();
  }

  private Proof ofUpdate(Failure failure, SearchResult answer)
      throws PcException, StepFailedException {
    if (answer.waiting().isEmpty()) {
      return Proof.of(answer, failed);
    }
    if (failure.update().isEmpty()) {
      return Proof.upToWindows(failure.operation(), "");
    }
    UUID id = failure.update().get();
    Optional<OfferedUpdate> update = answer.waiting(id);
    if (update.isEmpty()) {
      return Proof.works(Message.of("repair.proof.not-asked-for"));
    }
    if (failure.operation() == Operation.INSTALL) {
      return Proof.upToWindows(Operation.INSTALL, update.get().title());
    }
    return update.get().downloaded()
        ? Proof.works(DOWNLOADED)
        : ofDownload(id, update.get().title());
  }

  private Proof ofDownload(UUID update, String title) throws PcException, StepFailedException {
    context.said(Message.of("repair.said.downloads", title));
    HResult result = context.pc().updateAgent().download(update, context.cancellation());
    context.stopIfAsked();
    return result.isFailure()
        ? Proof.failed(Operation.DOWNLOAD, result, failed)
        : Proof.works(DOWNLOADED);
  }
}
