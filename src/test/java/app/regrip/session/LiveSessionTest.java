package app.regrip.session;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.SetClock;
import app.regrip.errors.HResult;
import app.regrip.helper.EventStream;
import app.regrip.helper.FolderRunStore;
import app.regrip.helper.HelperArguments;
import app.regrip.helper.HelperLauncher;
import app.regrip.helper.RepairLock;
import app.regrip.pc.Cancellation;
import app.regrip.pc.Pc;
import app.regrip.pc.PcException;
import app.regrip.pc.UpdateAgent.UpdateHistoryEntry;
import app.regrip.pc.UpdateLog;
import app.regrip.repair.Fix;
import app.regrip.repair.FixRequest;
import app.regrip.repair.RecoveryChoice;
import app.regrip.repair.RepairEvent;
import app.regrip.repair.RepairEvent.StepState;
import app.regrip.repair.RepairRun;
import app.regrip.repair.Verdict;
import app.regrip.repair.Verdict.Kind;
import app.regrip.repair.Verdicts;
import app.regrip.session.Case.Entry;
import app.regrip.simulated.Scenario;
import app.regrip.simulated.SimulatedPc;
import app.regrip.simulated.Speed;
import app.regrip.text.Message;
import app.regrip.update.Alert;
import app.regrip.update.UpdateStatus;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A session on a pretend PC; its helper runs in a thread here. */
class LiveSessionTest {

  private static final long PATIENCE_SECONDS = 30;

  @TempDir Path folder;

  private final AtomicInteger changes = new AtomicInteger();

  private final SetClock clock = new SetClock();
  private final List<LiveSession> opened = new ArrayList<>();
  private final BlockingQueue<Alert> alerts = new LinkedBlockingQueue<>();
  private final CountDownLatch revealed = new CountDownLatch(1);
  private volatile Optional<Duration> retention = Optional.empty();
  private Starter launcher = this::inAThread;

  /** What a helper waits for before it asks for the proof. */
  private CountDownLatch gate = new CountDownLatch(0);

  /** How a test lets the helper be started. */
  private interface Starter {
    HelperLauncher.RunningHelper launch(
        HelperArguments order, Consumer<RepairEvent> events, Runnable ended)
        throws IOException, HelperLauncher.DeclinedException;
  }

  @AfterEach
  void closeAll() {
    opened.forEach(LiveSession::close);
  }

  @Test
  void aFailureThatWasThereBeforeAnybodyListenedIsStillAlerted() throws Exception {
    pc("bits-disabled").runDueCheck();
    LiveSession session = open("bits-disabled");

    assertThat(session.now().status()).isInstanceOf(UpdateStatus.Failing.class);
    session.listen(listener());
    Alert alert = alerts.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertThat(alert.failure().code()).isEqualTo(HResult.INVALID_HANDLE);
    assertThat(alert.recurrence()).isEqualTo(1);
  }

  @Test
  void whoeverBeginsToListenBesideAnotherHearsOfThatFailureToo() throws Exception {
    pc("bits-disabled").runDueCheck();
    LiveSession session = open("bits-disabled");

    session.listen(listener());
    session.listen(listener());
    assertThat(alerts.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isNotNull();
    assertThat(alerts.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isNotNull();
  }

  @Test
  void whoeverBeginsToListenWhenAllIsQuietIsToldHowThingsAre() throws Exception {
    LiveSession session = open("healthy");

    session.listen(listener());
    await(() -> changes.get() > 0);
  }

  @Test
  void oneFailureIsOneAlertAlsoAfterARestartOfRegrip() throws Exception {
    pc("bits-disabled").runDueCheck();
    open("bits-disabled").listen(listener());
    assertThat(alerts.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isNotNull();

    LiveSession again = open("bits-disabled");
    again.listen(listener());
    again.refresh();
    again.snooze(Duration.ofHours(1));
    await(() -> again.now().snoozedUntil().isPresent());
    assertThat(alerts).isEmpty();
    assertThat(open("bits-disabled").now().snoozedUntil())
        .as("a snooze survives a restart")
        .isPresent();
  }

  @Test
  void aPushedFailureIsAlertedAndRepairedAndRemembered() throws Exception {
    SimulatedPc pc = pc("own-process");
    LiveSession session = open("own-process");
    session.listen(listener());
    pc.runDueCheck();
    assertThat(alerts.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isNotNull();

    session.repair(FixRequest.of(Fix.ALL));
    assertThat(session.now().repair()).as("it shows as begun at once").isPresent();
    await(() -> session.now().repair().flatMap(RepairProgress::verdict).isPresent());

    assertThat(session.now().repair().get().verdict().get().kind()).isEqualTo(Kind.PROVEN);
    await(() -> !(session.now().status() instanceof UpdateStatus.Failing));
    assertThat(session.now().watchingUntil()).isPresent();
    Case remembered = open("own-process").cases().get(0);
    assertThat(remembered.state()).isEqualTo(Case.State.WATCHED);
    assertThat(remembered.entries()).hasSize(2).first().isInstanceOf(Entry.Failed.class);
  }

  @Test
  void aSecondClickShowsTheRunningRepair() throws Exception {
    launcher = (order, events, ended) -> () -> {};
    LiveSession session = open("healthy");
    session.listen(listener());

    session.repair(FixRequest.of(Fix.BITS));
    String first = session.now().repair().orElseThrow().runId();
    session.repair(FixRequest.of(Fix.RESET));

    assertThat(revealed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(session.now().repair().orElseThrow().runId()).isEqualTo(first);
  }

  /**
   * Between its verdict and its end it still holds its lock; who asks then asks for a new repair.
   */
  @Test
  void aHelperThatHasToldItsVerdictRepairsNoMore() throws Exception {
    FolderRunStore runs = new FolderRunStore(folder.resolve("runs"));
    String runId = UUID.randomUUID().toString();
    try (RepairLock.Held lock = runs.lock().tryHold(runId).orElseThrow();
        EventStream told =
            new EventStream(OutputStream.nullOutputStream(), runs.events(runId, lock.turn()))) {
      told.send(new RepairEvent.RunStarted(runId, Fix.BITS, clock.instant()));
      assertThat(open("healthy").now().isRepairing()).isTrue();

      told.send(new RepairEvent.RunEnded(Verdicts.declined()));

      assertThat(open("healthy").now().repair()).isEmpty();
    }
  }

  @Test
  void anAnswerOfNoIsAChoiceAndNoError() throws Exception {
    launcher =
        (order, events, ended) -> {
          throw new HelperLauncher.DeclinedException();
        };
    LiveSession session = open("bits-disabled");

    session.repair(FixRequest.of(Fix.BITS));
    await(() -> session.now().repair().flatMap(RepairProgress::verdict).isPresent());

    assertThat(session.now().repair().get().verdict().get().kind()).isEqualTo(Kind.REFUSED);
    assertThat(session.now().repair().get().verdict().get().words().english())
        .contains("nothing was changed");
    assertThat(session.cases())
        .allSatisfy(c -> assertThat(c.entries()).noneMatch(e -> e instanceof Entry.Tried));
  }

  @Test
  void theTroubleshooterOpensWithoutAnyHelper() throws Exception {
    LiveSession session = open("bits-disabled");
    session.repair(FixRequest.of(Fix.BITS));
    await(() -> session.now().repair().flatMap(RepairProgress::verdict).isPresent());
    await(() -> session.now().undoable().isPresent());
    List<HelperArguments> launched = new ArrayList<>();
    launcher =
        (order, events, ended) -> {
          launched.add(order);
          throw new HelperLauncher.DeclinedException();
        };

    session.repair(FixRequest.of(Fix.TROUBLESHOOTER));
    await(() -> session.now().repair().orElseThrow().fix() == Fix.TROUBLESHOOTER);
    await(() -> session.now().repair().flatMap(RepairProgress::verdict).isPresent());

    assertThat(launched).isEmpty();
    assertThat(folder.resolve("C").resolve("opened-pages.log")).content().isNotBlank();
    assertThat(session.now().repair().get().verdict().get().kind()).isEqualTo(Kind.NOT_PROVEN_YET);
    assertThat(session.now().undoable()).as("of the repair before it").contains(Fix.BITS);
  }

  @Test
  void aHelperThatDiesIsFoundInterruptedAndCanBeTakenBack() throws Exception {
    launcher = (order, events, ended) -> dying(order, events, ended, 7);
    LiveSession session = open("cryptsvc-refuses");
    session.repair(FixRequest.of(Fix.RESET));
    await(() -> session.now().interrupted().isPresent());

    assertThat(session.now().repair().get().verdict().get().kind()).isEqualTo(Kind.INTERRUPTED);
    launcher = this::inAThread;
    LiveSession next = open("cryptsvc-refuses");
    assertThat(next.now().interrupted().orElseThrow().words().english())
        .contains("interrupted at step")
        .contains("Nothing is lost");
    next.recover(RecoveryChoice.UNDO);
    await(() -> next.now().repair().flatMap(RepairProgress::verdict).isPresent());
    assertThat(next.now().interrupted()).isEmpty();
    await(() -> session.now().interrupted().isEmpty());
    assertThat(next.now().repair().get().verdict().get().kind()).isEqualTo(Kind.UNDONE);
  }

  @Test
  void aRunThatWasShownAsInterruptedIsFollowedWhenItIsTakenUpElsewhere() throws Exception {
    launcher = (order, events, ended) -> dying(order, events, ended, 7);
    LiveSession window = open("cryptsvc-refuses");
    window.repair(FixRequest.of(Fix.RESET));
    await(() -> window.now().interrupted().isPresent());
    String runId = window.now().interrupted().get().runId();

    launcher = this::inAThread;
    gate = new CountDownLatch(1);
    LiveSession elsewhere = open("cryptsvc-refuses");
    elsewhere.recover(RecoveryChoice.FINISH);
    await(() -> window.now().isRepairing());
    assertThat(window.now().repair().get().runId()).isEqualTo(runId);
    assertThat(window.now().interrupted()).isEmpty();
    gate.countDown();

    await(() -> ending(window).isPresent() && ending(elsewhere).isPresent());
    assertThat(ending(window)).isEqualTo(ending(elsewhere));
    RepairProgress seen = window.now().repair().get();
    assertThat(elsewhere.now().repair().map(RepairProgress::asFollowed)).contains(seen);
    assertThat(seen.followed()).as("it can't be stopped from there").isTrue();
    assertThat(seen.rungs()).isNotEmpty();
    assertThat(tried(window)).isEqualTo(tried(elsewhere)).hasSize(1);
    assertThat(tried(open("cryptsvc-refuses"))).hasSize(1);
  }

  @Test
  void aRunThatIsFinishedElsewhereInNoTimeIsNotShownAsCutOff() throws Exception {
    launcher = (order, events, ended) -> dying(order, events, ended, 7);
    LiveSession window = open("cryptsvc-refuses");
    window.repair(FixRequest.of(Fix.RESET));
    await(() -> window.now().interrupted().isPresent());
    String runId = window.now().interrupted().get().runId();

    // Nobody saw this helper come or go.
    new RepairRun(
            pc("healthy"),
            new FolderRunStore(folder.resolve("runs")),
            clock,
            howLong -> {},
            Cancellation.never(),
            event -> {})
        .recover(runId, RecoveryChoice.FINISH);
    Files.createDirectory(folder.resolve("runs").resolve("sign"));

    await(() -> window.now().interrupted().isEmpty());
    assertThat(ending(window)).map(Verdict::kind).contains(Kind.PROVEN);
    assertThat(window.now().repair().get().rungs()).isEmpty();
    assertThat(window.now().undoable()).contains(Fix.RESET);
    assertThat(tried(window)).hasSize(1);
  }

  @Test
  void whatWasTakenBackIsAskedForAgainAndNotPraised() throws Exception {
    SimulatedPc pc = pc("own-process");
    pc.runDueCheck();
    LiveSession session = open("own-process");
    session.repair(FixRequest.of(Fix.ALL));
    await(() -> ending(session).isPresent());
    assertThat(ending(session).get().kind()).isEqualTo(Kind.PROVEN);
    await(() -> session.now().undoable().isPresent());

    clock.advance(Duration.ofMinutes(1));
    session.recover(RecoveryChoice.UNDO);
    await(() -> ending(session).map(Verdict::kind).equals(Optional.of(Kind.UNDONE)));

    await(() -> session.now().check().endedAt().isPresent());
    await(() -> session.now().status() instanceof UpdateStatus.Failing);
    assertThat(session.now().check().result()).contains(HResult.INVALID_HANDLE);
  }

  @ParameterizedTest
  @CsvSource({
    "bits-disabled, ALL",
    "store-corrupt, ALL",
    "antivirus-holds-files, RESET",
    "missing-service, ALL"
  })
  void whatARepairDidIsToldLaterAsItWasSeen(String scenario, Fix fix) throws Exception {
    pc(scenario).runDueCheck();
    LiveSession session = open(scenario);
    session.repair(FixRequest.of(fix));
    await(() -> ending(session).isPresent() && !session.now().lastRepair().isEmpty());
    assertThat(session.now().repair().orElseThrow().rungs()).isNotEmpty();
    assertThat(session.pastRepair(session.now().lastRepair().get()))
        .isEqualTo(new PastRepair(session.now().repair().orElseThrow().rungs(), Optional.empty()));
  }

  @Test
  void whatNothingHadToBeDoneForIsNotPutBack() throws Exception {
    pc("antivirus-holds-files").runDueCheck();
    LiveSession session = open("antivirus-holds-files");
    session.repair(FixRequest.of(Fix.RESET));
    await(() -> ending(session).isPresent());
    assertThat(states(session.now().repair().orElseThrow().rungs()))
        .startsWith(StepState.SKIPPED, StepState.DONE, StepState.DONE, StepState.UNDONE);
  }

  @Test
  void aRepairThatWasTakenBackKeepsItsStepsAndSoDoesItsUndoing() throws Exception {
    pc("own-process").runDueCheck();
    LiveSession session = open("own-process");
    session.repair(FixRequest.of(Fix.ALL));
    await(() -> ending(session).isPresent() && session.now().undoable().isPresent());
    List<RepairProgress.Rung> seen = session.now().repair().orElseThrow().rungs();
    clock.advance(Duration.ofMinutes(1));
    session.recover(RecoveryChoice.UNDO);
    await(() -> ending(session).map(Verdict::kind).equals(Optional.of(Kind.UNDONE)));

    List<Entry.Tried> repairs = repairs(session);
    assertThat(repairs)
        .extracting(Entry.Tried::runId)
        .hasSize(2)
        .containsOnly(repairs.get(0).runId());
    assertThat(session.pastRepair(repairs.get(0)).rungs()).isEqualTo(seen);
    assertThat(states(session.pastRepair(repairs.get(1)).rungs())).contains(StepState.UNDONE);
  }

  @Test
  void whereTheJournalIsGoneOrNotBelievedThatIsSaid() throws Exception {
    SimulatedPc pc = pc("bits-disabled");
    pc.runDueCheck();
    LiveSession session = open("bits-disabled");
    session.repair(FixRequest.of(Fix.BITS));
    await(() -> ending(session).isPresent() && session.now().lastRepair().isPresent());
    Entry.Tried repair = session.now().lastRepair().orElseThrow();
    Message doubt = Message.asIs("Not ours.");
    assertThat(open("bits-disabled", pc, Optional.of(doubt)).pastRepair(repair))
        .isEqualTo(PastRepair.untold(doubt));

    Path journal = folder.resolve("runs").resolve(repair.runId()).resolve("journal.log");
    Files.delete(journal);
    assertThat(session.pastRepair(repair))
        .isEqualTo(PastRepair.untold(Message.of("session.notice.steps-not-kept")));
    assertThat(session.pastRepair(new Entry.Tried(repair.at(), "x", Fix.BITS, Verdicts.declined())))
        .as("nothing was begun")
        .isEqualTo(new PastRepair(List.of(), Optional.empty()));
    assertThat(
            session.pastRepair(
                new Entry.Tried(repair.at(), "x", Fix.TROUBLESHOOTER, repair.verdict())))
        .as("it keeps none")
        .isEqualTo(new PastRepair(List.of(), Optional.empty()));
  }

  private static List<Entry.Tried> repairs(LiveSession session) {
    return session.cases().stream()
        .flatMap(one -> one.entries().stream())
        .filter(Entry.Tried.class::isInstance)
        .map(Entry.Tried.class::cast)
        .toList();
  }

  private static List<StepState> states(List<RepairProgress.Rung> rungs) {
    return rungs.stream()
        .flatMap(rung -> rung.steps().stream())
        .map(RepairProgress.Step::state)
        .toList();
  }

  @Test
  void whatWasTakenBackIsUnknownUntilWindowsHasChecked() throws Exception {
    pc("own-process").runDueCheck();
    LiveSession session = open("own-process");
    session.repair(FixRequest.of(Fix.ALL));
    await(() -> ending(session).isPresent());
    clock.advance(Duration.ofMinutes(1));
    new RepairRun(
            pc("own-process"),
            new FolderRunStore(folder.resolve("runs")),
            clock,
            howLong -> {},
            Cancellation.never(),
            event -> {})
        .recover(session.now().repair().get().runId(), RecoveryChoice.UNDO);

    LiveSession next = open("own-process");

    assertThat(next.now().status()).isInstanceOf(UpdateStatus.Unknown.class);
    assertThat(((UpdateStatus.Unknown) next.now().status()).why().english())
        .contains("was taken back");
  }

  @Test
  void checkNowMakesWindowsCheck() throws Exception {
    LiveSession session = open("bits-disabled");
    assertThat(session.now().check().endedAt()).isEmpty();

    session.check();

    await(() -> session.now().check().endedAt().isPresent());
    assertThat(session.now().check().running()).isFalse();
    assertThat(session.now().check().result()).contains(HResult.INVALID_HANDLE);
    await(() -> session.now().status() instanceof UpdateStatus.Failing);
  }

  @Test
  void whatAHelperThatIsStillEndingSaysIsNotTakenForTheNextOnes() throws Exception {
    List<Runnable> ends = new ArrayList<>();
    launcher =
        (order, events, ended) -> {
          events.accept(new RepairEvent.RunEnded(Verdicts.refused(Message.asIs("First."))));
          ends.add(ended);
          return () -> {};
        };
    LiveSession session = open("healthy");
    session.repair(FixRequest.of(Fix.BITS));
    await(() -> ending(session).isPresent());
    launcher =
        (order, events, ended) -> {
          ends.get(0).run();
          ends.add(
              () ->
                  events.accept(
                      new RepairEvent.RunEnded(Verdicts.refused(Message.asIs("Second.")))));
          return () -> {};
        };
    session.repair(FixRequest.of(Fix.RESET));
    session.snooze(Duration.ofHours(1));
    await(() -> session.now().snoozedUntil().isPresent());

    assertThat(session.now().isRepairing()).isTrue();
    ends.get(1).run();
    await(() -> ending(session).map(Verdict::words).equals(Optional.of(Message.asIs("Second."))));
  }

  private static List<Entry> tried(LiveSession session) {
    return session.cases().stream()
        .flatMap(c -> c.entries().stream())
        .filter(e -> e instanceof Entry.Tried)
        .toList();
  }

  private static Optional<Verdict> ending(LiveSession session) {
    return session.now().repair().flatMap(RepairProgress::verdict);
  }

  @Test
  void whatIsUpToWindowsIsWatchedInSilenceUntilWindowsHasTriedAgain() throws Exception {
    SimulatedPc pc = pc("install-fails");
    pc.runDueCheck();
    LiveSession session = open("install-fails");
    session.listen(listener());
    alerts.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    session.repair(FixRequest.of(Fix.ALL));
    await(() -> session.now().repair().flatMap(RepairProgress::verdict).isPresent());
    assertThat(session.now().repair().get().verdict().get().kind()).isEqualTo(Kind.NOT_PROVEN_YET);

    clock.advance(Duration.ofHours(5));
    readTwice(session);
    assertThat(alerts).isEmpty();
    assertThat(session.cases().get(0).state()).isEqualTo(Case.State.OPEN);

    pc.runDueCheck();
    // Working, and one reading later repaired, since that success is the proof.
    await(() -> !(session.now().status() instanceof UpdateStatus.Failing));
    assertThat(session.cases().get(0).state()).isEqualTo(Case.State.WATCHED);
    assertThat(alerts).isEmpty();
  }

  @Test
  void aRepairThatDidNotHelpIsTold() throws Exception {
    SimulatedPc pc = pc("install-fails");
    pc.runDueCheck();
    LiveSession session = open("install-fails");
    session.listen(listener());
    alerts.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    session.repair(FixRequest.of(Fix.DOWNLOADS));
    await(() -> session.now().repair().flatMap(RepairProgress::verdict).isPresent());

    clock.advance(Duration.ofHours(5));
    pc.runDueCheck();

    assertThat(alerts.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isNotNull();
  }

  /** What the first reading has to tell is told before the second is shown. */
  private void readTwice(LiveSession session) throws InterruptedException {
    for (int i = 0; i < 2; i++) {
      int before = changes.get();
      session.refresh();
      await(() -> changes.get() > before);
    }
  }

  @Test
  void aRecurrenceReopensTheCaseAndIsCounted() throws Exception {
    SimulatedPc pc = pc("bits-disabled");
    pc.runDueCheck();
    LiveSession session = open("bits-disabled");
    session.listen(listener());
    alerts.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    session.repair(FixRequest.of(Fix.BITS));
    await(() -> session.now().watchingUntil().isPresent());

    clock.advance(Duration.ofDays(2));
    pc.services().setStartType("BITS", app.regrip.pc.StartType.DISABLED);
    pc.services().stop("BITS", Duration.ofSeconds(1));
    pc.runDueCheck();

    Alert again = alerts.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertThat(again.recurrence()).isEqualTo(2);
    assertThat(session.now().watchingUntil()).isEmpty();
    assertThat(session.cases().get(0).entries())
        .hasSize(3)
        .last()
        .isInstanceOf(Entry.CameBack.class);
  }

  @Test
  void whatWindowsListedBeforeAResetIsKeptOnce() throws Exception {
    SimulatedPc pc = pc("cryptsvc-refuses");
    List<UpdateHistoryEntry> listed = pc.updateAgent().history();
    LiveSession session = open("cryptsvc-refuses");
    assertThat(session.keptWindowsHistory()).isEmpty();
    session.repair(FixRequest.of(Fix.RESET));
    await(() -> ending(session).isPresent());

    assertThat(session.keptWindowsHistory())
        .containsExactlyInAnyOrderElementsOf(listed)
        .isSortedAccordingTo(Comparator.comparing(UpdateHistoryEntry::date).reversed());
    session.repair(FixRequest.of(Fix.RESET));
    await(() -> !session.now().isRepairing());
    assertThat(session.keptWindowsHistory()).doesNotHaveDuplicates().containsAll(listed);
  }

  @Test
  void aWindowsWithoutSupportIsNotCalledUpToDate() throws Exception {
    SimulatedPc pc = pc("windows-10");
    LiveSession session = open("windows-10");
    session.repair(FixRequest.of(Fix.RESET));
    await(() -> session.now().status() instanceof UpdateStatus.Repaired);

    clock.advance(Duration.ofHours(2));
    pc.runDueCheck();
    session.refresh();
    await(() -> session.now().status() instanceof UpdateStatus.Working);

    assertThat(((UpdateStatus.Working) session.now().status()).upToDate()).isFalse();
  }

  @Test
  void sevenQuietDaysCloseTheCase() throws Exception {
    pc("bits-disabled").runDueCheck();
    LiveSession session = open("bits-disabled");
    session.repair(FixRequest.of(Fix.BITS));
    await(() -> session.now().watchingUntil().isPresent());

    clock.advance(Duration.ofDays(8));
    session.refresh();
    await(() -> session.cases().get(0).state() == Case.State.CLOSED);
    await(() -> session.cases().get(0).entries().stream().anyMatch(e -> e instanceof Entry.Closed));
  }

  @Test
  void aHistoryThatCannotBeReadIsSaidAndLeftAlone() throws Exception {
    Path history = Files.createDirectories(folder.resolve("data").resolve("history.log"));

    LiveSession session = open("healthy");

    assertThat(session.now().notice().orElseThrow().english()).contains("history");
    assertThat(session.now().status()).isInstanceOf(UpdateStatus.Working.class);
    assertThat(history).isDirectory();
  }

  @Test
  void aJournalFromTheFutureIsSaidAndLeftAlone() throws Exception {
    FolderRunStore runs = new FolderRunStore(folder.resolve("runs"));
    runs.journal("00000000-0000-4000-8000-000000000009").append("{\"type\":\"Teleported\"}");

    LiveSession session = open("healthy");

    assertThat(session.now().notice().orElseThrow().english()).contains("left as");
    assertThat(session.now().interrupted()).isEmpty();
  }

  @Test
  void whatSomebodyElseMayHaveWrittenIsNotTold() throws Exception {
    SimulatedPc pc = pc("bits-disabled");
    pc.runDueCheck();
    LiveSession session = open("bits-disabled");
    session.repair(FixRequest.of(Fix.BITS));
    await(() -> ending(session).isPresent());
    assertThat(session.machineHistory().runs()).hasSize(1);

    Message doubt = Message.asIs("Not ours.");
    MachineHistory doubtful = open("bits-disabled", pc, Optional.of(doubt)).machineHistory();
    assertThat(doubtful.runs()).isEmpty();
    assertThat(doubtful.notice()).contains(doubt);
  }

  /** The journal of the repair is still there, and is not noted down anew. */
  @Test
  void whatIsForgottenStaysForgotten() throws Exception {
    pc("bits-disabled").runDueCheck();
    LiveSession session = open("bits-disabled");
    session.repair(FixRequest.of(Fix.BITS));
    await(() -> ending(session).isPresent());
    assertThat(session.forgetHistory()).isTrue();
    assertThat(session.cases()).as("still needed").hasSize(1);
    assertThat(session.now().undoable()).contains(Fix.BITS);

    clock.advance(Duration.ofDays(60));
    session.refresh();
    await(() -> session.cases().get(0).state() == Case.State.CLOSED);
    assertThat(open("bits-disabled").cases()).hasSize(1);
    assertThat(session.forgetHistory()).isTrue();
    assertThat(session.cases()).isEmpty();
    assertThat(open("bits-disabled").cases()).isEmpty();
  }

  @Test
  void whatIsOlderThanWantedIsForgottenByItself() throws Exception {
    pc("bits-disabled").runDueCheck();
    LiveSession session = open("bits-disabled");
    session.repair(FixRequest.of(Fix.BITS));
    await(() -> ending(session).isPresent());
    clock.advance(Duration.ofDays(60));
    session.refresh();
    await(() -> session.cases().get(0).state() == Case.State.CLOSED);

    retention = Optional.of(Duration.ofDays(90));
    assertThat(open("bits-disabled").cases()).hasSize(1);
    retention = Optional.of(Duration.ofDays(30));
    session.refresh();
    await(() -> session.cases().isEmpty());
    retention = Optional.empty();
    assertThat(open("bits-disabled").cases()).isEmpty();
  }

  @Test
  void nothingIsForgottenWhileARepairRuns() throws Exception {
    pc("bits-disabled").runDueCheck();
    gate = new CountDownLatch(1);
    LiveSession session = open("bits-disabled");
    session.repair(FixRequest.of(Fix.BITS));
    assertThat(session.forgetHistory()).isFalse();
    gate.countDown();
    await(() -> ending(session).isPresent());
    assertThat(session.forgetHistory()).isTrue();
  }

  /** What Windows has proven is not unsaid by a reading from before. */
  @Test
  void aReadingThatWaitedWhileSomethingWasProvenIsOutOfDate() throws Exception {
    SimulatedPc pc = pc("install-fails");
    pc.runDueCheck();
    AtomicInteger readings = new AtomicInteger();
    LiveSession session = open("install-fails", beforeReading(readings::incrementAndGet, pc));
    session.repair(FixRequest.of(Fix.ALL));
    await(() -> ending(session).filter(end -> end.kind() == Kind.NOT_PROVEN_YET).isPresent());
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    List<UpdateStatus> seen = new CopyOnWriteArrayList<>();
    session.listen(
        new Session.Listener() {
          @Override
          public void changed(Snapshot snapshot) {
            if (held.getCount() == 0) {
              seen.add(snapshot.status());
            }
            held.countDown();
            awaitQuietly(released);
          }

          @Override
          public void alert(Alert alert) {}

          @Override
          public void reveal() {}
        });
    session.snooze(Duration.ZERO);
    held.await();

    clock.advance(Duration.ofHours(2));
    pc.runDueCheck();
    for (int i = 0; i < 4; i++) {
      int before = readings.get();
      session.refresh();
      await(() -> readings.get() > before);
    }
    released.countDown();

    await(() -> session.now().status() instanceof UpdateStatus.Repaired);
    assertThat(seen).noneMatch(UpdateStatus.Working.class::isInstance);
  }

  @Test
  void nobodyHasToWaitForTheFirstReading() throws Exception {
    CountDownLatch readable = new CountDownLatch(1);
    LiveSession session =
        begin(
            "handle-invalid",
            beforeReading(() -> awaitQuietly(readable), pc("handle-invalid")),
            Optional.empty());

    assertThat(session.now().status())
        .isEqualTo(new UpdateStatus.Unknown(Message.of("session.unknown.not-read-yet")));
    readable.countDown();
    assertThat(session.awaitReading().now().status()).isInstanceOf(UpdateStatus.Working.class);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** This PC, and what comes before each reading of its log of updates. */
  private static Pc beforeReading(Runnable before, Pc pc) {
    UpdateLog log =
        new UpdateLog() {
          @Override
          public List<String> eventsSince(Instant since, int limit) throws PcException {
            before.run();
            return pc.updateLog().eventsSince(since, limit);
          }

          @Override
          public Subscription subscribe(Runnable onNews, Consumer<PcException> onLost)
              throws PcException {
            return pc.updateLog().subscribe(onNews, onLost);
          }
        };
    return (Pc)
        Proxy.newProxyInstance(
            Pc.class.getClassLoader(),
            new Class<?>[] {Pc.class},
            (self, method, arguments) ->
                method.getName().equals("updateLog") ? log : method.invoke(pc, arguments));
  }

  private Session.Listener listener() {
    return new Session.Listener() {
      @Override
      public void changed(Snapshot snapshot) {
        changes.incrementAndGet();
      }

      @Override
      public void alert(Alert alert) {
        alerts.add(alert);
      }

      @Override
      public void reveal() {
        revealed.countDown();
      }
    };
  }

  private LiveSession open(String scenario) throws IOException {
    return open(scenario, pc(scenario));
  }

  private LiveSession open(String scenario, Pc pc) throws IOException {
    return open(scenario, pc, Optional.empty());
  }

  private LiveSession open(String scenario, Pc pc, Optional<Message> doubt) throws IOException {
    return begin(scenario, pc, doubt).awaitReading();
  }

  private LiveSession begin(String scenario, Pc pc, Optional<Message> doubt) throws IOException {
    LiveSession session =
        LiveSession.open(
            new LiveSession.Dependencies(
                Message.of("session.pc.pretend", scenario),
                pc,
                new TestLauncher(),
                new FolderRunStore(folder.resolve("runs")),
                new SessionStore(folder.resolve("data"), clock),
                clock,
                () -> Duration.ofMinutes(30),
                () -> retention,
                UpdateStatus.Failing::isInvalidHandle,
                () -> {},
                () -> doubt),
            true);
    opened.add(session);
    return session;
  }

  private final class TestLauncher implements HelperLauncher {
    @Override
    public RunningHelper launch(HelperArguments order, Consumer<RepairEvent> events, Runnable ended)
        throws IOException, DeclinedException {
      return launcher.launch(order, events, ended);
    }

    @Override
    public boolean asksForPermission() {
      return false;
    }
  }

  private SimulatedPc pc(String scenario) throws IOException {
    return SimulatedPc.open(
        folder.resolve("C"), Scenario.named(scenario).orElseThrow(), Speed.IMMEDIATE, clock);
  }

  private HelperLauncher.RunningHelper inAThread(
      HelperArguments order, Consumer<RepairEvent> events, Runnable ended) throws IOException {
    return dying(order, events, ended, Integer.MAX_VALUE);
  }

  /** A helper that dies right after its n-th event. */
  private HelperLauncher.RunningHelper dying(
      HelperArguments order, Consumer<RepairEvent> events, Runnable ended, int n)
      throws IOException {
    Cancellation cancellation = new Cancellation();
    SimulatedPc pc = pc("healthy");
    FolderRunStore runs = new FolderRunStore(folder.resolve("runs"));
    RepairLock.Held lock =
        (order instanceof HelperArguments.StartServices
                ? runs.lock().tryHoldUnseen()
                : runs.lock().tryHold(order.runId()))
            .orElseThrow();
    EventStream file =
        new EventStream(OutputStream.nullOutputStream(), runs.events(order.runId(), lock.turn()));
    int[] left = {n};
    RepairRun run =
        new RepairRun(
            pc,
            runs,
            clock,
            howLong -> {},
            cancellation,
            event -> {
              if (left[0]-- == 0) {
                throw new Died();
              }
              if (event instanceof RepairEvent.ProofStarted) {
                pass(gate);
              }
              file.send(event);
              events.accept(event);
            });
    Thread thread =
        new Thread(
            () -> {
              try (lock;
                  file) {
                if (order instanceof HelperArguments.Start start) {
                  run.start(start.runId(), start.request());
                } else if (order instanceof HelperArguments.Recover recover) {
                  run.recover(recover.runId(), recover.choice());
                } else {
                  run.startServicesMeanwhile(order.runId());
                }
              } catch (Died e) {
                // As a process would.
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              } finally {
                ended.run();
              }
            });
    thread.setDaemon(true);
    thread.start();
    return cancellation::request;
  }

  private static void pass(CountDownLatch gate) {
    try {
      assertThat(gate.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < PATIENCE_SECONDS * 100; i++) {
      if (condition.getAsBoolean()) {
        return;
      }
      Thread.sleep(10);
    }
    throw new AssertionError("did not come about");
  }

  private static final class Died extends Error {
    private static final long serialVersionUID = 1;
  }
}
