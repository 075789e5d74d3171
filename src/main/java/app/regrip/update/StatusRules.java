package app.regrip.update;

import app.regrip.errors.Family;
import app.regrip.errors.HResult;
import app.regrip.text.Message;
import app.regrip.update.UpdateEvent.Operation;
import app.regrip.update.UpdateEvent.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the state of Windows Update from its events.
 *
 * <p>A failure stands until it is settled: by a later success of the same or of a later operation
 * (search, download, install, in this order). A failed installation is about one update, so only
 * that update's success settles it, or a search that finds nothing left to install. A proof that
 * Regrip made counts as such a success, and as no more.
 */
public final class StatusRules {

  /** Events later than now are from a clock that was wrong; they would stay the newest for ever. */
  private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(10);

  private static final Set<UpdateService> MAIN =
      Set.of(UpdateService.WINDOWS_UPDATE, UpdateService.MICROSOFT_UPDATE, UpdateService.WSUS);

  private StatusRules() {}

  /**
   * @param events in any order, duplicates allowed
   * @param proven what Regrip last proved to work
   */
  public static UpdateStatus of(List<UpdateEvent> events, Optional<Proven> proven, Instant now) {
    Instant latest = now.plus(CLOCK_TOLERANCE);
    Optional<Proven> proof = proven.filter(p -> !p.at().isAfter(latest));
    List<UpdateEvent> decisive =
        events.stream()
            .filter(event -> isDecisive(event) && !event.at().isAfter(latest))
            .distinct()
            .sorted(
                Comparator.comparing(UpdateEvent::at)
                    .thenComparing(UpdateEvent::operation)
                    .thenComparing(UpdateEvent::recordId))
            .toList();
    List<UpdateEvent> open = unsettled(decisive);
    proof.ifPresent(
        p ->
            open.removeIf(
                failure -> !failure.at().isAfter(p.at()) && settles(p.asEvent(), failure)));
    if (!open.isEmpty()) {
      return failing(open);
    }
    Optional<Instant> lastSuccess =
        decisive.stream()
            .filter(event -> event.outcome() == Outcome.SUCCEEDED)
            .map(UpdateEvent::at)
            .reduce((earlier, later) -> later);
    Optional<Instant> provenAt = proof.map(Proven::at);
    if (provenAt.isPresent() && lastSuccess.filter(at -> at.isAfter(provenAt.get())).isEmpty()) {
      return proof.get().repaired()
          ? new UpdateStatus.Repaired(provenAt.get())
          : new UpdateStatus.Working(provenAt.get());
    }
    return lastSearch(decisive)
        .filter(search -> search.updatesFound().orElse(-1) == 0)
        .<UpdateStatus>map(search -> new UpdateStatus.Working(search.at(), true))
        .or(() -> lastSuccess.map(at -> new UpdateStatus.Working(at, false)))
        .orElseGet(() -> new UpdateStatus.Unknown(Message.of("update.unknown.no-check-lately")));
  }

  /** The newest check for updates of Windows itself. */
  private static Optional<UpdateEvent> lastSearch(List<UpdateEvent> oldestFirst) {
    return oldestFirst.stream()
        .filter(
            event -> event.operation() == Operation.SEARCH && event.outcome() == Outcome.SUCCEEDED)
        .filter(event -> MAIN.contains(event.service()))
        .reduce((earlier, later) -> later);
  }

  static boolean isDecisive(UpdateEvent event) {
    boolean outcome =
        event.outcome() == Outcome.SUCCEEDED
            || (event.outcome() == Outcome.FAILED
                && event.code().map(Family::of).filter(Family.INTERRUPTED::equals).isEmpty());
    return event.isAboutWindows() && outcome && rank(event.operation()) > 0;
  }

  private static List<UpdateEvent> unsettled(List<UpdateEvent> oldestFirst) {
    List<UpdateEvent> open = new ArrayList<>();
    for (UpdateEvent event : oldestFirst) {
      if (event.outcome() == Outcome.FAILED) {
        open.add(event);
      } else {
        open.removeIf(failure -> settles(event, failure));
      }
    }
    return open;
  }

  static boolean settles(UpdateEvent success, UpdateEvent failure) {
    boolean nothingLeft = success.updatesFound().orElse(-1) == 0;
    return switch (failure.operation()) {
      case SEARCH -> success.operation() != Operation.SEARCH || covers(success, failure);
      case DOWNLOAD, INSTALL ->
          success.operation() == Operation.SEARCH
              ? nothingLeft && covers(success, failure)
              : rank(success.operation()) >= rank(failure.operation())
                  && provesUpdate(success, failure);
      default -> false;
    };
  }

  private static boolean provesUpdate(UpdateEvent success, UpdateEvent failure) {
    boolean unnamed = failure.updateId().isEmpty() && failure.title().isEmpty();
    boolean anyUpdateCounts = unnamed || failure.operation() == Operation.DOWNLOAD;
    return UpdateTitle.isSameUpdate(success, failure)
        || (anyUpdateCounts && !UpdateTitle.isAntivirus(success));
  }

  /** Whether a success with one update service says something about another. */
  private static boolean covers(UpdateEvent success, UpdateEvent failure) {
    UpdateService a = success.service();
    UpdateService b = failure.service();
    return a == b
        || a == UpdateService.UNNAMED
        || b == UpdateService.UNNAMED
        || (MAIN.contains(a) && MAIN.contains(b));
  }

  private static int rank(Operation operation) {
    return switch (operation) {
      case SEARCH -> 1;
      case DOWNLOAD -> 2;
      case INSTALL -> 3;
      default -> 0;
    };
  }

  /**
   * The error Regrip repairs goes before others, so that it stays in sight between them; then the
   * newest. What fails in two ways is described by the newer one.
   */
  private static UpdateStatus failing(List<UpdateEvent> open) {
    UpdateEvent shown =
        open.stream()
            .filter(failure -> isLatestOfItsKind(failure, open))
            .max(
                Comparator.<UpdateEvent, Boolean>comparing(
                        failure -> codeOf(failure).equals(HResult.INVALID_HANDLE))
                    .thenComparing(UpdateEvent::at))
            .orElseThrow();
    List<UpdateEvent> same =
        open.stream()
            .filter(failure -> isSameKind(failure, shown) && codeOf(failure).equals(codeOf(shown)))
            .toList();
    return new UpdateStatus.Failing(
        shown.operation(),
        codeOf(shown),
        shown.title(),
        shown.updateId(),
        same.get(0).at(),
        same.get(same.size() - 1).at(),
        same.size());
  }

  private static boolean isLatestOfItsKind(UpdateEvent failure, List<UpdateEvent> open) {
    int index = open.indexOf(failure);
    return open.stream().skip(index + 1L).noneMatch(later -> isSameKind(failure, later));
  }

  private static boolean isSameKind(UpdateEvent a, UpdateEvent b) {
    if (a.operation() != b.operation()) {
      return false;
    }
    if (a.operation() == Operation.SEARCH) {
      return covers(a, b);
    }
    boolean unnamed = a.updateId().isEmpty() && a.title().isEmpty();
    return unnamed ? b.updateId().isEmpty() && b.title().isEmpty() : UpdateTitle.isSameUpdate(a, b);
  }

  /** An event may lack its number; E_FAIL is Windows' own word for "failed, no more is known". */
  private static HResult codeOf(UpdateEvent failure) {
    return failure.code().orElse(new HResult(0x80004005));
  }
}
