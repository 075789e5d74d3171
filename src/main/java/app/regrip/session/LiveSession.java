package app.regrip.session;

import app.regrip.helper.FolderRunStore;
import app.regrip.helper.HelperArguments;
import app.regrip.helper.HelperLauncher;
import app.regrip.helper.HelperLauncher.RunningHelper;
import app.regrip.helper.RepairLock;
import app.regrip.pc.Pc;
import app.regrip.pc.PcException;
import app.regrip.pc.UpdateAgent.UpdateHistoryEntry;
import app.regrip.repair.Diagnosis;
import app.regrip.repair.Finding;
import app.regrip.repair.Fix;
import app.regrip.repair.FixRequest;
import app.regrip.repair.Preview;
import app.regrip.repair.Previews;
import app.regrip.repair.RecoveryChoice;
import app.regrip.repair.RepairEvent;
import app.regrip.repair.Troubleshooter;
import app.regrip.repair.Verdict;
import app.regrip.repair.Verdicts;
import app.regrip.update.Alert;
import app.regrip.update.AlertRule;
import app.regrip.update.StatusMonitor;
import app.regrip.update.Support;
import app.regrip.update.UpdateStatus;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The session of one PC. All that changes it happens on one thread, one thing after the other;
 * {@link #now} may be read from anywhere.
 */
public final class LiveSession implements Session {

  private static final Duration FIRST_READING = Duration.ofSeconds(30);
  private static final Duration BEGUN = Duration.ofSeconds(2);

  private final Parts parts;
  private final boolean watching;
  private final Records records;
  private final OpenRuns openRuns;
  private final StatusMonitor monitor;
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread t = new Thread(work, "regrip-session");
            t.setDaemon(true);
            return t;
          });

  private final CountDownLatch readOnce = new CountDownLatch(1);

  private Optional<Alert> unheard = Optional.empty();
  private volatile Snapshot snapshot;
  private volatile Optional<RunningHelper> helper = Optional.empty();
  private Optional<Attention> attention = Optional.empty();
  private Optional<RunsWatch> runsWatch = Optional.empty();

  /**
   * What a session is made of.
   *
   * @param pcName "This PC", or "Pretend PC: handle-invalid"
   * @param poll how often the evidence is read even if nothing was pushed
   * @param alsoClose what ends with the session
   */
  public record Parts(
      String pcName,
      Pc pc,
      HelperLauncher launcher,
      FolderRunStore runs,
      Records records,
      Clock clock,
      Duration poll,
      Runnable alsoClose) {}

  /** Opens it and reads the evidence once; {@code watching} goes on reading. */
  public static LiveSession open(Parts parts, boolean watching) {
    LiveSession session = new LiveSession(parts, watching);
    session.begin();
    return session;
  }

  private LiveSession(Parts parts, boolean watching) {
    this.parts = parts;
    this.watching = watching;
    this.records = parts.records();
    this.openRuns = new OpenRuns(parts.runs(), parts.pc().facts());
    this.snapshot =
        new Snapshot(
            parts.pcName(),
            new UpdateStatus.Unknown("The update log has not been read yet."),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    this.monitor =
        new StatusMonitor(
            parts.pc().updateLog(),
            parts.clock(),
            records::proven,
            status -> onSession(() -> statusRead(withoutFalsePraise(status))),
            parts.poll());
  }

  private void begin() {
    onSession(
        () -> {
          records.load(parts.runs());
          openRuns.running().ifPresent(this::follow);
          change(s -> s);
          startServicesMeanwhile();
          // Not before the records are there: what was proven decides what a failure is worth.
          monitor.start();
        });
    awaitFirstReading();
    if (watching) {
      runsWatch =
          Optional.of(RunsWatch.start(parts.runs().folder(), () -> onSession(this::lookAround)));
    }
  }

  /** A repair may begin, and an interrupted one be taken up, from a command line. */
  private void lookAround() {
    followARunningRepair();
    if (!snapshot.isRepairing() && !interrupted().equals(snapshot.interrupted())) {
      change(s -> s);
      refresh();
    }
  }

  @Override
  public Snapshot now() {
    return snapshot;
  }

  /** An alert that came before anybody listened is not lost. */
  @Override
  public void listen(Listener listener) {
    onSession(
        () -> {
          listeners.add(listener);
          unheard.ifPresent(listener::alert);
          unheard = Optional.empty();
        });
  }

  @Override
  public void refresh() {
    monitor.refresh();
  }

  @Override
  public Preview preview(FixRequest request) {
    return new Previews(parts.pc(), parts.clock()).of(forWhatFails(request));
  }

  @Override
  public List<Finding> diagnose() {
    return new Diagnosis(parts.clock()).look(parts.pc());
  }

  @Override
  public List<UpdateHistoryEntry> keptWindowsHistory() {
    try {
      return openRuns.keptWindowsHistory();
    } catch (IOException e) {
      records.notice("The journals of earlier repairs can't be read (" + e.getMessage() + ").");
      return List.of();
    }
  }

  @Override
  public List<Case> cases() {
    return records.cases(parts.clock().instant());
  }

  @Override
  public void repair(FixRequest asked) {
    FixRequest request = forWhatFails(asked);
    String runId = UUID.randomUUID().toString();
    Order order =
        request.fix().needsElevation()
            ? order(new HelperArguments.Start(request, runId, ownPid()), request.fix())
            : new Order(runId, request.fix(), () -> openTroubleshooter(runId));
    begin(() -> Optional.of(order));
  }

  @Override
  public void recover(RecoveryChoice choice) {
    begin(
        () ->
            snapshot
                .interrupted()
                .map(
                    run ->
                        order(
                            new HelperArguments.Recover(choice, run.runId(), ownPid()), run.fix()))
                .or(() -> choice == RecoveryChoice.UNDO ? undoOfTheLast() : Optional.empty()));
  }

  private FixRequest forWhatFails(FixRequest request) {
    return snapshot.status() instanceof UpdateStatus.Failing failing
        ? request.because(failing.failure())
        : request;
  }

  private Optional<Records.TriedRun> undoable(Instant now) {
    return records.lastRun(now).filter(run -> openRuns.hasKeptWork(run.runId()));
  }

  private Optional<Order> undoOfTheLast() {
    return undoable(parts.clock().instant())
        .map(
            run ->
                order(
                    new HelperArguments.Recover(RecoveryChoice.UNDO, run.runId(), ownPid()),
                    run.fix()));
  }

  @Override
  public void cancelRepair() {
    onSession(
        () -> {
          if (helper.isPresent()) {
            helper.get().cancel();
            change(s -> withRepair(s, s.repair().map(RepairProgress::cancelling)));
          } else {
            records.notice(
                "This repair was started by another Regrip, which alone can stop it. Let it finish.");
            change(s -> s);
          }
        });
  }

  @Override
  public void snooze(Duration howLong) {
    onSession(
        () -> {
          Instant now = parts.clock().instant();
          records.remember(AlertRule.snooze(records.alertMemory(), now, now.plus(howLong)));
          change(s -> s);
        });
  }

  @Override
  public void close() {
    runsWatch.ifPresent(RunsWatch::close);
    monitor.close();
    parts.alsoClose().run();
    thread.shutdown();
    try {
      thread.awaitTermination(2, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Where Microsoft makes no updates any more, that none is found does not mean up to date. */
  private UpdateStatus withoutFalsePraise(UpdateStatus status) {
    return status instanceof UpdateStatus.Working working && working.upToDate() && isSupportOver()
        ? new UpdateStatus.Working(working.at())
        : status;
  }

  private boolean isSupportOver() {
    try {
      return Support.of(parts.pc().facts().windows()).ended(parts.clock().instant()).isPresent();
    } catch (PcException e) {
      System.getLogger(LiveSession.class.getName())
          .log(
              System.Logger.Level.INFO,
              "Which Windows this is can''t be told: {0}",
              e.getMessage());
      return false;
    }
  }

  private void statusRead(UpdateStatus status) {
    Instant now = parts.clock().instant();
    if (status instanceof UpdateStatus.Failing failing) {
      records.failed(failing);
    } else if (status instanceof UpdateStatus.Working working) {
      records.worked(working.at(), openRuns::hasKeptWork);
    }
    records.closeQuietCase(now);
    AlertRule.Decision decision = AlertRule.decide(status, records.alertMemory(), now);
    followARunningRepair();
    change(s -> withStatus(s, status));
    readOnce.countDown();
    boolean nothingNew =
        status instanceof UpdateStatus.Failing failing && records.awaitsWindows(failing);
    if (watching && !snapshot.isRepairing() && !nothingNew) {
      records.remember(decision.memory());
      listeners.forEach(l -> decision.alert().ifPresent(l::alert));
      unheard = listeners.isEmpty() ? decision.alert().or(() -> unheard) : Optional.empty();
    }
  }

  /**
   * Shows the repair as begun before it returns, so that a face that looks at {@link #now} finds
   * it; then starts the work, which may take as long as the user takes to answer Windows' question.
   */
  private void begin(Supplier<Optional<Order>> wanted) {
    CountDownLatch shown = new CountDownLatch(1);
    onSession(
        () -> {
          Optional<Order> order = isBusy() ? Optional.empty() : wanted.get();
          order.ifPresent(
              o ->
                  change(
                      s ->
                          withRepair(
                              s,
                              Optional.of(
                                  RepairProgress.starting(
                                      o.runId(), o.fix(), parts.clock().instant())))));
          shown.countDown();
          order.ifPresent(o -> o.start().run());
        });
    await(shown, BEGUN);
  }

  /**
   * @param fix for the window's title, until the helper tells
   */
  private record Order(String runId, Fix fix, Runnable start) {}

  /**
   * To the one helper that is listened to. What another says, that has told its verdict and is
   * still ending, does not count.
   */
  private static final class Attention {}

  private Attention payAttention() {
    Attention to = new Attention();
    attention = Optional.of(to);
    return to;
  }

  private void onlyWith(Attention to, Runnable work) {
    onSession(
        () -> {
          if (attention.filter(now -> now == to).isPresent()) {
            work.run();
          }
        });
  }

  private Order order(HelperArguments arguments, Fix fix) {
    return new Order(arguments.runId(), fix, () -> launch(arguments));
  }

  private void openTroubleshooter(String runId) {
    new Troubleshooter(parts.pc().systemPages(), parts.clock()).open(runId, this::happened);
  }

  /** Whether a repair runs, ours or another Regrip's; it is brought up then. */
  private boolean isBusy() {
    followARunningRepair();
    if (snapshot.isRepairing()) {
      listeners.forEach(Listener::reveal);
    }
    return snapshot.isRepairing();
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
              Verdicts.refused(
                  "The part of Regrip that repairs could not be started ("
                      + e.getMessage()
                      + ").")));
    }
  }

  /**
   * A helper that has told its verdict may still be closing its files; as long as it is listened
   * to, it is not news. A run that was shown as interrupted is, once it is taken up.
   */
  private void followARunningRepair() {
    if (attention.isEmpty()) {
      openRuns.running().ifPresent(this::follow);
    }
  }

  /** Another Regrip, or an earlier one, has started this repair. */
  private void follow(RepairLock.Holder holder) {
    Attention to = payAttention();
    String runId = holder.runId();
    change(
        s ->
            withRepair(
                s, Optional.of(RepairProgress.starting(runId, Fix.ALL, parts.clock().instant()))));
    new RunFollower(
            parts.runs().events(runId, holder.turn()), () -> parts.runs().lock().isAtWork(holder))
        .start(event -> onlyWith(to, () -> happened(event)), () -> onlyWith(to, this::helperEnded));
  }

  private void happened(RepairEvent event) {
    Optional<RepairProgress> before = snapshot.repair();
    if (before.isEmpty() || before.get().verdict().isPresent()) {
      return;
    }
    RepairProgress after = before.get().after(event);
    if (event instanceof RepairEvent.RunEnded ended) {
      records.tried(
          after.runId(),
          after.fix(),
          ended.verdict(),
          openRuns.failed(after.runId()),
          parts.runs());
    }
    change(s -> withRepair(s, Optional.of(after)));
    if (event instanceof RepairEvent.RunEnded) {
      refresh();
    }
  }

  /** The journal knows how it ended where the last line of the helper was lost. */
  private void helperEnded() {
    helper = Optional.empty();
    if (snapshot.isRepairing()) {
      String runId = snapshot.repair().get().runId();
      Verdict verdict =
          openRuns
              .verdict(runId)
              .orElseGet(
                  () ->
                      Verdicts.interrupted(
                          interrupted()
                              .filter(cut -> cut.runId().equals(runId))
                              .map(InterruptedRepair::words)
                              .orElse(
                                  "The part of Regrip that repairs ended before it had begun. Nothing was changed.")));
      happened(new RepairEvent.RunEnded(verdict));
      attention = Optional.empty();
      startServicesMeanwhile();
    } else {
      attention = Optional.empty();
      change(s -> s);
    }
  }

  /**
   * A helper that was killed has left services stopped. They need not wait for the user's choice
   * where nobody is asked.
   */
  private void startServicesMeanwhile() {
    Optional<String> cutOff =
        snapshot.interrupted().filter(cut -> cut.step() > 0).map(InterruptedRepair::runId);
    if (cutOff.isEmpty() || parts.launcher().asksForPermission()) {
      return;
    }
    try {
      parts
          .launcher()
          .launch(new HelperArguments.StartServices(cutOff.get(), ownPid()), event -> {}, () -> {});
    } catch (IOException | HelperLauncher.DeclinedException e) {
      records.notice(
          "Services that the interrupted repair had stopped could not be started again ("
              + e.getMessage()
              + "). Choose Undo or Finish.");
    }
  }

  private Optional<InterruptedRepair> interrupted() {
    try {
      return openRuns.newestInterrupted();
    } catch (IOException e) {
      records.notice(
          "The journal of the last repair can't be read ("
              + e.getMessage()
              + "). It is left as it is.");
      return Optional.empty();
    }
  }

  private void change(UnaryOperator<Snapshot> how) {
    Snapshot changed = how.apply(snapshot);
    Optional<InterruptedRepair> cutOff = changed.isRepairing() ? Optional.empty() : interrupted();
    Instant now = parts.clock().instant();
    snapshot =
        new Snapshot(
            changed.pcName(),
            changed.status(),
            changed.repair(),
            cutOff,
            records.snoozedUntil().filter(until -> until.isAfter(now)),
            records
                .provenAt()
                .map(at -> at.plus(History.WATCH))
                .filter(until -> until.isAfter(now)),
            changed.isRepairing() || cutOff.isPresent()
                ? Optional.empty()
                : undoable(now).map(Records.TriedRun::fix),
            records.notice());
    listeners.forEach(l -> l.changed(snapshot));
  }

  private static Snapshot withStatus(Snapshot s, UpdateStatus status) {
    return new Snapshot(
        s.pcName(),
        status,
        s.repair(),
        s.interrupted(),
        s.snoozedUntil(),
        s.watchingUntil(),
        s.undoable(),
        s.notice());
  }

  private static Snapshot withRepair(Snapshot s, Optional<RepairProgress> repair) {
    return new Snapshot(
        s.pcName(),
        s.status(),
        repair,
        s.interrupted(),
        s.snoozedUntil(),
        s.watchingUntil(),
        s.undoable(),
        s.notice());
  }

  private static long ownPid() {
    return ProcessHandle.current().pid();
  }

  private void onSession(Runnable work) {
    try {
      thread.execute(
          () -> {
            try {
              work.run();
            } catch (RuntimeException e) {
              System.getLogger(LiveSession.class.getName())
                  .log(System.Logger.Level.ERROR, "the session stumbled and goes on", e);
            }
          });
    } catch (RejectedExecutionException e) {
      // Closed meanwhile: nobody is left to tell.
    }
  }

  private void awaitFirstReading() {
    if (!await(readOnce, FIRST_READING)) {
      String why = "Windows did not hand out its update log in time. Try again in a moment.";
      onSession(() -> change(s -> withStatus(s, new UpdateStatus.Unknown(why))));
    }
  }

  private static boolean await(CountDownLatch latch, Duration patience) {
    try {
      return latch.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
