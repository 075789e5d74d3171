package app.regrip.desktop;

import app.regrip.errors.HResult;
import app.regrip.pc.RepairSource;
import app.regrip.pc.UpdateAgent.UpdateHistoryEntry;
import app.regrip.repair.Finding;
import app.regrip.repair.Fix;
import app.regrip.repair.FixRequest;
import app.regrip.repair.FixText;
import app.regrip.repair.KeptCopies;
import app.regrip.repair.Preview;
import app.regrip.repair.RecoveryChoice;
import app.regrip.repair.Verdict;
import app.regrip.session.Case;
import app.regrip.session.MachineHistory;
import app.regrip.session.PastRepair;
import app.regrip.session.Session;
import app.regrip.session.Snapshot;
import app.regrip.text.Message;
import app.regrip.update.Alert;
import app.regrip.update.UpdateEvent;
import app.regrip.update.UpdateEvent.Operation;
import java.awt.EventQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A session that shows what it is told to and remembers what it was asked for. */
final class FakeSession implements Session {

  final List<String> asked = new ArrayList<>();
  private final List<Listener> listeners = new ArrayList<>();
  Optional<List<UpdateEvent>> recentEvents = Optional.of(Scenes.recentEvents());
  List<UpdateHistoryEntry> keptWindowsHistory = Scenes.keptWindowsHistory();
  KeptCopies.Total keptCopies = KeptCopies.Total.NONE;
  PastRepair pastRepair = Scenes.pastRepair();
  Optional<Duration> lastTook = Optional.empty();
  private Snapshot now;
  private List<Case> cases = Scenes.cases();
  private List<RepairSource> sources = List.of();
  private Optional<Message> refusal = Optional.empty();

  FakeSession(Snapshot now) {
    this.now = now;
  }

  synchronized void play(Snapshot snapshot) {
    now = snapshot;
    listeners.forEach(listener -> listener.changed(snapshot));
  }

  synchronized void alert(Alert alert) {
    listeners.forEach(listener -> listener.alert(alert));
  }

  void refuse(String why) {
    refusal = Optional.of(Message.asIs(why));
  }

  void attach(RepairSource... drives) {
    sources = List.of(drives);
  }

  void remember(Case... remembered) {
    cases = List.of(remembered);
  }

  void forgetCases() {
    cases = List.of();
  }

  @Override
  public Snapshot now() {
    return now;
  }

  @Override
  public synchronized void listen(Listener listener) {
    listeners.add(listener);
    listener.changed(now);
  }

  @Override
  public void refresh() {
    asked.add("refresh");
  }

  @Override
  public void check() {
    asked.add("check");
  }

  @Override
  public Preview preview(FixRequest request) {
    block();
    FixText words = FixText.of(request.fix());
    return new Preview(
        request,
        words.title(),
        diagnose(),
        Scenes.steps(request.fix() == Fix.ALL ? Fix.RESET : request.fix()),
        words.shortest(),
        words.longest(),
        request.fix() == Fix.BITS ? List.of() : words.couldLose(),
        sources,
        refusal);
  }

  @Override
  public void repair(FixRequest request) {
    asked.add("repair " + request.fix().commandName());
  }

  @Override
  public void cancelRepair() {
    asked.add("cancel");
  }

  @Override
  public void snooze(Duration howLong) {
    asked.add("snooze " + howLong);
  }

  @Override
  public void recover(RecoveryChoice choice) {
    asked.add("recover " + choice);
  }

  @Override
  public List<UpdateHistoryEntry> keptWindowsHistory() {
    block();
    return keptWindowsHistory;
  }

  @Override
  public Optional<List<UpdateEvent>> recentEvents(int most) {
    block();
    return recentEvents.map(all -> all.stream().limit(most).toList());
  }

  @Override
  public boolean forgetHistory() {
    block();
    asked.add("forget");
    return !now.isRepairing();
  }

  @Override
  public MachineHistory machineHistory() {
    return new MachineHistory(List.of(), Optional.empty());
  }

  @Override
  public PastRepair pastRepair(Case.Entry.Tried repair) {
    block();
    return pastRepair;
  }

  @Override
  public Optional<Duration> lastTook(Fix fix) {
    block();
    return lastTook;
  }

  @Override
  public KeptCopies.Total keptCopies() {
    return keptCopies;
  }

  @Override
  public List<Case> cases() {
    block();
    return cases;
  }

  @Override
  public List<Finding> diagnose() {
    block();
    return List.of(
        new Finding(
            "wuauserv-own-process",
            Finding.Severity.CAUSE,
            Message.of("repair.finding.own-process"),
            Message.of("repair.finding.own-process.seen"),
            Optional.of(Fix.SHARE_PROCESS)),
        new Finding(
            "antivirus",
            Finding.Severity.WARNING,
            Message.of("repair.finding.antivirus", "Contoso Antivirus"),
            Message.of("repair.finding.antivirus.seen", "Contoso Antivirus"),
            Optional.empty()),
        new Finding(
            "disk",
            Finding.Severity.UNKNOWN,
            Message.of("repair.finding.unknown", Message.of("repair.check.disk-space.subject")),
            Message.NONE,
            Optional.empty()));
  }

  /** As the real one does, which has no place where windows are drawn. */
  private static void block() {
    if (EventQueue.isDispatchThread()) {
      throw new IllegalStateException("this reads the PC, and holds up the window");
    }
  }

  @Override
  public void close() {
    asked.add("close");
  }

  /** Moments worth drawing and testing. */
  static final class Entries {
    private Entries() {}

    static Case.Entry failed(Instant at, HResult code) {
      return new Case.Entry.Failed(
          at, code, Operation.INSTALL.name(), "Cumulative Update for Windows 11 (KB5000001)");
    }

    static Case.Entry tried(Instant at, Fix fix, Verdict verdict) {
      return new Case.Entry.Tried(at, "run-1", fix, verdict);
    }
  }
}
