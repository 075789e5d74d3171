package app.regrip.repair;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.HResult;
import app.regrip.pc.Cancellation;
import app.regrip.pc.StartType;
import app.regrip.pc.UpdateAgent.OfferedUpdate;
import app.regrip.pc.UpdateFolder;
import app.regrip.repair.Faults.MemoryLines;
import app.regrip.repair.Verdict.Kind;
import app.regrip.update.Failure;
import app.regrip.update.UpdateEvent.Operation;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The repair begins with the question, and is proven by the thing that had failed. */
class FailedPhaseTest {

  private static final String RUN = "00000000-0000-4000-8000-000000000001";

  private final MemoryPc pc = new MemoryPc();
  private final List<RepairEvent> events = new ArrayList<>();
  private final List<Duration> waited = new ArrayList<>();
  private final MemoryLines journal = new MemoryLines();
  private Consumer<RepairEvent> meanwhile = event -> {};

  @Test
  void troubleThatHasPassedIsNotRepaired() throws IOException {
    MemoryPc.State before = pc.state();

    Verdict verdict = repair(Failure.ofSearch(HResult.INVALID_HANDLE));

    assertThat(verdict.kind()).isEqualTo(Kind.PASSED);
    assertThat(verdict.words().english())
        .contains("passed by itself")
        .contains("nothing was changed");
    assertThat(rungs()).isEmpty();
    assertThat(pc.state()).isEqualTo(before);
    assertThat(RunState.read(journal).orElseThrow().plans()).isEmpty();
  }

  /** The first question meets an update database that is as ever; the proof may meet a new one. */
  @ParameterizedTest
  @CsvSource({"600, PASSED", "601, NOT_PROVEN_YET"})
  void theFirstQuestionMayTakeTenMinutes(int seconds, Kind kind) {
    pc.searchTakes = Duration.ofSeconds(seconds);
    MemoryPc.State before = pc.state();

    Verdict verdict = repair(Failure.ofSearch(HResult.INVALID_HANDLE));

    assertThat(verdict.kind()).isEqualTo(kind);
    assertThat(rungs()).isEmpty();
    assertThat(pc.state()).isEqualTo(before);
    assertThat(events)
        .anyMatch(
            e ->
                e instanceof RepairEvent.Said s
                    && s.line().english().contains("waits 10 minutes at most"));
    if (kind != Kind.PASSED) {
      assertThat(verdict.code()).contains(HResult.ofWin32(1460));
      assertThat(verdict.words().english())
          .contains("did not come to an end while Regrip waited")
          .as("one fix is named for when it stays so")
          .doesNotContain("No fix");
      assertThat(verdict.nextFix()).contains(Fix.RESET);
    }
  }

  @ParameterizedTest
  @CsvSource({"1800, PROVEN", "1801, NOT_PROVEN_YET"})
  void theProofMayTakeHalfAnHour(int seconds, Kind kind) {
    pc.searchTakes = Duration.ofSeconds(seconds);

    assertThat(run().start(RUN, FixRequest.of(Fix.BITS)).kind()).isEqualTo(kind);
  }

  @Test
  void aKnownCauseIsMendedWhateverTheCheckSays() {
    pc.startType("BITS", StartType.DISABLED);

    assertThat(repair(Failure.ofSearch(HResult.INVALID_HANDLE)).kind()).isEqualTo(Kind.PROVEN);
    assertThat(rungs()).isEqualTo("BITS");
  }

  /** A check for updates works without the Windows Modules Installer; an installation does not. */
  @Test
  void aKnownCauseThatNoCheckMeetsIsMendedToo() {
    pc.startType("TrustedInstaller", StartType.DISABLED);

    repair(Failure.ofSearch(HResult.INVALID_HANDLE));

    assertThat(rungs()).isEqualTo("DISM");
    assertThat(pc.services.get("TrustedInstaller").startType()).isEqualTo(StartType.MANUAL);
  }

  @Test
  void aFullDiskIsNamedWheneverItShows() {
    pc.searchAnswer = Optional.of(code("80070070"));
    Verdict atOnce = repair(Failure.ofSearch(HResult.INVALID_HANDLE));
    assertThat(atOnce.kind()).isEqualTo(Kind.STILL_FAILING);
    assertThat(atOnce.words().english()).contains("0x80070070").contains("nothing was changed");
    assertThat(rungs()).isEmpty();

    pc.searchAnswer = Optional.of(HResult.INVALID_HANDLE);
    meanwhile =
        event -> {
          if (event instanceof RepairEvent.RungEnded) {
            pc.searchAnswer = Optional.of(code("80070070"));
          }
        };
    Verdict later = repair(Failure.ofSearch(HResult.INVALID_HANDLE));
    assertThat(later.kind()).isEqualTo(Kind.STILL_FAILING);
    assertThat(later.words().english()).contains("0x80070070").contains("nothing more is tried");
    assertThat(rungs()).isEqualTo("RESET");
  }

  @Test
  void aFixThatWasAskedForByNameIsDoneWithoutAQuestion() {
    assertThat(start(FixRequest.of(Fix.BITS)).kind()).isEqualTo(Kind.PROVEN);
    assertThat(rungs()).isEqualTo("BITS");
  }

  @Test
  void aFailedDownloadIsProvenByThatDownload() {
    pc.downloadDamaged = true;

    Verdict verdict = repair(failed(Operation.DOWNLOAD));

    assertThat(verdict.kind()).isEqualTo(Kind.PROVEN);
    assertThat(verdict.words().english()).contains("has been downloaded");
    assertThat(rungs()).isEqualTo("BITS DOWNLOADS");
    assertThat(pc.downloads).containsOnly(MemoryPc.UPDATE);
    assertThat(pc.copiesSetAside())
        .singleElement()
        .satisfies(copy -> assertThat(copy.folder()).isEqualTo(UpdateFolder.DOWNLOAD));
  }

  @Test
  void theGentleRungKeepsHistoryAndHiddenUpdatesAndIsTakenBackWhole() {
    pc.downloadDamaged = true;
    MemoryPc.State before = pc.state();

    repair(failed(Operation.DOWNLOAD));
    assertThat(pc.updateAgentHidden()).containsExactly(MemoryPc.HIDDEN);
    assertThat(run().recover(RUN, RecoveryChoice.UNDO).kind()).isEqualTo(Kind.UNDONE);

    assertThat(pc.state()).isEqualTo(before);
  }

  @Test
  void whatIsDownloadedAlreadyOrNotOfferedAnyMoreIsProofEnough() {
    pc.offered = List.of(new OfferedUpdate(MemoryPc.UPDATE.toString(), "An update", true, false));
    assertThat(repair(failed(Operation.DOWNLOAD)).kind()).isEqualTo(Kind.PASSED);

    OfferedUpdate other =
        new OfferedUpdate("0a1b2c3d-0000-4000-8000-00000000000f", "Another", false, false);
    pc.offered = List.of(other);
    assertThat(repair(failed(Operation.INSTALL)).words().english()).contains("does not ask for");
    assertThat(repair(failed(Operation.DOWNLOAD)).kind()).isEqualTo(Kind.PASSED);

    OfferedUpdate hidden = new OfferedUpdate(MemoryPc.UPDATE.toString(), "An update", false, true);
    pc.offered = List.of(other, hidden);
    assertThat(repair(failed(Operation.INSTALL)).kind()).isEqualTo(Kind.PASSED);

    pc.offered = List.of();
    assertThat(repair(failed(Operation.INSTALL)).kind()).isEqualTo(Kind.PASSED);
    assertThat(pc.downloads).isEmpty();
    assertThat(rungs()).isEmpty();
  }

  @Test
  void aFailedInstallationIsUpToWindowsOnceSomethingWasMended() {
    pc.installsFromTheStore = true;
    pc.storeDamaged = true;

    Verdict verdict = repair(failed(Operation.INSTALL));

    assertThat(verdict.kind()).isEqualTo(Kind.NOT_PROVEN_YET);
    assertThat(verdict.words().english()).contains("check for updates works").contains("watches");
    assertThat(verdict.next().english()).contains("Settings").contains("install");
    assertThat(rungs()).isEqualTo("DISM");
    assertThat(pc.downloads).isEmpty();
  }

  @Test
  void aFixThatFoundNothingToMendIsNotTheEnd() {
    Verdict verdict = repair(failed(Operation.INSTALL));

    assertThat(rungs()).isEqualTo("DISM SFC DOWNLOADS");
    assertThat(verdict.kind()).isEqualTo(Kind.NOT_PROVEN_YET);
  }

  @Test
  void anUpdateWithoutAnIdIsUpToWindows() {
    pc.downloadDamaged = true;
    Failure unnamed = new Failure(Operation.DOWNLOAD, HResult.INVALID_HANDLE, Optional.empty());

    Verdict verdict = repair(unnamed);

    assertThat(verdict.kind()).isEqualTo(Kind.NOT_PROVEN_YET);
    assertThat(verdict.next().english()).contains("download");
    assertThat(rungs()).isEqualTo("BITS");
    assertThat(pc.downloads).isEmpty();
  }

  /** The codes are the widest ends of their families; each cause has words of its own. */
  @ParameterizedTest
  @CsvSource({
    "80072EE7, NETWORK",
    "8024402C, NETWORK",
    "8024001F, NETWORK",
    "80240438, NETWORK",
    "80244022, SERVER",
    "80190193, SERVER",
    "80244019, SERVER",
    "80072F8F, SECURE_CONNECTION",
    "8024002E, POLICY",
    "80240044, POLICY",
    "80240016, RESTART",
    "80070BC9, RESTART",
    "80070652, BUSY",
    "8024001E, NOT_NOW",
    "8024000B, NOT_NOW",
    "800705B4, OWN_TIME_OUT"
  })
  void whatIsOnlyInTheWayIsNamedAndNeverClimbsTheLadder(String code, Obstacle obstacle) {
    MemoryPc.State before = pc.state();
    pc.searchAnswer = Optional.of(code(code));

    Verdict verdict = repair(Failure.ofSearch(HResult.INVALID_HANDLE));

    assertThat(Obstacle.of(code(code))).contains(obstacle);
    assertThat(verdict.kind()).isEqualTo(Kind.NOT_PROVEN_YET);
    assertThat(verdict.words().english())
        .contains("0x" + code)
        .containsIgnoringCase("nothing was changed");
    assertThat(verdict.next()).isEqualTo(obstacle.next());
    assertThat(rungs()).isEmpty();
    assertThat(pc.state()).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(
      value = Obstacle.class,
      names = {"NETWORK", "SERVER", "POLICY", "RESTART", "BUSY", "NOT_NOW", "OWN_TIME_OUT"})
  void neitherDoesItClimbFromOneFixToTheNext(Obstacle obstacle) {
    pc.bitsStale = true;
    meanwhile =
        event -> {
          if (event instanceof RepairEvent.RungEnded) {
            pc.searchAnswer = Optional.of(codeOf(obstacle));
          }
        };

    Verdict verdict = repair(Failure.ofSearch(HResult.INVALID_HANDLE));

    assertThat(rungs()).isEqualTo("RESET");
    assertThat(verdict.kind()).isEqualTo(Kind.NOT_PROVEN_YET);
    assertThat(verdict.next()).isEqualTo(obstacle.next());
  }

  @Test
  void eachObstacleHasItsOwnWordsAndNextStep() {
    Set<String> all = new HashSet<>();
    for (Obstacle obstacle : Obstacle.values()) {
      all.add(obstacle.words(Operation.SEARCH, HResult.INVALID_HANDLE).english());
      all.add(obstacle.next().english());
    }
    assertThat(all).hasSize(2 * Obstacle.values().length);
    assertThat(Obstacle.of(HResult.INVALID_HANDLE)).isEmpty();
  }

  @Test
  void onlyWhatPassesWithinTheMinuteIsAskedAgain() {
    pc.searchAnswer = Optional.of(code("800705B4"));
    Verdict verdict = repair(Failure.ofSearch(HResult.INVALID_HANDLE));
    assertThat(waited).isEmpty();
    assertThat(verdict.nextFix()).contains(Fix.RESET);

    pc.searchAnswer = Optional.of(code("8024001E"));
    repair(Failure.ofSearch(HResult.INVALID_HANDLE));
    assertThat(waited).hasSize(2);
  }

  @Test
  void aDownloadWithoutANetworkProvesNothing() {
    pc.downloadAnswer = Optional.of(code("80072EE2"));

    assertThat(repair(failed(Operation.DOWNLOAD)).kind()).isEqualTo(Kind.NOT_PROVEN_YET);
    assertThat(rungs()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2024-01 Security Update for Windows 10 Version 22H2 for x64-based Systems (KB5034441)",
    "2025-04 Sicherheitsupdate (KB5057589)",
    "Windows Recovery Environment update for Windows 11 (KB5099999)"
  })
  void theRecoveryPartitionIsSaidPlainly(String title) {
    pc.offered = List.of(new OfferedUpdate(MemoryPc.UPDATE.toString(), title, true, false));

    Verdict verdict =
        repair(new Failure(Operation.INSTALL, code("80070643"), Optional.of(MemoryPc.UPDATE)));

    assertThat(verdict.words().english()).contains("recovery partition").contains("0x80070643");
    assertThat(verdict.next().english()).contains("works without").contains("KB5028997");
    assertThat(verdict.kind()).isEqualTo(Kind.STILL_FAILING);
    assertThat(rungs()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"80070643", "80070070", "800F0823", "800F081E", "800F0922", "8007000E"})
  void whatNoFixReachesIsNamedAndNotTried(String code) {
    Verdict verdict =
        repair(new Failure(Operation.INSTALL, code(code), Optional.of(MemoryPc.UPDATE)));

    assertThat(verdict.words().english())
        .contains("0x" + code)
        .doesNotContain("recovery partition");
    assertThat(verdict.next().english()).isNotBlank();
    assertThat(verdict.kind()).isEqualTo(Kind.STILL_FAILING);
    assertThat(rungs()).isEmpty();
  }

  /** What stood in the way of an installation can be asked of its own number alone. */
  @ParameterizedTest
  @CsvSource({
    "INSTALL, 80070BC9, RESTART",
    "INSTALL, 80240016, RESTART",
    "INSTALL, 8024002E, POLICY",
    "INSTALL, 80072EE2, NETWORK",
    "DOWNLOAD, 80244022, SERVER"
  })
  void anInstallationThatWasOnlyHinderedIsNotRepairedFor(
      Operation operation, String code, Obstacle obstacle) {
    Optional<UUID> update =
        operation == Operation.INSTALL ? Optional.of(MemoryPc.UPDATE) : Optional.empty();

    Verdict verdict = repair(new Failure(operation, code(code), update));

    assertThat(verdict.kind()).isEqualTo(Kind.NOT_PROVEN_YET);
    assertThat(verdict.next()).isEqualTo(obstacle.next());
    assertThat(verdict.code()).contains(code(code));
    assertThat(rungs()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"800F0991", "80073712", "80070006", "80248007"})
  void whatAFixMayReachIsTried(String code) {
    repair(new Failure(Operation.INSTALL, code(code), Optional.of(MemoryPc.UPDATE)));

    assertThat(rungs()).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = StartType.class,
      names = {"AUTOMATIC", "AUTOMATIC_DELAYED", "MANUAL"})
  void theStartTypeOfBitsIsLeftWhereItIsRight(StartType type) {
    pc.startType("BITS", type);

    start(FixRequest.of(Fix.BITS));

    assertThat(pc.services.get("BITS").startType()).isEqualTo(type);
  }

  @Test
  void theJournalKnowsWhatTheRepairWasFor() throws IOException {
    Failure failed = failed(Operation.DOWNLOAD);

    repair(failed);

    assertThat(RunState.read(journal).orElseThrow().request().failed()).contains(failed);
  }

  private static HResult codeOf(Obstacle obstacle) {
    return switch (obstacle) {
      case NETWORK -> code("80072EE2");
      case SERVER -> code("80244022");
      case SECURE_CONNECTION -> code("80072F8F");
      case PAUSED -> code("80D03803");
      case POLICY -> code("8024002E");
      case RESTART -> code("80240016");
      case BUSY -> code("80070652");
      case NOT_NOW -> code("8024001E");
      case OWN_TIME_OUT -> code("800705B4");
    };
  }

  private static HResult code(String hex) {
    return new HResult(HexFormat.fromHexDigits(hex));
  }

  private static Failure failed(Operation operation) {
    return new Failure(operation, HResult.INVALID_HANDLE, Optional.of(MemoryPc.UPDATE));
  }

  private Verdict repair(Failure failed) {
    return start(FixRequest.of(Fix.ALL).because(failed));
  }

  private Verdict start(FixRequest request) {
    return run().start(RUN, request);
  }

  private RepairRun run() {
    return new RepairRun(
        pc,
        MemoryRuns.of(RUN, journal),
        Clock.fixed(Instant.parse("2026-01-05T10:00:00Z"), ZoneOffset.UTC),
        waited::add,
        Cancellation.never(),
        event -> {
          events.add(event);
          meanwhile.accept(event);
        });
  }

  private String rungs() {
    return events.stream()
        .filter(e -> e instanceof RepairEvent.RungStarted)
        .map(e -> ((RepairEvent.RungStarted) e).fix().name())
        .collect(Collectors.joining(" "));
  }
}
