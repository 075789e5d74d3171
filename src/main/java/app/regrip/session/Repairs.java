package app.regrip.session;

import app.regrip.helper.HelperArguments;
import app.regrip.helper.HelperLauncher;
import app.regrip.helper.HelperLauncher.RunningHelper;
import app.regrip.helper.RepairLock;
import app.regrip.repair.Fix;
import app.regrip.repair.FixRequest;
import app.regrip.repair.RecoveryChoice;
import app.regrip.repair.RepairEvent;
import app.regrip.repair.Troubleshooter;
import app.regrip.repair.Verdict;
import app.regrip.repair.Verdicts;
import app.regrip.text.Message;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The repairs of a session: starts a helper, or follows one that another Regrip has started, and
 * listens to one at a time. All of it on the session's thread.
 */
final class Repairs {

  /** Whoever shows what comes of the repairs. */
  interface Audience {

    /** Does the work on the session's thread. */
    void onSession(Runnable work);

    void changed();

    /** A repair is over: what Windows says now is worth a look. */
    void ended(Verdict verdict);

    /** One was asked for while another runs. */
    void reveal();
  }

  private final LiveSession.Dependencies parts;
  private final SessionStore records;
  private final OpenRuns openRuns;
  private final Audience audience;
  private Optional<RepairProgress> progress = Optional.empty();
  private Optional<RunningHelper> helper = Optional.empty();
  private Optional<Attention> attention = Optional.empty();

  Repairs(LiveSession.Dependencies parts, OpenRuns openRuns, Audience audience) {
    this.parts = parts;
    this.records = parts.records();
    this.openRuns = openRuns;
    this.audience = audience;
  }

  /**
   * A repair that was asked for and not yet begun.
   *
   * @param fix for the window's title, until the helper tells
   */
  record PendingLaunch(String runId, Fix fix, Runnable start) {}

  /**
   * To the one helper that is listened to. What another says, that has told its verdict and is
   * still ending, does not count.
   */
  private static final class Attention {}

  /** The repair that runs, or the last one that ended. */
  Optional<RepairProgress> progress() {
    return progress;
  }

  boolean isRepairing() {
    return progress.isPresent() && progress.get().verdict().isEmpty();
  }

  /** The repair that was cut off, if there is one and none runs. */
  Optional<InterruptedRepair> interrupted() {
    return isRepairing() ? Optional.empty() : cutOff();
  }

  /** The last repair, while what it did can be taken back. */
  Optional<SessionStore.TriedRun> undoable(Instant now) {
    return records.lastRun(now).filter(run -> openRuns.canBeTakenBack(run.runId()));
  }

  PendingLaunch repair(FixRequest request) {
    String runId = UUID.randomUUID().toString();
    return request.fix().needsElevation()
        ? order(new HelperArguments.Start(request, runId, ownPid()), request.fix())
        : new PendingLaunch(runId, request.fix(), () -> openTroubleshooter(runId));
  }

  /** Of the repair that was cut off; an undo also of the last one that ended. */
  Optional<PendingLaunch> recovery(RecoveryChoice choice) {
    return interrupted()
        .map(run -> recovery(choice, run.runId(), run.fix()))
        .or(() -> choice == RecoveryChoice.UNDO ? undoOfTheLast() : Optional.empty());
  }

  private Optional<PendingLaunch> undoOfTheLast() {
    return undoable(parts.clock().instant())
        .map(run -> recovery(RecoveryChoice.UNDO, run.runId(), run.fix()));
  }

  private PendingLaunch recovery(RecoveryChoice choice, String runId, Fix fix) {
    return order(new HelperArguments.Recover(choice, runId, ownPid()), fix);
  }

  private PendingLaunch order(HelperArguments arguments, Fix fix) {
    return new PendingLaunch(arguments.runId(), fix, () -> launch(arguments));
  }

  /** Whether a repair runs, ours or another Regrip's; it is brought up then. */
  boolean isBusy() {
    followARunningOne();
    if (isRepairing()) {
      audience.reveal();
    }
    return isRepairing();
  }

  /** Shows it as begun; its work is started afterwards, and may wait for the user's consent. */
  void begin(PendingLaunch order) {
    show(RepairProgress.starting(order.runId(), order.fix(), parts.clock().instant()));
  }

  /** Only who has started a helper is heard by it. */
  void cancel() {
    if (helper.isPresent()) {
      helper.get().cancel();
      progress = progress.map(RepairProgress::cancelling);
      audience.changed();
    }
  }

  /**
   * A helper that has told its verdict may still be closing its files; as long as it is listened
   * to, it is not news. A run that was shown as interrupted is, once it is taken up.
   */
  void followARunningOne() {
    if (attention.isEmpty()) {
      openRuns.running().ifPresent(this::follow);
    }
  }

  private void follow(RepairLock.Holder holder) {
    Attention to = payAttention();
    String runId = holder.runId();
    show(RepairProgress.starting(runId, Fix.ALL, parts.clock().instant()).asFollowed());
    new RunFollower(
            parts.runs().events(runId, holder.turn()), () -> parts.runs().lock().isAtWork(holder))
        .start(event -> onlyWith(to, () -> happened(event)), () -> onlyWith(to, this::helperEnded));
  }

  /**
   * A helper that was killed has left services stopped. They need not wait for the user's choice
   * where nobody is asked.
   */
  void startServicesMeanwhile() {
    Optional<String> cutOff =
        interrupted().filter(cut -> cut.step() > 0).map(InterruptedRepair::runId);
    if (cutOff.isEmpty() || parts.launcher().asksForPermission()) {
      return;
    }
    try {
      parts
          .launcher()
          .launch(new HelperArguments.StartServices(cutOff.get(), ownPid()), event -> {}, () -> {});
    } catch (IOException | HelperLauncher.DeclinedException e) {
      records.notice(Message.of("session.notice.services-not-started", HelperLauncher.why(e)));
    }
  }

  /** What was cut off has been finished, or put back, maybe in another process. */
  void settled() {
    records.noteEnds(parts.runs());
    progress = progress.map(this::asEndedElsewhere);
  }

  private RepairProgress asEndedElsewhere(RepairProgress shown) {
    return shown.isOpenEnded()
        ? openRuns
            .verdict(shown.runId())
            .map(
                verdict ->
                    RepairProgress.ended(shown.runId(), shown.fix(), shown.startedAt(), verdict))
            .orElse(shown)
        : shown;
  }

  private Attention payAttention() {
    Attention to = new Attention();
    attention = Optional.of(to);
    return to;
  }

  private void onlyWith(Attention to, Runnable work) {
    audience.onSession(
        () -> {
          if (attention.filter(now -> now == to).isPresent()) {
            work.run();
          }
        });
  }

  private void openTroubleshooter(String runId) {
    new Troubleshooter(parts.pc().systemPages(), parts.clock()).open(runId, this::happened);
  }

  private void launch(HelperArguments order) {
    Attention to = payAttention();
    try {
      helper =
          Optional.of(
              parts
                  .launcher()
                  .launch(
                      order,
                      event -> onlyWith(to, () -> happened(event)),
                      () -> onlyWith(to, this::helperEnded)));
    } catch (HelperLauncher.DeclinedException e) {
      attention = Optional.empty();
      happened(new RepairEvent.RunEnded(Verdicts.declined()));
    } catch (IOException e) {
      attention = Optional.empty();
      happened(
          new RepairEvent.RunEnded(
              Verdicts.refused(Message.of("session.helper-not-started", HelperLauncher.why(e)))));
    }
  }

  private void happened(RepairEvent event) {
    if (!isRepairing()) {
      return;
    }
    RepairProgress after = progress.get().after(event);
    if (event instanceof RepairEvent.RunEnded ended) {
      records.tried(
          after.runId(),
          after.fix(),
          ended.verdict(),
          openRuns.failed(after.runId()),
          parts.runs());
    }
    show(after);
    if (event instanceof RepairEvent.RunEnded ended) {
      audience.ended(ended.verdict());
    }
  }

  /** The journal knows how it ended where the last line of the helper was lost. */
  private void helperEnded() {
    helper = Optional.empty();
    if (isRepairing()) {
      String runId = progress.get().runId();
      happened(
          new RepairEvent.RunEnded(openRuns.verdict(runId).orElseGet(() -> withoutVerdict(runId))));
      attention = Optional.empty();
      startServicesMeanwhile();
    } else {
      attention = Optional.empty();
      audience.changed();
    }
  }

  private Verdict withoutVerdict(String runId) {
    if (progress.get().fix() == Fix.COPIES) {
      return Verdicts.copiesCutOff();
    }
    return Verdicts.interrupted(
        cutOff()
            .filter(cut -> cut.runId().equals(runId))
            .map(InterruptedRepair::words)
            .orElse(Message.of("session.helper-ended-early")));
  }

  private Optional<InterruptedRepair> cutOff() {
    try {
      return openRuns.newestInterrupted();
    } catch (IOException e) {
      records.notice(
          Message.of("session.notice.last-journal-unreadable", String.valueOf(e.getMessage())));
      return Optional.empty();
    }
  }

  private void show(RepairProgress now) {
    progress = Optional.of(now);
    audience.changed();
  }

  private static long ownPid() {
    return ProcessHandle.current().pid();
  }
}
