package app.regrip.cli;

import app.regrip.pc.UpdateAgent.UpdateHistoryEntry;
import app.regrip.repair.Finding;
import app.regrip.repair.Fix;
import app.regrip.repair.FixRequest;
import app.regrip.repair.KeptCopies;
import app.regrip.repair.Preview;
import app.regrip.repair.RecoveryChoice;
import app.regrip.repair.RepairEvent;
import app.regrip.repair.Verdict;
import app.regrip.session.Case;
import app.regrip.session.InterruptedRepair;
import app.regrip.session.MachineHistory;
import app.regrip.session.PastRepair;
import app.regrip.session.RepairProgress;
import app.regrip.session.Session;
import app.regrip.session.Snapshot;
import app.regrip.text.Message;
import app.regrip.text.Verbatim;
import app.regrip.update.UpdateEvent;
import app.regrip.update.UpdateStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A session that says what a test has put into it, and plays a repair from its events. */
final class FakeSession implements Session {

  static final Instant NOW = Instant.parse("2026-03-04T10:00:00Z");

  final List<FixRequest> repairs = new ArrayList<>();
  final List<RecoveryChoice> recoveries = new ArrayList<>();

  /** Another Regrip was quicker: there is nothing left to recover. */
  boolean takenUpMeanwhile;

  List<Case> cases = List.of();
  List<UpdateHistoryEntry> keptWindowsHistory = List.of();
  KeptCopies.Total keptCopies = KeptCopies.Total.NONE;
  MachineHistory machineHistory = new MachineHistory(List.of(), Optional.empty());
  List<Finding> findings = List.of();
  List<RepairEvent> script = List.of();
  Optional<Message> refusal = Optional.empty();
  Optional<InterruptedRepair> interrupted = Optional.empty();
  Optional<Message> notice = Optional.empty();
  private Optional<Fix> undoable = Optional.empty();
  UpdateStatus status = new UpdateStatus.Working(NOW);

  /** What happens as soon as somebody listens. */
  Runnable meanwhile = () -> {};

  boolean cancelled;
  boolean closed;

  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private volatile Optional<RepairProgress> repair = Optional.empty();

  /** A repair with these events is under way already, and goes on when somebody listens. */
  void isRepairing(RepairEvent first) {
    repair = Optional.of(RepairProgress.starting("run-1", Fix.ALL, NOW).after(first));
  }

  void hasEnded(Verdict verdict) {
    repair =
        Optional.of(
            RepairProgress.starting("earlier", Fix.BITS, NOW)
                .after(new RepairEvent.RunEnded(verdict)));
  }

  List<Listener> listeners() {
    return listeners;
  }

  FakeSession undoable(Fix fix) {
    undoable = Optional.of(fix);
    return this;
  }

  @Override
  public Snapshot now() {
    return new Snapshot(
            Message.of("session.pc.pretend", "test"),
            status,
            repair,
            interrupted,
            Optional.empty(),
            Optional.empty())
        .with(undoable, notice);
  }

  @Override
  public void check() {
    refresh();
  }

  @Override
  public void listen(Listener listener) {
    listener.changed(now());
    listeners.add(listener);
    meanwhile.run();
    if (now().isRepairing()) {
      play();
    }
  }

  @Override
  public void refresh() {
    tell();
  }

  @Override
  public Preview preview(FixRequest request) {
    return new Preview(
        request,
        Message.asIs("Plan for " + request.fix().commandName()),
        findings,
        Verbatim.all("Stop the update services", "Set the update folders aside"),
        Duration.ofMinutes(2),
        Duration.ofMinutes(45),
        Verbatim.all("The list of past updates starts anew."),
        List.of(),
        refusal);
  }

  @Override
  public void repair(FixRequest request) {
    repairs.add(request);
    repair = Optional.of(RepairProgress.starting("run-1", request.fix(), NOW));
    play();
  }

  @Override
  public void cancelRepair() {
    cancelled = true;
  }

  @Override
  public void snooze(Duration howLong) {}

  @Override
  public void recover(RecoveryChoice choice) {
    recoveries.add(choice);
    if (takenUpMeanwhile) {
      return;
    }
    repair = Optional.of(RepairProgress.starting("run-0", Fix.RESET, NOW));
    play();
  }

  @Override
  public List<UpdateHistoryEntry> keptWindowsHistory() {
    return keptWindowsHistory;
  }

  @Override
  public Optional<List<UpdateEvent>> recentEvents(int most) {
    return Optional.empty();
  }

  @Override
  public boolean forgetHistory() {
    throw new UnsupportedOperationException("the terminal has no command for it");
  }

  @Override
  public MachineHistory machineHistory() {
    return machineHistory;
  }

  @Override
  public PastRepair pastRepair(Case.Entry.Tried repair) {
    return new PastRepair(List.of(), Optional.empty());
  }

  @Override
  public Optional<Duration> lastTook(Fix fix) {
    return Optional.empty();
  }

  @Override
  public KeptCopies.Total keptCopies() {
    return keptCopies;
  }

  @Override
  public List<Case> cases() {
    return cases;
  }

  @Override
  public List<Finding> diagnose() {
    return findings;
  }

  @Override
  public void close() {
    closed = true;
  }

  private void play() {
    for (RepairEvent event : script) {
      repair = repair.map(progress -> progress.after(event));
      tell();
    }
  }

  private void tell() {
    listeners.forEach(listener -> listener.changed(now()));
  }
}
