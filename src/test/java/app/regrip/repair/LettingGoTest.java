package app.regrip.repair;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.SetClock;
import app.regrip.errors.HResult;
import app.regrip.pc.Cancellation;
import app.regrip.pc.UpdateFolder;
import app.regrip.pc.UpdateFolders.Name;
import app.regrip.repair.Faults.MemoryLines;
import app.regrip.repair.Verdict.Kind;
import app.regrip.update.Failure;
import app.regrip.update.UpdateEvent.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What repairs have set aside goes when it is of no use any more, and never comes back in part. */
class LettingGoTest {

  private static final Duration WEEK = Duration.ofDays(7);
  private static final String FIRST = "00000000-0000-4000-8000-000000000001";
  private static final String OTHER = "00000000-0000-4000-8000-000000000002";
  private static final Name STRANGE = Name.aside(UpdateFolder.DOWNLOAD, "somebody-elses");

  private final SetClock clock = new SetClock();
  private final MemoryPc pc = new MemoryPc();
  private final MemoryRuns runs = new MemoryRuns();
  private final List<RepairEvent> events = new ArrayList<>();

  @BeforeEach
  void somebodyElseHasSetAFolderAsideToo() {
    pc.folders.put(STRANGE, new MemoryPc.Folder(List.of("theirs"), Set.of(), false));
  }

  @ParameterizedTest
  @CsvSource({"PT0S, true", "PT1S, false"})
  void sevenQuietDaysAfterItsProofTheNextRepairDeletes(Duration more, boolean kept) {
    reset();
    clock.advance(WEEK.plus(more));

    repair(OTHER, FixRequest.of(Fix.BITS));

    assertThat(copiesOf(FIRST).isEmpty()).isNotEqualTo(kept);
    assertThat(pc.folders).containsKey(STRANGE);
  }

  /** The helper was long gone when Windows installed the update. */
  @ParameterizedTest
  @CsvSource({"8, 19, -1, false", "6, 19, -1, true", "8, 26, -1, true", "8, 19, 2, true"})
  void whatWindowsHasProvenLaterCountsAsWell(
      int daysAgo, int event, int failedAgainDaysAgo, boolean kept) {
    Failure install =
        new Failure(Operation.INSTALL, HResult.INVALID_HANDLE, Optional.of(MemoryPc.UPDATE));
    Verdict verdict = repair(FIRST, FixRequest.of(Fix.ALL).because(install));
    assertThat(verdict.kind()).isEqualTo(Kind.NOT_PROVEN_YET);
    assertThat(copiesOf(FIRST)).hasSize(1);
    clock.advance(Duration.ofDays(9));
    pc.events.add(event(event, clock.instant().minus(Duration.ofDays(daysAgo))));
    if (failedAgainDaysAgo >= 0) {
      pc.events.add(event(20, clock.instant().minus(Duration.ofDays(failedAgainDaysAgo))));
    }

    repair(OTHER, FixRequest.of(Fix.BITS));

    assertThat(copiesOf(FIRST).isEmpty()).isNotEqualTo(kept);
  }

  @Test
  void whatCameBackAfterItsProofIsNoQuietWeek() {
    reset();
    clock.advance(Duration.ofDays(3));
    pc.events.add(event(25, clock.instant()));
    clock.advance(Duration.ofDays(5));

    repair(OTHER, FixRequest.of(Fix.BITS));
    assertThat(copiesOf(FIRST)).isNotEmpty();

    pc.events.add(event(26, clock.instant()));
    clock.advance(WEEK.plusSeconds(1));
    repair(OTHER, FixRequest.of(Fix.BITS));
    assertThat(copiesOf(FIRST)).isEmpty();
  }

  @Test
  void allGoAtOnceWhereTheUserAsksForIt() throws Exception {
    reset();
    MemoryPc.State repaired = pc.state();
    Preview preview = new Previews(pc, runs, clock).of(FixRequest.of(Fix.COPIES));
    assertThat(preview.steps())
        .hasSize(2)
        .anyMatch(
            step ->
                step.english().startsWith("Delete DataStore.regrip-" + FIRST + ", less than 1 MB"));
    assertThat(new KeptCopies(pc.updateFolders(), runs).isEmpty()).isFalse();

    Verdict verdict = repair(OTHER, FixRequest.of(Fix.COPIES));

    assertThat(verdict.kind()).isEqualTo(Kind.DONE);
    assertThat(verdict.words().english()).contains("2 folders");
    assertThat(pc.copiesSetAside()).containsExactly(STRANGE);
    assertThat(pc.state()).isEqualTo(repaired);
    assertThat(RunState.read(runs.journal(FIRST)).orElseThrow().canBeTakenBack()).isFalse();
    assertThat(run().recover(FIRST, RecoveryChoice.UNDO).kind()).isEqualTo(Kind.REFUSED);
    assertThat(pc.state()).isEqualTo(repaired);
  }

  @Test
  void whereNothingIsKeptNothingIsAskedFor() {
    FixRequest request = FixRequest.of(Fix.COPIES);

    assertThat(new Previews(pc, runs, clock).of(request).refusal()).isPresent();
    assertThat(repair(OTHER, request).kind()).isEqualTo(Kind.DONE);
    assertThat(pc.copiesSetAside()).containsExactly(STRANGE);
  }

  /** A restart that is due, or servicing at work, is no reason to keep it. */
  @Test
  void deletingTouchesNothingOfWindows() {
    reset();
    pc.servicing = true;

    assertThat(repair(OTHER, FixRequest.of(Fix.COPIES)).kind()).isEqualTo(Kind.DONE);
    assertThat(copiesOf(FIRST)).isEmpty();
  }

  @Test
  void aRepairThatMayBeTakenUpKeepsItsCopies() {
    pc.damageDataStore();
    Faults faults = new Faults(Faults.Mode.DIE_BEFORE, 20);
    try {
      new RepairRun(
              faults.in(pc),
              MemoryRuns.of(FIRST, faults.in(lines())),
              clock,
              howLong -> {},
              Cancellation.never(),
              events::add)
          .start(FIRST, FixRequest.of(Fix.RESET));
    } catch (Faults.PowerCut e) {
      assertThat(copiesOf(FIRST)).isNotEmpty();
    }
    List<Name> kept = copiesOf(FIRST);

    repair(OTHER, FixRequest.of(Fix.COPIES));

    assertThat(copiesOf(FIRST)).isEqualTo(kept).isNotEmpty();
  }

  @Test
  void aCopyThatIsHalfDeletedNeverComesBack() {
    reset();
    MemoryPc.State repaired = pc.state();
    pc.purgeStopsHalfWay = true;

    Verdict verdict = repair(OTHER, FixRequest.of(Fix.COPIES));

    assertThat(verdict.kind()).isEqualTo(Kind.FAILED);
    assertThat(verdict.words().english())
        .contains("DataStore.regrip-")
        .contains("Download.regrip-");
    assertThat(run().recover(FIRST, RecoveryChoice.UNDO).kind()).isEqualTo(Kind.REFUSED);
    assertThat(pc.state()).isEqualTo(repaired);
    pc.purgeStopsHalfWay = false;
    repair(OTHER, FixRequest.of(Fix.BITS));
    assertThat(copiesOf(FIRST)).isEmpty();
  }

  @Test
  void whoStopsItKeepsTheRest() {
    reset();
    Cancellation cancellation = new Cancellation();
    cancellation.request();

    Verdict verdict =
        new RepairRun(pc, runs, clock, howLong -> {}, cancellation, events::add)
            .start(OTHER, FixRequest.of(Fix.COPIES));

    assertThat(verdict.kind()).isEqualTo(Kind.CANCELLED);
    assertThat(copiesOf(FIRST)).hasSize(2);
    assertThat(run().recover(FIRST, RecoveryChoice.UNDO).kind()).isEqualTo(Kind.UNDONE);
  }

  /** Each trace goes wrong in turn; then the user undoes, or chooses to delete once more. */
  @ParameterizedTest
  @EnumSource(Faults.Mode.class)
  void whereverItIsCutOffAllOfTheRepairStandsOrCanBeTakenBack(Faults.Mode mode) {
    for (boolean atOnce : new boolean[] {true, false}) {
      for (int n = 1; cutOff(mode, n, atOnce); n++) {
        assertThat(n).as("traces").isLessThan(100);
      }
    }
  }

  private static boolean cutOff(Faults.Mode mode, int n, boolean atOnce) {
    LettingGoTest one = new LettingGoTest();
    MemoryPc.State first = one.damaged();
    List<String> files = one.pc.userFiles();
    one.repair(FIRST, FixRequest.of(Fix.RESET));
    MemoryPc.State repaired = one.pc.state();
    one.clock.advance(WEEK.plusSeconds(1));
    Faults faults = new Faults(mode, n);
    try {
      new RepairRun(
              faults.in(one.pc),
              MemoryRuns.of(FIRST, faults.in((MemoryLines) one.runs.journal(FIRST))),
              one.clock,
              howLong -> {},
              Cancellation.never(),
              event -> {})
          .start(OTHER, FixRequest.of(atOnce ? Fix.COPIES : Fix.BITS));
    } catch (Faults.PowerCut e) {
      one.pc.reboot();
    }
    if (!faults.hasFired()) {
      return false;
    }
    String where = mode + " at trace " + n;
    boolean whole = one.pc.userFiles().equals(files);
    Kind undone = one.run().recover(FIRST, RecoveryChoice.UNDO).kind();
    assertThat(one.pc.state())
        .as(where + ", then undo")
        .isEqualTo(undone == Kind.UNDONE ? first : withServicesOf(one.pc, repaired));
    assertThat(whole || undone == Kind.REFUSED).as(where).isTrue();
    one.repair(OTHER, FixRequest.of(Fix.COPIES));
    assertThat(one.copiesOf(FIRST)).as(where + ", then once more").isEmpty();
    return true;
  }

  /** A restart, or the fix that came after, has its own say on what runs. */
  private static MemoryPc.State withServicesOf(MemoryPc pc, MemoryPc.State state) {
    return new MemoryPc.State(pc.state().services(), state.live(), state.policies());
  }

  private MemoryPc.State damaged() {
    pc.damageDataStore();
    return pc.state();
  }

  private void reset() {
    pc.damageDataStore();
    assertThat(repair(FIRST, FixRequest.of(Fix.RESET)).kind()).isEqualTo(Kind.PROVEN);
    assertThat(copiesOf(FIRST)).hasSize(2);
  }

  private MemoryLines lines() {
    return (MemoryLines) runs.journal(FIRST);
  }

  private List<Name> copiesOf(String runId) {
    return pc.copiesSetAside().stream().filter(n -> n.tag().get().startsWith(runId)).toList();
  }

  private Verdict repair(String runId, FixRequest request) {
    return run().start(runId, request);
  }

  private RepairRun run() {
    return new RepairRun(pc, runs, clock, howLong -> {}, Cancellation.never(), events::add);
  }

  private static String event(int id, Instant at) {
    boolean failed = id == 20 || id == 25;
    boolean search = id == 25 || id == 26;
    return "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>"
        + "<Provider Name='Microsoft-Windows-WindowsUpdateClient'/><EventID>"
        + id
        + "</EventID><TimeCreated SystemTime='"
        + at
        + "'/><EventRecordID>"
        + at.getEpochSecond()
        + "</EventRecordID><Channel>System</Channel></System><EventData>"
        + (failed ? "<Data Name='errorCode'>0x80070006</Data>" : "")
        + (search
            ? "<Data Name='updateCount'>3</Data>"
            : "<Data Name='updateTitle'>An update</Data><Data Name='updateGuid'>{"
                + MemoryPc.UPDATE
                + "}</Data>")
        + "</EventData></Event>";
  }
}
