package app.regrip.session;

import app.regrip.helper.FolderRunStore;
import app.regrip.repair.Fix;
import app.regrip.repair.JournalEntry;
import app.regrip.repair.RunState;
import app.regrip.repair.Verdict;
import app.regrip.repair.Verdict.Kind;
import app.regrip.repair.Verdicts;
import app.regrip.session.Case.Entry;
import app.regrip.storage.AppendLog;
import app.regrip.storage.AtomicFile;
import app.regrip.storage.Json;
import app.regrip.text.Message;
import app.regrip.update.AlertMemory;
import app.regrip.update.Failure;
import app.regrip.update.Proven;
import app.regrip.update.UpdateStatus;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What Regrip remembers between starts, in the user's data folder: {@code history.log} and {@code
 * alerts.json}. What can't be read is left untouched and said once; Regrip then works on without
 * it.
 */
public final class SessionStore {

  private static final Set<Kind> NOT_WORTH_A_LINE = Set.of(Kind.REFUSED, Kind.INTERRUPTED);

  private final History history;
  private final AtomicFile alerts;
  private final Clock clock;
  private final List<Entry> entries = new ArrayList<>();
  private Instant forgottenUntil = Instant.MIN;
  private AlertMemory alertMemory = AlertMemory.none();
  private final Set<Message> notices = new LinkedHashSet<>();

  public SessionStore(Path dataFolder, Clock clock) {
    this.history = new History(new AppendLog(dataFolder.resolve("history.log")));
    this.alerts = new AtomicFile(dataFolder.resolve("alerts.json"));
    this.clock = clock;
  }

  /** A run and what was asked of it. */
  record TriedRun(String runId, Fix fix) {}

  /** Reads everything, and notes down what helpers finished while no Regrip was there to see it. */
  synchronized void load(FolderRunStore runs) {
    try {
      entries.addAll(history.entries());
      forgottenUntil = history.forgottenUntil();
      if (history.damaged() > 0) {
        notice(Message.of("session.notice.history-damaged"));
      }
    } catch (IOException e) {
      notice(Message.of("session.notice.history-unreadable", String.valueOf(e.getMessage())));
    }
    try {
      alertMemory =
          alerts
              .read()
              .map(text -> Json.gson().fromJson(text, AlertMemory.class))
              .orElse(AlertMemory.none());
    } catch (IOException | JsonParseException e) {
      notice(Message.of("session.notice.alerts-unreadable"));
    }
    noteEnds(runs);
  }

  /** Notes down what helpers have finished that this Regrip did not follow. */
  synchronized void noteEnds(FolderRunStore runs) {
    try {
      runs.runIds().forEach(runId -> noteEnd(runId, runs));
    } catch (IOException e) {
      journalsUnreadable(e);
    }
  }

  private void journalsUnreadable(IOException e) {
    notice(Message.of("session.notice.journal-unreadable", String.valueOf(e.getMessage())));
  }

  synchronized void failed(UpdateStatus.Failing failing) {
    boolean known =
        entries.stream()
            .anyMatch(
                e ->
                    (e instanceof Entry.Failed f && f.code().equals(failing.code())
                            || e instanceof Entry.CameBack c && c.code().equals(failing.code()))
                        && !e.at().isBefore(failing.last()));
    if (known) {
      return;
    }
    Optional<Instant> proven = provenAt();
    boolean cameBack =
        proven.isPresent()
            && failing.last().isAfter(proven.get())
            && failing.last().isBefore(proven.get().plus(History.WATCH));
    if (cameBack && failing.isInvalidHandle()) {
      int recurrence = 1 + (int) entries.stream().filter(e -> e instanceof Entry.CameBack).count();
      add(new Entry.CameBack(failing.last(), failing.code(), recurrence));
    } else {
      add(
          new Entry.Failed(
              failing.last(), failing.code(), failing.operation().name(), failing.title()));
    }
  }

  /**
   * A repair has ended. Every Regrip that has followed it notes it down, and one line remains.
   *
   * @param failed what the repair was for
   */
  synchronized void tried(
      String runId, Fix fix, Verdict verdict, Optional<Failure> failed, FolderRunStore runs) {
    if (fix != Fix.COPIES && !noteEnd(runId, runs) && !NOT_WORTH_A_LINE.contains(verdict.kind())) {
      add(new Entry.Tried(clock.instant(), runId, fix, verdict, failed));
    }
  }

  /**
   * Whether a repair has done for this failure what it can, and Windows has not tried again since:
   * nothing new to tell.
   */
  synchronized boolean awaitsWindows(UpdateStatus.Failing failing) {
    return unproven()
        .filter(tried -> tried.failed().get().operation() == failing.operation())
        .filter(tried -> !failing.last().isAfter(tried.at()))
        .isPresent();
  }

  /** The newest repair, if it is for something that failed and could not be proven. */
  private Optional<Entry.Tried> unproven() {
    return entries.stream()
        .reduce((earlier, later) -> later)
        .filter(Entry.Tried.class::isInstance)
        .map(Entry.Tried.class::cast)
        .filter(tried -> tried.verdict().kind() == Kind.NOT_PROVEN_YET)
        .filter(tried -> tried.failed().isPresent());
  }

  /**
   * What a repair could not prove, Windows itself has done since: the repair is proven now.
   *
   * @param workedAt when Windows last did what had failed
   * @param hasKeptWork whether a run has changed anything
   * @return whether this has proven a repair
   */
  synchronized boolean worked(Instant workedAt, Predicate<String> hasKeptWork) {
    Optional<Entry.Tried> unproven = unproven().filter(tried -> workedAt.isAfter(tried.at()));
    if (unproven.isPresent()) {
      Entry.Tried tried = unproven.get();
      Verdict proven =
          Verdicts.provenByWindows(
              tried.failed().get().operation(), hasKeptWork.test(tried.runId()));
      add(new Entry.Tried(workedAt, tried.runId(), tried.fix(), proven, tried.failed()));
    }
    return unproven.isPresent();
  }

  /** The newest proof, if nothing has failed since. */
  synchronized Optional<Proven> proven() {
    return History.proven(entries);
  }

  /** When that was. */
  synchronized Optional<Instant> provenAt() {
    return proven().map(Proven::at);
  }

  synchronized List<Case> cases(Instant now) {
    return History.cases(entries, now);
  }

  /** The newest repair, while what it set aside is still kept. */
  synchronized Optional<TriedRun> lastRun(Instant now) {
    return entries.stream()
        .filter(e -> e instanceof Entry.Tried)
        .map(e -> (Entry.Tried) e)
        .filter(tried -> tried.fix().needsElevation())
        .reduce((a, b) -> b)
        .filter(tried -> tried.at().plus(History.WATCH).isAfter(now))
        .map(tried -> new TriedRun(tried.runId(), tried.fix()));
  }

  /** The newest repair, unless its case is closed or another error has come since. */
  synchronized Optional<Entry.Tried> lastRepair() {
    Optional<Entry.Tried> newest = tried(entries);
    return newest.filter(
        tried ->
            entries.subList(entries.lastIndexOf(tried) + 1, entries.size()).stream()
                .noneMatch(later -> makesPast(tried, later)));
  }

  private static boolean makesPast(Entry.Tried tried, Entry later) {
    return later instanceof Entry.Closed
        || later instanceof Entry.Failed failed
            && tried.failed().filter(was -> !was.code().equals(failed.code())).isPresent();
  }

  /** When the newest repair was taken back, if it was. */
  synchronized Optional<Instant> takenBackAt() {
    return tried(entries)
        .filter(tried -> tried.verdict().kind() == Kind.UNDONE)
        .map(Entry.Tried::at);
  }

  private static Optional<Entry.Tried> tried(List<Entry> entries) {
    return entries.stream()
        .filter(Entry.Tried.class::isInstance)
        .map(Entry.Tried.class::cast)
        .reduce((earlier, later) -> later);
  }

  /** A week without the error closes the case. */
  synchronized void closeQuietCase(Instant now) {
    Optional<Instant> quietSince =
        provenAt().map(at -> at.plus(History.WATCH)).filter(end -> end.isBefore(now));
    boolean open = !entries.isEmpty() && !(entries.get(entries.size() - 1) instanceof Entry.Closed);
    if (open && quietSince.isPresent()) {
      add(new Entry.Closed(quietSince.get(), Message.of("session.closed.quiet")));
    }
  }

  /** Forgets the cases that ended longer ago than that; see {@link History#kept}. */
  synchronized void forgetOlderThan(Duration retention) {
    Instant now = clock.instant();
    Instant before = now.minus(retention);
    if (History.kept(entries, before, now).size() < entries.size()) {
      forget(before);
    }
  }

  /**
   * Forgets what was before; see {@link History#kept}.
   *
   * @return whether the file could be written
   */
  synchronized boolean forget(Instant before) {
    try {
      history.forget(before, clock.instant());
      entries.clear();
      entries.addAll(history.entries());
      forgottenUntil = history.forgottenUntil();
      return true;
    } catch (IOException e) {
      notice(Message.of("session.notice.history-not-written", String.valueOf(e.getMessage())));
      return false;
    }
  }

  synchronized AlertMemory alertMemory() {
    return alertMemory;
  }

  synchronized void remember(AlertMemory memory) {
    // Compared as text: to compare the records Java makes some forty classes, which stay.
    String text = Json.gson().toJson(memory);
    if (text.equals(Json.gson().toJson(alertMemory))) {
      return;
    }
    alertMemory = memory;
    try {
      alerts.write(text);
    } catch (IOException e) {
      notice(Message.of("session.notice.alerts-not-written", String.valueOf(e.getMessage())));
    }
  }

  synchronized Optional<Instant> snoozedUntil() {
    return alertMemory.snoozedUntil() == 0
        ? Optional.empty()
        : Optional.of(Instant.ofEpochMilli(alertMemory.snoozedUntil()));
  }

  synchronized Optional<Message> notice() {
    return Optional.of(Message.sentences(notices)).filter(said -> !said.isEmpty());
  }

  /** Something about Regrip's own files that the user should know. */
  public synchronized void notice(Message words) {
    notices.add(words);
  }

  /** Whether the run has a journal that says so. */
  private boolean noteEnd(String runId, FolderRunStore runs) {
    try {
      Optional<RunState> run = RunState.read(runs.journal(runId));
      run.ifPresent(r -> r.ended().ifPresent(end -> noteEnd(r.begun(), end)));
      return run.flatMap(RunState::ended).isPresent();
    } catch (IOException e) {
      journalsUnreadable(e);
      return false;
    }
  }

  /** A run may end several times: waiting for a restart, then proven, then taken back. */
  private void noteEnd(JournalEntry.Begun begun, JournalEntry.Ended end) {
    Predicate<Entry> same =
        e ->
            e instanceof Entry.Tried tried
                && tried.runId().equals(begun.runId())
                && !tried.at().isBefore(end.at());
    if (NOT_WORTH_A_LINE.contains(end.verdict().kind())
        || end.at().isBefore(forgottenUntil)
        || entries.stream().anyMatch(same)) {
      return;
    }
    Entry tried =
        new Entry.Tried(end.at(), begun.runId(), begun.fix(), end.verdict(), begun.failed());
    entries.add(tried);
    write(() -> history.addUnless(same, tried));
  }

  private void add(Entry entry) {
    entries.add(entry);
    write(() -> history.add(entry));
  }

  private interface Writing {
    void run() throws IOException;
  }

  private void write(Writing writing) {
    try {
      writing.run();
    } catch (IOException e) {
      notice(Message.of("session.notice.history-not-written", String.valueOf(e.getMessage())));
    }
  }
}
