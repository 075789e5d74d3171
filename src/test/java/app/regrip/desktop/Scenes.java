package app.regrip.desktop;

import app.regrip.errors.ErrorCatalog;
import app.regrip.errors.HResult;
import app.regrip.pc.SystemPages;
import app.regrip.pc.UpdateAgent.UpdateHistoryEntry;
import app.regrip.repair.Fix;
import app.regrip.repair.FixRequest;
import app.regrip.repair.FixText;
import app.regrip.repair.PlanBook;
import app.regrip.repair.RepairEvent;
import app.regrip.repair.RepairEvent.StepState;
import app.regrip.repair.Verdict;
import app.regrip.selftest.Answer;
import app.regrip.selftest.Assumption;
import app.regrip.selftest.Judged;
import app.regrip.session.Case;
import app.regrip.session.InterruptedRepair;
import app.regrip.session.PastRepair;
import app.regrip.session.RepairProgress;
import app.regrip.session.Snapshot;
import app.regrip.session.UpdateCheck;
import app.regrip.text.LanguageChoice;
import app.regrip.text.Message;
import app.regrip.update.UpdateEvent;
import app.regrip.update.UpdateEvent.Operation;
import app.regrip.update.UpdateEvent.Outcome;
import app.regrip.update.UpdateService;
import app.regrip.update.UpdateStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Moments in the life of a PC, to draw and to test. */
final class Scenes {

  static final Instant NOW = Instant.parse("2026-03-03T14:32:10Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  static final String RELEASES = "https://example.org/regrip/releases/latest";

  private Scenes() {}

  static UpdateStatus.Failing failing() {
    return new UpdateStatus.Failing(
        Operation.INSTALL,
        HResult.INVALID_HANDLE,
        "Cumulative Update for Windows 11 (KB5000001)",
        NOW.minus(Duration.ofDays(2)),
        NOW.minus(Duration.ofMinutes(20)),
        3);
  }

  static UpdateStatus working() {
    return new UpdateStatus.Working(NOW.minus(Duration.ofHours(3)));
  }

  static UpdateStatus unknown() {
    return new UpdateStatus.Unknown(
        Message.asIs(
            "The event log of Windows Update could not be read. Try “Check now” in a minute."));
  }

  static Snapshot at(UpdateStatus status) {
    return new Snapshot(
        Message.of("session.pc.pretend", "handle-invalid"),
        status,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static Snapshot with(RepairProgress repair) {
    return new Snapshot(
        Message.of("session.pc.pretend", "handle-invalid"),
        failing(),
        Optional.of(repair),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static Snapshot proven() {
    return new Snapshot(
        Message.of("session.pc.this"),
        new UpdateStatus.Repaired(NOW.minus(Duration.ofHours(20))),
        Optional.empty(),
        Optional.empty(),
        Optional.of(NOW.plus(Duration.ofHours(4))),
        Optional.of(NOW.plus(Duration.ofDays(7))));
  }

  static Snapshot interrupted(boolean waitsForRestart) {
    return new Snapshot(
        Message.of("session.pc.this"),
        failing(),
        Optional.empty(),
        Optional.of(
            new InterruptedRepair(
                "run-1",
                Fix.RESET,
                NOW.minus(Duration.ofHours(1)),
                3,
                7,
                Message.of("session.interrupted.at-step", FixText.of(Fix.RESET).title(), 3, 7),
                waitsForRestart)),
        Optional.empty(),
        Optional.empty());
  }

  /** Windows is being asked. */
  static Snapshot checking() {
    return at(failing())
        .with(
            new UpdateCheck(true, Optional.empty(), Optional.empty(), 0), Optional.empty(), false);
  }

  static Snapshot checked() {
    return at(working())
        .with(
            new UpdateCheck(
                false, Optional.of(NOW.minus(Duration.ofMinutes(30))), Optional.of(HResult.OK), 2),
            Optional.empty(),
            false);
  }

  /** All was tried, a while ago. */
  static Snapshot afterwards() {
    Verdict verdict =
        new Verdict(
            Verdict.Kind.CALL_A_PROFESSIONAL,
            Message.of("repair.verdict.call-a-professional"),
            Message.of("repair.verdict.call-a-professional.next"),
            Optional.of(HResult.INVALID_HANDLE),
            Optional.empty());
    return at(failing())
        .with(
            new UpdateCheck(false, Optional.of(NOW), Optional.of(HResult.INVALID_HANDLE), 0),
            Optional.of(
                new Case.Entry.Tried(NOW.minus(Duration.ofHours(1)), "run-1", Fix.ALL, verdict)),
            false);
  }

  /** DISM, in the middle of its famous pause. */
  static RepairProgress atDism() {
    return after(
        begun(),
        new RepairEvent.RungStarted(
            Fix.DISM, Message.of("repair.why.still-failed"), steps(Fix.DISM)),
        new RepairEvent.StepStarted(0, true),
        new RepairEvent.StepEnded(
            0,
            StepState.SKIPPED,
            Message.of("repair.done.starts-already", Message.of("repair.start-type.manual"))),
        new RepairEvent.StepStarted(1, true),
        new RepairEvent.StepEnded(1, StepState.DONE, Message.of("repair.done.store-damaged")),
        new RepairEvent.StepStarted(2, false),
        new RepairEvent.StepProgressed(62.3, Message.of("repair.waits.dism-stands")));
  }

  /** The first rung done, with a log. */
  static RepairProgress begun() {
    RepairProgress start =
        RepairProgress.starting("run-1", Fix.ALL, NOW.minus(Duration.ofMinutes(12)));
    RepairProgress reset =
        after(
            start,
            new RepairEvent.RungStarted(
                Fix.RESET, Message.of("repair.why.checking-failed"), steps(Fix.RESET)),
            new RepairEvent.StepEnded(
                0, StepState.SKIPPED, Message.of("repair.done.none-disabled")),
            new RepairEvent.StepEnded(
                1, StepState.DONE, Message.of("repair.done.history-kept", 5, 1)),
            new RepairEvent.StepEnded(
                2, StepState.DONE, Message.of("repair.done.restore-point", 1)),
            new RepairEvent.StepEnded(
                3, StepState.DONE, Message.of("repair.done.services-stopped")),
            new RepairEvent.StepEnded(4, StepState.DONE, Message.of("repair.done.renamed")),
            new RepairEvent.StepEnded(5, StepState.DONE, Message.of("repair.done.renamed")),
            new RepairEvent.StepEnded(6, StepState.DONE, Message.of("repair.done.services-back")),
            new RepairEvent.StepEnded(7, StepState.SKIPPED, Message.of("repair.done.none-hidden")),
            new RepairEvent.RungEnded(Fix.RESET, true, Message.NONE),
            new RepairEvent.ProofEnded(
                false,
                Optional.of(HResult.INVALID_HANDLE),
                Message.of(
                    "repair.proof.still.check",
                    ErrorCatalog.load().headline(HResult.INVALID_HANDLE))));
    for (int i = 1; i <= 40; i++) {
      reset =
          reset.after(
              new RepairEvent.Said(
                  Message.asIs("14:2" + i % 10 + ":07  line " + i + " of what was done")));
    }
    return reset;
  }

  /** Of one fix. */
  static List<Message> steps(Fix fix) {
    return new PlanBook().plan(fix, FixRequest.of(fix), "run-1").titles();
  }

  static RepairProgress ended(Verdict.Kind kind) {
    return ended(
        kind, kind == Verdict.Kind.STILL_FAILING ? Optional.of(Fix.SFC) : Optional.empty());
  }

  static RepairProgress ended(Verdict.Kind kind, Optional<Fix> next) {
    boolean proven = kind == Verdict.Kind.PROVEN;
    return atDism()
        .after(
            new RepairEvent.StepEnded(2, StepState.DONE, Message.of("repair.done.store-repaired")))
        .after(new RepairEvent.RungEnded(Fix.DISM, true, Message.NONE))
        .after(
            new RepairEvent.RunEnded(
                new Verdict(
                    kind,
                    proven
                        ? Message.of("repair.verdict.proven")
                            .then(Message.of("repair.proof.check-works", 0))
                        : Message.of("repair.verdict.still-failing"),
                    proven
                        ? Message.of("repair.verdict.nothing-to-do")
                        : Message.of("repair.verdict.still-failing.next"),
                    proven ? Optional.empty() : Optional.of(HResult.INVALID_HANDLE),
                    next)));
  }

  static RepairProgress after(RepairProgress progress, RepairEvent... events) {
    RepairProgress now = progress;
    for (RepairEvent event : events) {
      now = now.after(event);
    }
    return now;
  }

  /** Six, newest first, of each kind one. */
  static List<UpdateEvent> recentEvents() {
    String update = "Cumulative Update for Windows 11 (KB5000001)";
    return List.of(
        event(1, Operation.INSTALL, Outcome.FAILED, update),
        event(2, Operation.DOWNLOAD, Outcome.SUCCEEDED, update),
        event(3, Operation.SEARCH, Outcome.SUCCEEDED, ""),
        event(30, Operation.SEARCH, Outcome.FAILED, ""),
        event(50, Operation.INSTALL, Outcome.SUCCEEDED, "Definition Update (KB2267602)"),
        event(900, Operation.UNINSTALL, Outcome.SUCCEEDED, "Driver Update"));
  }

  private static UpdateEvent event(int hoursAgo, Operation what, Outcome how, String title) {
    return new UpdateEvent(
        NOW.minus(Duration.ofHours(hoursAgo)),
        20,
        "System",
        hoursAgo,
        what,
        how,
        how == Outcome.FAILED ? Optional.of(HResult.INVALID_HANDLE) : Optional.empty(),
        title,
        "",
        UpdateService.WINDOWS_UPDATE,
        OptionalInt.empty());
  }

  static List<UpdateHistoryEntry> keptWindowsHistory() {
    return List.of(
        new UpdateHistoryEntry(
            NOW.minus(Duration.ofDays(9)), "Security Update (KB5000009)", "a", Optional.empty()),
        new UpdateHistoryEntry(
            NOW.minus(Duration.ofDays(20)),
            "Cumulative Update (KB5000001)",
            "b",
            Optional.of(HResult.INVALID_HANDLE)),
        new UpdateHistoryEntry(
            NOW.minus(Duration.ofDays(40)),
            "Definition Update (KB2267602)",
            "c",
            Optional.of(HResult.OK)));
  }

  /** What was done, and did not help. */
  static PastRepair pastRepair() {
    RepairProgress done =
        after(
            RepairProgress.starting("run-1", Fix.BITS, NOW),
            new RepairEvent.RungStarted(
                Fix.BITS, Message.of("repair.why.asked-for"), steps(Fix.BITS)),
            new RepairEvent.StepEnded(
                0,
                StepState.SKIPPED,
                Message.of("repair.done.starts-already", Message.of("repair.start-type.manual"))),
            new RepairEvent.StepEnded(
                1,
                StepState.DONE,
                Message.of("repair.done.restarted", Message.of("repair.service.bits.at-start"))),
            new RepairEvent.ProofEnded(
                false,
                Optional.of(HResult.INVALID_HANDLE),
                Message.of(
                    "repair.proof.still.check",
                    ErrorCatalog.load().headline(HResult.INVALID_HANDLE))));
    return new PastRepair(done.rungs(), Optional.empty());
  }

  static List<Case> cases() {
    Verdict no =
        new Verdict(
            Verdict.Kind.STILL_FAILING,
            Message.of("repair.verdict.still-failing"),
            Message.of("repair.verdict.still-failing.next"),
            Optional.of(HResult.INVALID_HANDLE),
            Optional.of(Fix.RESET));
    Verdict yes =
        new Verdict(
            Verdict.Kind.PROVEN,
            Message.of("repair.verdict.proven").then(Message.of("repair.proof.check-works", 0)),
            Message.of("repair.verdict.nothing-to-do"),
            Optional.empty(),
            Optional.empty());
    List<Case.Entry> recent = new ArrayList<>();
    recent.add(FakeSession.Entries.failed(NOW.minus(Duration.ofDays(2)), HResult.INVALID_HANDLE));
    recent.add(FakeSession.Entries.tried(NOW.minus(Duration.ofDays(1)), Fix.BITS, no));
    recent.add(FakeSession.Entries.tried(NOW.minus(Duration.ofHours(2)), Fix.RESET, yes));
    List<Case.Entry> old =
        List.of(
            FakeSession.Entries.failed(NOW.minus(Duration.ofDays(400)), HResult.INVALID_HANDLE),
            new Case.Entry.CameBack(NOW.minus(Duration.ofDays(399)), HResult.INVALID_HANDLE, 2),
            new Case.Entry.Closed(
                NOW.minus(Duration.ofDays(390)), Message.of("session.closed.quiet")));
    return List.of(
        new Case(HResult.INVALID_HANDLE, Case.State.WATCHED, recent),
        new Case(HResult.INVALID_HANDLE, Case.State.CLOSED, old));
  }

  static Wording wording() {
    return new Wording(ErrorCatalog.load(), CLOCK, ZoneOffset.UTC);
  }

  /** One answer of each kind. */
  static List<Judged> judged() {
    Assumption assumption =
        new Assumption("U01", "scene", Message.asIs("It is as Regrip believes."));
    return List.of(
        new Judged(assumption, Answer.held(Message.asIs("Seen with these eyes."))),
        new Judged(assumption, Answer.didNotHold(Message.asIs("Win32 5"))),
        new Judged(assumption, Answer.couldNotAsk(Message.asIs("look at the icon"))));
  }

  static DesktopOptions options(Preferences preferences, Consumer<SystemPages.Page> opened) {
    return options(preferences, opened, Optional.of(() -> {}));
  }

  /**
   * @param restartPretendPc empty on a real PC
   */
  static DesktopOptions options(
      Preferences preferences,
      Consumer<SystemPages.Page> opened,
      Optional<Runnable> restartPretendPc) {
    return options(preferences, opened, restartPretendPc, true);
  }

  /**
   * @param recovery whether this Windows has the page that installs it anew
   */
  static DesktopOptions options(
      Preferences preferences,
      Consumer<SystemPages.Page> opened,
      Optional<Runnable> restartPretendPc,
      boolean recovery) {
    return options(
        preferences,
        opened,
        restartPretendPc,
        recovery,
        new ReleaseNews(RELEASES, Optional::empty, () -> {}));
  }

  /** Where Regrip 1.3.0 is there. */
  static DesktopOptions withNewer(Runnable openPage) {
    return options(
        new Remembered(ThemeChoice.LIGHT),
        page -> {},
        Optional.empty(),
        true,
        new ReleaseNews(RELEASES, () -> Optional.of("1.3.0"), openPage));
  }

  private static DesktopOptions options(
      Preferences preferences,
      Consumer<SystemPages.Page> opened,
      Optional<Runnable> restartPretendPc,
      boolean recovery,
      ReleaseNews releases) {
    return new DesktopOptions(
        wording(),
        "1.0",
        preferences,
        () -> false,
        opened,
        page -> page != SystemPages.Page.SETTINGS_RECOVERY || recovery,
        restartPretendPc,
        Optional.empty(),
        () -> false,
        () -> false,
        IconClicks.none(),
        Scenes::judged,
        Optional.of(releases),
        () -> {},
        CLOCK);
  }

  /** Settings that are forgotten at the end. */
  static final class Remembered implements Preferences {

    private ThemeChoice theme;
    private LanguageChoice language = LanguageChoice.SYSTEM;
    private boolean autostart = true;
    private AlertPreferences alerts = AlertPreferences.DEFAULT;
    boolean alertsAreSetByPolicy;
    boolean isNew;
    boolean pollIsSetByPolicy;
    boolean logsDeleted;
    private int pollMinutes = 30;
    private int historyDays;
    boolean looksForNewVersions;
    boolean newVersionsAreSetByPolicy;

    Remembered(ThemeChoice theme) {
      this.theme = theme;
    }

    @Override
    public boolean canStartWithWindows() {
      return true;
    }

    @Override
    public boolean startsWithWindows() {
      return autostart;
    }

    @Override
    public void startWithWindows(boolean on) {
      autostart = on;
    }

    @Override
    public AlertPreferences alerts() {
      return alerts;
    }

    @Override
    public void alerts(AlertPreferences chosen) {
      alerts = chosen;
    }

    @Override
    public boolean alertsAreSetByPolicy() {
      return alertsAreSetByPolicy;
    }

    @Override
    public ThemeChoice theme() {
      return theme;
    }

    @Override
    public void theme(ThemeChoice choice) {
      theme = choice;
    }

    @Override
    public LanguageChoice language() {
      return language;
    }

    @Override
    public void language(LanguageChoice choice) {
      language = choice;
    }

    @Override
    public boolean looksForNewVersions() {
      return looksForNewVersions;
    }

    @Override
    public void lookForNewVersions(boolean on) {
      looksForNewVersions = on;
    }

    @Override
    public boolean newVersionsAreSetByPolicy() {
      return newVersionsAreSetByPolicy;
    }

    @Override
    public int pollMinutes() {
      return pollMinutes;
    }

    @Override
    public void pollMinutes(int minutes) {
      pollMinutes = minutes;
    }

    @Override
    public boolean pollIsSetByPolicy() {
      return pollIsSetByPolicy;
    }

    @Override
    public int historyDays() {
      return historyDays;
    }

    @Override
    public void historyDays(int days) {
      historyDays = days;
    }

    @Override
    public boolean deleteLogs() {
      logsDeleted = true;
      return true;
    }

    @Override
    public boolean isNew() {
      return isNew;
    }

    @Override
    public void notNew() {
      isNew = false;
    }

    @Override
    public String folder() {
      return "the data folder";
    }

    @Override
    public boolean openFolder() {
      return false;
    }

    @Override
    public boolean openFile() {
      return false;
    }
  }
}
