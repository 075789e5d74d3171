package app.regrip.session;

import app.regrip.helper.FolderRunStore;
import app.regrip.helper.HelperLauncher;
import app.regrip.pc.Pc;
import app.regrip.pc.PcException;
import app.regrip.pc.UpdateAgent.UpdateHistoryEntry;
import app.regrip.repair.Diagnosis;
import app.regrip.repair.Finding;
import app.regrip.repair.Fix;
import app.regrip.repair.FixRequest;
import app.regrip.repair.KeptCopies;
import app.regrip.repair.Preview;
import app.regrip.repair.Previews;
import app.regrip.repair.RecoveryChoice;
import app.regrip.repair.Verdict;
import app.regrip.text.Message;
import app.regrip.threads.Daemon;
import app.regrip.update.Alert;
import app.regrip.update.AlertRule;
import app.regrip.update.Proven;
import app.regrip.update.RecentEvents;
import app.regrip.update.StatusMonitor;
import app.regrip.update.Support;
import app.regrip.update.UpdateEvent;
import app.regrip.update.UpdateStatus;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The session of one PC. All that changes it happens on one thread, one thing after the other;
 * {@link #now} may be read from anywhere.
 */
public final class LiveSession implements Session {

  private static final Duration FIRST_READING = Duration.ofSeconds(30);
  private static final Duration BEGUN = Duration.ofSeconds(2);

  /** What was known of updates no longer holds where a repair was stopped or taken back. */
  private static final Set<Verdict.Kind> UNCERTAIN =
      Set.of(Verdict.Kind.UNDONE, Verdict.Kind.CANCELLED);

  private final Dependencies parts;
  private final boolean watching;
  private final SessionStore records;
  private final OpenRuns openRuns;
  private final Repairs repairs;
  private final StatusMonitor monitor;
  private final UpdateChecks checks;
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(Daemon.named("session"));

  private final CountDownLatch readOnce = new CountDownLatch(1);

  /** Of the last reading, or of one that nobody has heard. */
  private Optional<Alert> fresh = Optional.empty();

  private UpdateStatus status =
      new UpdateStatus.Unknown(Message.of("session.unknown.not-read-yet"));
  private List<Fix> fixes = OfferedFixes.ALL;
  private volatile Snapshot snapshot;
  private Optional<RunsWatch> runsWatch = Optional.empty();

  /**
   * What a session is made of.
   *
   * @param pcName "This PC", or "Pretend PC: handle-invalid"
   * @param poll how often the evidence is read even if nothing was pushed
   * @param retention how long the history is kept; empty for ever
   * @param alerts which failures are worth an alert; asked at each reading
   * @param alsoClose what ends with the session
   * @param doubt why the runs are not to be believed, where somebody else may have written them
   */
  public record Dependencies(
      Message pcName,
      Pc pc,
      HelperLauncher launcher,
      FolderRunStore runs,
      SessionStore records,
      Clock clock,
      Supplier<Duration> poll,
      Supplier<Optional<Duration>> retention,
      Predicate<UpdateStatus.Failing> alerts,
      Runnable alsoClose,
      Supplier<Optional<Message>> doubt) {}

  /** Begins to read the evidence, and returns; {@code watching} goes on reading. */
  public static LiveSession open(Dependencies parts, boolean watching) {
    LiveSession session = new LiveSession(parts, watching);
    session.begin();
    return session;
  }

  private LiveSession(Dependencies parts, boolean watching) {
    this.parts = parts;
    this.watching = watching;
    this.records = parts.records();
    this.openRuns = new OpenRuns(parts.runs(), parts.pc().facts());
    this.repairs = new Repairs(parts, openRuns, new ToListeners());
    this.snapshot =
        new Snapshot(
            parts.pcName(),
            status,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    this.monitor =
        new StatusMonitor(
            parts.pc().updateLog(),
            parts.clock(),
            records::proven,
            (status, proof) -> onSession(() -> read(status, proof)),
            parts.poll());
    this.checks =
        new UpdateChecks(
            parts.pc().updateAgent(), parts.clock(), check -> onSession(() -> checked(check)));
  }

  private void begin() {
    onSession(
        () -> {
          records.load(parts.runs());
          repairs.followARunningOne();
          publish();
          repairs.startServicesMeanwhile();
          // Not before the records are there: what was proven decides what a failure is worth.
          monitor.start();
        });
    if (watching) {
      runsWatch =
          Optional.of(RunsWatch.start(parts.runs().folder(), () -> onSession(this::lookAround)));
    }
  }

  /** A repair may begin, and an interrupted one be taken up, from a command line. */
  private void lookAround() {
    repairs.followARunningOne();
    if (!repairs.isRepairing() && !repairs.interrupted().equals(snapshot.interrupted())) {
      publish();
      refresh();
    }
  }

  @Override
  public Snapshot now() {
    return snapshot;
  }

  /** Nothing is lost that came before somebody listened, whoever else has begun before. */
  @Override
  public void listen(Listener listener) {
    onSession(
        () -> {
          listeners.add(listener);
          listener.changed(snapshot);
          fresh.ifPresent(listener::alert);
        });
  }

  @Override
  public void refresh() {
    monitor.refresh();
  }

  @Override
  public void check() {
    onSession(
        () -> {
          repairs.followARunningOne();
          if (!repairs.isRepairing()) {
            checks.begin();
          }
          refresh();
        });
  }

  /** What Windows answered is in its log too, where it counts as evidence. */
  private void checked(UpdateCheck check) {
    publish();
    if (!check.running()) {
      refresh();
    }
  }

  @Override
  public Preview preview(FixRequest request) {
    return new Previews(parts.pc(), parts.runs(), parts.clock()).of(forWhatFails(request));
  }

  @Override
  public List<Finding> diagnose() {
    return new Diagnosis(parts.clock()).look(parts.pc());
  }

  @Override
  public Optional<List<UpdateEvent>> recentEvents(int most) {
    try {
      return RecentEvents.read(parts.pc().updateLog(), parts.clock().instant(), most);
    } catch (PcException e) {
      System.getLogger(LiveSession.class.getName())
          .log(System.Logger.Level.WARNING, "the update events could not be read", e);
      return Optional.empty();
    }
  }

  @Override
  public List<UpdateHistoryEntry> keptWindowsHistory() {
    try {
      return openRuns.keptWindowsHistory();
    } catch (IOException e) {
      records.notice(
          Message.of("session.notice.journals-unreadable", String.valueOf(e.getMessage())));
      return List.of();
    }
  }

  @Override
  public MachineHistory machineHistory() {
    Optional<Message> doubt = parts.doubt().get();
    if (doubt.isPresent()) {
      return MachineHistory.untold(doubt.get());
    }
    try {
      return openRuns.ended();
    } catch (IOException e) {
      return MachineHistory.untold(
          Message.of("session.notice.journals-unreadable", String.valueOf(e.getMessage())));
    }
  }

  @Override
  public PastRepair pastRepair(Case.Entry.Tried repair) {
    return parts.doubt().get().map(PastRepair::untold).orElseGet(() -> openRuns.past(repair));
  }

  @Override
  public Optional<Duration> lastTook(Fix fix) {
    try {
      return parts.doubt().get().isPresent() ? Optional.empty() : openRuns.lastTook(fix);
    } catch (IOException e) {
      return Optional.empty(); // what is usual is told all the same
    }
  }

  @Override
  public KeptCopies.Total keptCopies() {
    try {
      return new KeptCopies(parts.pc().updateFolders(), parts.runs()).total();
    } catch (IOException | PcException e) {
      records.notice(Message.of("session.notice.copies-unreadable", PcException.what(e)));
      return KeptCopies.Total.NONE;
    }
  }

  @Override
  public List<Case> cases() {
    return records.cases(parts.clock().instant());
  }

  @Override
  public boolean forgetHistory() {
    CompletableFuture<Boolean> forgotten = new CompletableFuture<>();
    onSession(
        () -> {
          repairs.followARunningOne();
          forgotten.complete(!repairs.isRepairing() && records.forget(parts.clock().instant()));
          publish();
        });
    try {
      return forgotten.get(FIRST_READING.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException e) {
      return false;
    }
  }

  @Override
  public void repair(FixRequest asked) {
    begin(() -> Optional.of(repairs.repair(forWhatFails(asked))));
  }

  @Override
  public void recover(RecoveryChoice choice) {
    begin(() -> repairs.recovery(choice));
  }

  private FixRequest forWhatFails(FixRequest request) {
    return snapshot.status() instanceof UpdateStatus.Failing failing
        ? request.because(failing.failure())
        : request;
  }

  @Override
  public void cancelRepair() {
    onSession(repairs::cancel);
  }

  @Override
  public void snooze(Duration howLong) {
    onSession(
        () -> {
          Instant now = parts.clock().instant();
          records.remember(AlertRule.snooze(records.alertMemory(), now, now.plus(howLong)));
          publish();
        });
  }

  @Override
  public void close() {
    runsWatch.ifPresent(RunsWatch::close);
    monitor.close();
    checks.close();
    parts.alsoClose().run();
    thread.shutdown();
    try {
      thread.awaitTermination(2, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * What worked while a repair stood says nothing once that was taken back; and where Microsoft
   * makes no updates any more, that none is found does not mean up to date.
   */
  private UpdateStatus withoutFalsePraise(UpdateStatus status) {
    Optional<Instant> takenBack = records.takenBackAt();
    if (status instanceof UpdateStatus.Working working
        && takenBack.filter(at -> !working.at().isAfter(at)).isPresent()
        && takenBack.filter(this::checkedSince).isEmpty()) {
      return new UpdateStatus.Unknown(Message.of("session.unknown.taken-back"));
    }
    return status instanceof UpdateStatus.Working working && working.upToDate() && isSupportOver()
        ? new UpdateStatus.Working(working.at())
        : status;
  }

  private boolean checkedSince(Instant at) {
    return checks.last().succeededAt().filter(then -> then.isAfter(at)).isPresent();
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

  /** A reading may have waited for its turn while something was proven, and is out of date then. */
  private void read(UpdateStatus status, Optional<Proven> proof) {
    if (proof.equals(records.proven())) {
      statusRead(withoutFalsePraise(status));
    } else {
      refresh();
    }
  }

  private void statusRead(UpdateStatus status) {
    Instant now = parts.clock().instant();
    if (status instanceof UpdateStatus.Failing failing) {
      records.failed(failing);
    } else if (status instanceof UpdateStatus.Working working
        && records.worked(working.at(), openRuns::hasKeptWork)) {
      // A proof says more than a success, so it is read once more, with the proof.
      refresh();
      return;
    }
    records.closeQuietCase(now);
    if (watching) {
      parts.retention().get().ifPresent(records::forgetOlderThan);
    }
    AlertRule.Decision decision =
        AlertRule.decide(status, records.alertMemory(), now, parts.alerts());
    repairs.followARunningOne();
    fixes = new OfferedFixes(parts.pc(), parts.runs()).now();
    show(status);
    readOnce.countDown();
    boolean nothingNew =
        status instanceof UpdateStatus.Failing failing && records.awaitsWindows(failing);
    if (watching && !repairs.isRepairing() && !nothingNew) {
      records.remember(decision.memory());
      listeners.forEach(l -> decision.alert().ifPresent(l::alert));
      fresh = listeners.isEmpty() ? decision.alert().or(() -> fresh) : decision.alert();
    }
  }

  /**
   * Shows the repair as begun before it returns, so that a face that looks at {@link #now} finds
   * it; then starts the work, which may take as long as the user takes to answer Windows' question.
   */
  private void begin(Supplier<Optional<Repairs.PendingLaunch>> wanted) {
    CountDownLatch shown = new CountDownLatch(1);
    onSession(
        () -> {
          Optional<Repairs.PendingLaunch> order =
              repairs.isBusy() ? Optional.empty() : wanted.get();
          order.ifPresent(repairs::begin);
          shown.countDown();
          order.ifPresent(begun -> begun.start().run());
        });
    await(shown, BEGUN);
  }

  /** What the repairs have to say is said to whoever watches the session. */
  private final class ToListeners implements Repairs.Audience {

    @Override
    public void onSession(Runnable work) {
      LiveSession.this.onSession(work);
    }

    @Override
    public void changed() {
      publish();
    }

    @Override
    public void ended(Verdict verdict) {
      if (watching && UNCERTAIN.contains(verdict.kind())) {
        checks.begin();
      }
      refresh();
    }

    @Override
    public void reveal() {
      listeners.forEach(Listener::reveal);
    }
  }

  private void show(UpdateStatus read) {
    status = read;
    publish();
  }

  private void publish() {
    Optional<InterruptedRepair> cutOff = repairs.interrupted();
    if (snapshot.interrupted().isPresent() && cutOff.isEmpty()) {
      repairs.settled();
    }
    Instant now = parts.clock().instant();
    Optional<Case.Entry.Tried> lastRepair = records.lastRepair();
    snapshot =
        new Snapshot(
            parts.pcName(),
            status,
            repairs.progress(),
            cutOff,
            records.snoozedUntil().filter(until -> until.isAfter(now)),
            records
                .provenAt()
                .map(at -> at.plus(History.WATCH))
                .filter(until -> until.isAfter(now)),
            repairs.isRepairing() || cutOff.isPresent()
                ? Optional.empty()
                : repairs.undoable(now).map(SessionStore.TriedRun::fix),
            fixes,
            records.notice(),
            checks.last(),
            lastRepair,
            !repairs.isRepairing()
                && lastRepair.filter(tried -> openRuns.isRestartDue(tried.runId())).isPresent());
    listeners.forEach(l -> l.changed(snapshot));
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

  /** Returns this once the evidence was read, or is late. Blocks. */
  public LiveSession awaitReading() {
    if (!await(readOnce, FIRST_READING)) {
      Message why = Message.of("session.unknown.log-late");
      onSession(() -> show(new UpdateStatus.Unknown(why)));
    }
    return this;
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
