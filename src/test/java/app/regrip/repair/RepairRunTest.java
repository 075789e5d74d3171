package app.regrip.repair;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.HResult;
import app.regrip.pc.Cancellation;
import app.regrip.pc.Pc;
import app.regrip.pc.PcException;
import app.regrip.pc.PcFacts;
import app.regrip.pc.ProcessType;
import app.regrip.pc.Program;
import app.regrip.pc.Programs.Activity;
import app.regrip.pc.RepairSource;
import app.regrip.pc.StartType;
import app.regrip.pc.UpdateFolder;
import app.regrip.repair.Faults.MemoryLines;
import app.regrip.repair.RepairEvent.StepState;
import app.regrip.repair.Verdict.Kind;
import app.regrip.storage.Lines;
import app.regrip.text.Message;
import app.regrip.update.Failure;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepairRunTest {

  private static final String RUN = "00000000-0000-4000-8000-000000000001";
  private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

  private final MemoryPc pc = new MemoryPc();
  private final Map<String, MemoryLines> journals = new LinkedHashMap<>();
  private final List<RepairEvent> events = new ArrayList<>();
  private final Cancellation cancellation = new Cancellation();
  private Instant now = START;
  private Predicate<RepairEvent> cancelAt = event -> false;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      3017        | RESTART_NEEDED      | restart
      6824        | RESTART_NEEDED      | restart
      -2146498529 | FAILED              | source
      -2146498283 | FAILED              | source
      -2146498298 | FAILED              | source
      87          | CALL_A_PROFESSIONAL | Update Catalog
      740         | FAILED              | Yes
      1726        | FAILED              | Restart the PC
      112         | FAILED              | 5 GB
      1392        | CALL_A_PROFESSIONAL | chkdsk
      14098       | FAILED              | dism.log
      """)
  void everyErrorOfDismHasItsWordsAndItsNextStep(int exit, Kind kind, String next) {
    pc.storeDamaged = true;
    pc.restoreHealthError = Optional.of(exit);

    Verdict verdict = repair(Fix.DISM);

    assertThat(verdict.kind()).as(verdict.words().english()).isEqualTo(kind);
    assertThat(verdict.next().english()).containsIgnoringCase(next);
    assertThat(verdict.words().english()).doesNotContain("Exception", "null");
  }

  @Test
  void dismThatWantsARestartAndHelpedIsProvenAndSaysSo() {
    pc.storeDamaged = true;
    pc.restoreHealthError = Optional.of(3010);

    Verdict verdict = repair(Fix.DISM);

    assertThat(verdict.kind()).isEqualTo(Kind.PROVEN);
    assertThat(verdict.next().english()).contains("Restart the PC");
  }

  /** Told each minute, said after 10, 20, 30 and 60. */
  @Test
  void aProgramThatSaysNothingForLongIsSpokenFor() {
    pc.storeDamaged = true;
    pc.silentProgram = new Program.DismRestoreHealth(Optional.empty());
    for (int minute = 1; minute <= 89; minute++) {
      pc.silences.put(minute, minute < 20 ? Activity.AT_WORK : Activity.IDLE);
    }

    Verdict verdict = repair(Fix.DISM);

    List<RepairEvent.StepProgressed> spoken =
        events.stream()
            .filter(RepairEvent.StepProgressed.class::isInstance)
            .map(RepairEvent.StepProgressed.class::cast)
            .filter(p -> p.note().english().contains("still running"))
            .toList();
    assertThat(spoken)
        .extracting(p -> p.note().english().replaceAll("\\D+(\\d+) minutes.*", "$1"))
        .containsExactly("10", "20", "30", "60");
    assertThat(spoken).allMatch(p -> p.percent() == 20.0);
    assertThat(spoken.get(0).note().english()).contains("still running", "Windows is at work");
    assertThat(spoken.get(1).note().english()).contains("still running", "neither");
    assertThat(events).contains(new RepairEvent.Said(spoken.get(0).note()));
    assertThat(verdict.kind()).isEqualTo(Kind.PROVEN);
  }

  @Test
  void theFileCheckIsSpokenForToo() {
    pc.systemFilesDamaged = true;
    pc.silentProgram = new Program.SystemFileCheck();
    pc.silences.put(10, Activity.UNKNOWN);

    repair(Fix.SFC);

    assertThat(events)
        .filteredOn(RepairEvent.Said.class::isInstance)
        .extracting(e -> ((RepairEvent.Said) e).line().english())
        .contains(
            "The check of system files has said nothing new for 10 minutes. It is still running."
                + " Please don't switch the PC off.");
  }

  @Test
  void aHealthyStoreIsNotRepaired() {
    repair(Fix.DISM);

    assertThat(pc.programsRun)
        .containsExactly(new Program.DismCheckHealth(), new Program.DismScanHealth());
    assertThat(stepStates()).containsExactly(StepState.SKIPPED, StepState.DONE, StepState.SKIPPED);
  }

  @Test
  void aSourceIsHandedToDism() throws Exception {
    pc.storeDamaged = true;
    pc.media = Collections.nCopies(3, pc.facts().image());

    start(new FixRequest(Fix.DISM, RepairSource.parse("e:3"), false));

    assertThat(pc.programsRun)
        .contains(new Program.DismRestoreHealth(Optional.of(new RepairSource('E', 3))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      Windows Resource Protection could not start the repair service.                            | FAILED         | Restart
      Windows Resource Protection could not perform the requested operation.                     | FAILED         | Restart
      There is a system repair pending which requires reboot to complete.                        | RESTART_NEEDED | Restart
      Windows Resource Protection found corrupt files but was unable to fix some of them.        | FAILED         | component store
      """)
  void sfcIsJudgedByWhatItSays(String text, Kind kind, String next) {
    pc.sfcText = text;

    Verdict verdict = repair(Fix.SFC);

    assertThat(verdict.kind()).as(verdict.words().english()).isEqualTo(kind);
    assertThat(verdict.next().english()).contains(next);
  }

  @Test
  void theFilesSfcCouldNotRepairAreNamed() {
    pc.sfcText =
        "Windows Resource Protection found corrupt files but was unable to fix some of them.";
    pc.cbs.add(
        "2026-01-05 10:15:40, Info                  CSI    00000047 [SR] Cannot repair member file [l:11]'wuaueng.dll' of Some-Component,"
            + " version 10.0.1.1, arch amd64, nonSxS, pkt {l:8 b:31bf3856ad364e35} in the store, hash mismatch");

    assertThat(repair(Fix.SFC).words().english()).contains("wuaueng.dll");
  }

  @Test
  void aRepairServiceThatDoesNotStartIsStartedOnce() {
    pc.sfcText = "Windows Resource Protection could not start the repair service.";

    repair(Fix.SFC);

    assertThat(pc.programsRun).hasSize(2);
    assertThat(events)
        .anyMatch(
            e ->
                e instanceof RepairEvent.Said s
                    && s.line().english().contains("starting Windows Modules Installer"));
  }

  @Test
  void aServiceThatComesBackStopsTheResetBeforeAnyFileIsTouched() {
    pc.damageDataStore();
    pc.run("wuauserv", true);
    pc.refusesToStop.put("UsoSvc", 1052);
    pc.restarts.put("wuauserv", "UsoSvc");
    MemoryPc.State before = pc.state();

    Verdict verdict = repair(Fix.RESET);

    assertThat(verdict.kind()).isEqualTo(Kind.FAILED);
    assertThat(verdict.words().english())
        .contains("Update Orchestrator")
        .contains("no file was touched");
    assertThat(verdict.code()).contains(HResult.ofWin32(1052));
    assertThat(pc.state()).isEqualTo(before);
    assertThat(pc.services.get("wuauserv").isRunning()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {1052, 5})
  void cryptographicServicesMayRefuse(int code) {
    pc.damageDataStore();
    pc.refusesToStop.put("CryptSvc", code);

    Verdict verdict = start(new FixRequest(Fix.RESET, Optional.empty(), true));

    assertThat(verdict.kind()).isEqualTo(Kind.PROVEN);
    assertThat(pc.copiesSetAside())
        .extracting(n -> n.folder())
        .containsExactly(UpdateFolder.DATA_STORE, UpdateFolder.DOWNLOAD);
  }

  @Test
  void windowsInstallerAtWorkIsLeftAlone() {
    pc.damageDataStore();
    pc.run("msiserver", true);
    pc.installingMsi = true;

    assertThat(repair(Fix.RESET).kind()).isEqualTo(Kind.PROVEN);
    assertThat(pc.services.get("msiserver").isRunning()).isTrue();
    assertThat(events)
        .anyMatch(
            e ->
                e instanceof RepairEvent.StepEnded s
                    && s.words().english().contains("was left alone"));
  }

  @Test
  void missingServicesDoNotStopAReset() {
    pc.damageDataStore();
    pc.services.remove("DoSvc");
    pc.services.remove("UsoSvc");
    pc.services.remove("msiserver");

    assertThat(repair(Fix.RESET).kind()).isEqualTo(Kind.PROVEN);
  }

  @Test
  void aRestorePointIsBelievedOnlyWhenItsNumberHasGrown() {
    pc.restorePointThrottled = true;
    repair(Fix.RESET);
    assertThat(words("24 hours")).isTrue();

    pc.restorePointThrottled = false;
    events.clear();
    repair(Fix.RESET);
    assertThat(words("Restore point 8 was made")).isTrue();

    pc.protectionOn = false;
    events.clear();
    repair(Fix.RESET);
    assertThat(words("System Protection is off")).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = Fix.class,
      names = {"BITS", "RESET", "DISM", "SFC", "SHARE_PROCESS"})
  void cancelledAtAnyMomentThingsAreAsTheyWere(Fix fix) {
    for (int n = 0; n < 60; n++) {
      MemoryLines journal = new MemoryLines();
      MemoryPc fresh = new MemoryPc();
      fresh.run("wuauserv", true);
      fresh.processType("wuauserv", fix == Fix.SHARE_PROCESS ? ProcessType.OWN : ProcessType.SHARE);
      MemoryPc.State before = fresh.state();
      int[] left = {n};
      Cancellation wish = new Cancellation();
      Verdict verdict =
          run(fresh, wish, e -> left[0]-- == 0, journal).start(RUN, FixRequest.of(fix));
      if (verdict.words().english().contains("stand")) {
        run(fresh, new Cancellation(), e -> false, journal).recover(RUN, RecoveryChoice.UNDO);
      }
      if (verdict.kind() == Kind.CANCELLED) {
        assertThat(fresh.state()).as("cancelled at event %d", n).isEqualTo(before);
        assertThat(fresh.services.get("wuauserv").isRunning()).isTrue();
      }
    }
  }

  /** DISM runs to its end whatever is wished, and what it has repaired is not taken back. */
  @Test
  void aCancelThatCameTooLateForDismSaysWhatStands() {
    cancelAt = e -> e instanceof RepairEvent.StepStarted started && started.step() == 2;

    Verdict verdict = repair(Fix.DISM);

    assertThat(verdict.kind()).isEqualTo(Kind.CANCELLED);
    assertThat(verdict.words().english()).contains("the fixes that had ended stand");
    assertThat(verdict.next().english()).contains("Undo");
  }

  @Test
  void aStepThatWasNeverBegunIsNotCalledFailed() {
    cancelAt = e -> e instanceof RepairEvent.RungStarted;

    repair(Fix.RESET);

    assertThat(events).noneMatch(e -> e instanceof RepairEvent.StepEnded);
  }

  @Test
  void whatOnlyLooksIsNotPutBack() {
    pc.protectionOn = true;
    cancelAt =
        e ->
            e instanceof RepairEvent.StepEnded ended
                && ended.words().english().contains("Restore point");

    repair(Fix.RESET);

    List<Message> steps =
        events.stream()
            .filter(RepairEvent.RungStarted.class::isInstance)
            .map(e -> ((RepairEvent.RungStarted) e).steps())
            .findFirst()
            .orElseThrow();
    assertThat(events)
        .filteredOn(e -> e instanceof RepairEvent.StepEnded s && s.state() == StepState.UNDONE)
        .extracting(e -> steps.get(((RepairEvent.StepEnded) e).step()))
        .noneMatch(step -> step.english().contains("restore point"));
  }

  @Test
  void cancellationIsHeardBetweenTheRungs() {
    pc.stubborn = true;
    cancelAt = e -> e instanceof RepairEvent.RungEnded r && r.fix() == Fix.BITS;

    Verdict verdict = repair(Fix.ALL);

    assertThat(verdict.kind()).isEqualTo(Kind.CANCELLED);
    assertThat(pc.programsRun).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0x80072EE2", "0x8024402C", "0x80072EFD", "0x80190193"})
  void aNetworkThatDoesNotAnswerProvesNothing(String code) {
    pc.searchAnswer = Optional.of(new HResult(Integer.parseUnsignedInt(code.substring(2), 16)));

    assertThat(repair(Fix.BITS).kind()).isEqualTo(Kind.NOT_PROVEN_YET);
  }

  @Test
  void aPassingAnswerIsAskedAgain() {
    pc.searchAnswer = Optional.of(new HResult(0x8024001E));
    List<Duration> waited = new ArrayList<>();

    Verdict verdict =
        new RepairRun(pc, store(new MemoryLines()), clock(), waited::add, cancellation, events::add)
            .start(RUN, FixRequest.of(Fix.BITS));

    assertThat(waited).hasSize(2);
    assertThat(verdict.kind()).isEqualTo(Kind.NOT_PROVEN_YET);
  }

  @Test
  void anotherErrorThanBeforeIsNotCalledSuccess() {
    pc.searchAnswer = Optional.of(new HResult(0x80070306));

    Verdict verdict =
        start(FixRequest.of(Fix.BITS).because(Failure.ofSearch(HResult.INVALID_HANDLE)));

    assertThat(verdict.kind()).isEqualTo(Kind.STILL_FAILING);
    assertThat(verdict.words().english())
        .contains("is gone, but the check for updates")
        .contains("0x80070306");
  }

  @Test
  void theStepsBeforeARestartAreRememberedAfterIt() {
    pc.bitsStale = true;
    pc.storeDamaged = true;
    pc.restoreHealthError = Optional.of(3017);

    assertThat(repair(Fix.ALL).kind()).isEqualTo(Kind.RESTART_NEEDED);
    assertThat(recover(RecoveryChoice.FINISH).words().english()).contains("not been restarted");
    pc.reboot();
    pc.restoreHealthError = Optional.empty();
    events.clear();
    assertThat(recover(RecoveryChoice.FINISH).kind()).isEqualTo(Kind.PROVEN);
    assertThat(events)
        .filteredOn(e -> e instanceof RepairEvent.RungStarted)
        .extracting("fix")
        .containsExactly(Fix.DISM);
  }

  @Test
  void noRepairBeginsOverOneThatWasCutOffInTheMiddleOfAFix() {
    pc.damageDataStore();
    cutOffAt("Services.stop");
    MemoryPc.State cutOff = pc.state();

    Verdict refused = startAs("00000000-0000-4000-8000-000000000002", Fix.ALL);

    assertThat(refused.kind()).isEqualTo(Kind.REFUSED);
    assertThat(refused.words().english()).contains("cut off");
    assertThat(pc.state()).isEqualTo(cutOff);
    assertThat(recover(RecoveryChoice.FINISH).kind()).isEqualTo(Kind.PROVEN);
    assertThat(startAs("00000000-0000-4000-8000-000000000003", Fix.BITS).kind())
        .isEqualTo(Kind.PROVEN);
  }

  @Test
  void aServiceThatRunsAlthoughDisabledComesBackSo() {
    pc.damageDataStore();
    pc.startType("DoSvc", StartType.DISABLED);

    assertThat(repair(Fix.RESET).kind()).isEqualTo(Kind.PROVEN);
    assertThat(pc.services.get("DoSvc").isRunning()).isTrue();
    assertThat(pc.services.get("DoSvc").startType()).isEqualTo(StartType.DISABLED);
  }

  @Test
  void disabledServicesAreACauseThatAResetRemoves() {
    pc.startType("CryptSvc", StartType.DISABLED);
    pc.startType("wuauserv", StartType.DISABLED);
    pc.damageDataStore();

    assertThat(new Diagnosis(clock()).look(pc))
        .filteredOn(f -> f.severity() == Finding.Severity.CAUSE)
        .extracting(Finding::fix)
        .containsOnly(Optional.of(Fix.RESET));
    assertThat(repair(Fix.RESET).kind()).isEqualTo(Kind.PROVEN);
    assertThat(pc.services.get("CryptSvc").startType()).isEqualTo(StartType.AUTOMATIC);
    assertThat(pc.services.get("wuauserv").startType()).isEqualTo(StartType.MANUAL);
    assertThat(recover(RecoveryChoice.UNDO).kind()).isEqualTo(Kind.UNDONE);
    assertThat(pc.services.get("CryptSvc").startType()).isEqualTo(StartType.DISABLED);
    assertThat(pc.services.get("CryptSvc").isRunning()).isTrue();
  }

  @Test
  void whatEarlierFixesDidIsNotCalledUndone() {
    pc.startType("BITS", StartType.DISABLED);
    pc.damageDataStore();
    pc.refusesToStop.put("UsoSvc", 1052);

    Verdict verdict = repair(Fix.ALL);

    assertThat(verdict.kind()).isEqualTo(Kind.FAILED);
    assertThat(verdict.words().english())
        .contains("stands")
        .doesNotContain("Everything is as it was");
    assertThat(pc.services.get("BITS").startType()).isEqualTo(StartType.MANUAL);
    assertThat(recover(RecoveryChoice.UNDO).kind()).isEqualTo(Kind.UNDONE);
    assertThat(pc.services.get("BITS").startType()).isEqualTo(StartType.DISABLED);
  }

  @Test
  void aSignatureCacheInUseDoesNotStopTheReset() {
    pc.damageDataStore();
    pc.held.put(UpdateFolder.CATROOT2, 32);

    Verdict verdict =
        run(pc, cancellation, cancelAt, new MemoryLines())
            .start(RUN, new FixRequest(Fix.RESET, Optional.empty(), true));

    assertThat(verdict.kind()).isEqualTo(Kind.PROVEN);
    assertThat(events)
        .filteredOn(RepairEvent.StepEnded.class::isInstance)
        .extracting(event -> ((RepairEvent.StepEnded) event).words().english())
        .anyMatch(words -> words.contains("signature cache"));
    assertThat(pc.copiesSetAside())
        .extracting(copy -> copy.folder())
        .containsExactlyInAnyOrder(UpdateFolder.DATA_STORE, UpdateFolder.DOWNLOAD);
  }

  @Test
  void aFolderOfWhichSomeMayNotBeSeenHoldsAtLeastTheRest() {
    pc.fileBytes = 1_000_000_000;
    pc.foldersSeenWhole = false;

    assertThat(new Diagnosis(Clock.fixed(START, ZoneOffset.UTC)).look(pc))
        .filteredOn(finding -> finding.id().equals("software-distribution-size"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.text().english()).contains("hold at least "));
  }

  @Test
  void oneFixCutOffBeforeItsProofIsNotCalledAllFixes() {
    pc.stubborn = true;
    cutOffAt("UpdateAgent.search");

    Verdict verdict = recover(RecoveryChoice.FINISH);

    assertThat(verdict.kind()).isEqualTo(Kind.STILL_FAILING);
    assertThat(verdict.nextFix()).contains(Fix.DISM);
  }

  @Test
  void sleepAndShutdownAreHeldOffWhileItRepairsAndNoLonger() {
    List<Integer> awake = new ArrayList<>();
    cancelAt =
        event -> {
          awake.add(pc.awake);
          return false;
        };

    repair(Fix.BITS);

    assertThat(awake.subList(1, awake.size() - 1)).isNotEmpty().containsOnly(1);
    assertThat(pc.awake).isZero();
  }

  @Test
  void aPcThatInstallsAnUpdateIsLeftInPeace() {
    pc.installingUpdate = true;

    assertThat(repair(Fix.RESET).kind()).isEqualTo(Kind.REFUSED);
  }

  @Test
  void whatWindowsTellsAdministratorsAloneHidesNothingElse() {
    pc.busyError = Optional.of(HResult.ofWin32(5));
    pc.servicing = true;
    pc.installingMsi = true;

    assertThat(findings()).containsExactly("servicing-in-progress", "msi-in-progress");
  }

  @Test
  void anAgentThatGivesNoAnswerIsUnknownAndHidesNothingElse() {
    pc.busyError = Optional.of(HResult.ofWin32(1460));
    pc.servicing = true;
    pc.installingMsi = true;

    assertThat(findings())
        .containsExactly("servicing-in-progress", "msi-in-progress", "unknown-update-installation");
  }

  /** Without what the event log says, which this PC has none of. */
  private List<String> findings() {
    return new Diagnosis(Clock.fixed(START, ZoneOffset.UTC))
        .look(pc).stream()
            .map(Finding::id)
            .filter(id -> !id.equals("unknown-updates-work"))
            .toList();
  }

  /** A reset that loses its power right before this. */
  private void cutOffAt(String call) {
    MemoryLines journal = new MemoryLines();
    journals.put(RUN, journal);
    for (int n = 1; ; n++) {
      MemoryPc copy = new MemoryPc();
      Faults faults = new Faults(Faults.Mode.DIE_BEFORE, n);
      try {
        new RepairRun(
                faults.in(copy),
                store(new MemoryLines()),
                clock(),
                howLong -> {},
                cancellation,
                e -> {})
            .start(RUN, FixRequest.of(Fix.RESET));
      } catch (Faults.PowerCut e) {
        if (faults.last().equals(call)) {
          cutOffAt(n + (call.endsWith("stop") ? 2 : 0), journal);
          return;
        }
      }
    }
  }

  private void cutOffAt(int n, MemoryLines journal) {
    Faults faults = new Faults(Faults.Mode.DIE_BEFORE, n);
    try {
      new RepairRun(faults.in(pc), store(journal), clock(), howLong -> {}, cancellation, e -> {})
          .start(RUN, FixRequest.of(Fix.RESET));
    } catch (Faults.PowerCut e) {
      return;
    }
    throw new AssertionError("the power was not cut");
  }

  @Test
  void copiesAreDeletedOnceTheRepairHasHeldForAWeekAndNotBefore() {
    pc.damageDataStore();
    assertThat(repair(Fix.RESET).kind()).isEqualTo(Kind.PROVEN);
    assertThat(pc.copiesSetAside()).hasSize(2);

    now = START.plus(Duration.ofDays(6));
    startAs("00000000-0000-4000-8000-000000000002", Fix.BITS);
    assertThat(pc.copiesSetAside()).hasSize(2);
    now = START.plus(Duration.ofDays(8));
    startAs("00000000-0000-4000-8000-000000000003", Fix.BITS);
    assertThat(pc.copiesSetAside()).isEmpty();
  }

  @Test
  void fileRenamesAloneAreNoPendingRestart() {
    pc.restartSigns.add(PcFacts.RestartSign.FILE_RENAME);

    assertThat(repair(Fix.BITS).kind()).isEqualTo(Kind.PROVEN);
  }

  @Test
  void aRepairDoesNotEndWithTheBatteryOrTheDisk() {
    pc.battery = new PcFacts.Battery(true, 12);
    assertThat(repair(Fix.DISM).kind()).isEqualTo(Kind.REFUSED);

    pc.battery = new PcFacts.Battery(false, 12);
    pc.freeBytes = 300_000_000;
    assertThat(repair(Fix.DISM).words().english()).contains("300 MB");
    assertThat(pc.programsRun).isEmpty();
  }

  @Test
  void whatCannotBeReadIsUnknownAndStopsNothing() {
    Pc blind =
        (Pc)
            java.lang.reflect.Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Pc.class},
                (proxy, method, args) ->
                    method.getName().equals("facts") ? nothingToRead() : method.invoke(pc, args));

    List<Finding> findings = new Diagnosis(clock()).look(blind);

    assertThat(findings).isNotEmpty().allMatch(f -> f.severity() == Finding.Severity.UNKNOWN);
    assertThat(Gate.refusal(FixRequest.of(Fix.ALL), findings)).isEmpty();
  }

  @Test
  void aDisabledServiceIsACauseAndAMissingOptionalOneIsNot() {
    pc.startType("BITS", StartType.DISABLED);
    pc.startType("TrustedInstaller", StartType.DISABLED);
    pc.services.remove("DoSvc");

    List<Finding> findings = new Diagnosis(clock()).look(pc);

    assertThat(findings)
        .extracting(Finding::id)
        .contains("bits-disabled", "service-disabled-TrustedInstaller", "service-missing-DoSvc");
    assertThat(Ladder.rungs(findings, Optional.empty()))
        .extracting(Ladder.Rung::fix)
        .containsExactly(Fix.BITS, Fix.DISM, Fix.RESET, Fix.SFC);
  }

  @ParameterizedTest
  @EnumSource(
      value = StartType.class,
      names = {"AUTOMATIC", "AUTOMATIC_DELAYED", "MANUAL"})
  void bitsIsHealthyWhetherAutomaticOrManual(StartType type) {
    pc.startType("BITS", type);

    assertThat(new Diagnosis(clock()).look(pc))
        .noneMatch(f -> f.severity() == Finding.Severity.CAUSE);
  }

  private static PcFacts nothingToRead() {
    return (PcFacts)
        java.lang.reflect.Proxy.newProxyInstance(
            RepairRunTest.class.getClassLoader(),
            new Class<?>[] {PcFacts.class},
            (proxy, method, args) -> {
              throw new PcException(Message.asIs("the registry can't be read"), HResult.ofWin32(5));
            });
  }

  private Verdict repair(Fix fix) {
    return start(FixRequest.of(fix));
  }

  private Verdict startAs(String runId, Fix fix) {
    return run(pc, cancellation, cancelAt, null).start(runId, FixRequest.of(fix));
  }

  private Verdict start(FixRequest request) {
    journals.remove(RUN);
    return run(pc, cancellation, cancelAt, null).start(RUN, request);
  }

  private Verdict recover(RecoveryChoice choice) {
    return run(pc, cancellation, cancelAt, null).recover(RUN, choice);
  }

  private RepairRun run(
      MemoryPc on, Cancellation wish, Predicate<RepairEvent> cancelWhen, MemoryLines own) {
    return new RepairRun(
        on,
        store(own),
        clock(),
        howLong -> {},
        wish,
        event -> {
          events.add(event);
          if (cancelWhen.test(event)) {
            wish.request();
          }
        });
  }

  private RunStore store(MemoryLines own) {
    return new RunStore() {
      @Override
      public Lines journal(String runId) {
        return own != null ? own : journals.computeIfAbsent(runId, id -> new MemoryLines());
      }

      @Override
      public List<String> runIds() throws IOException {
        return own != null ? List.of() : List.copyOf(journals.keySet());
      }
    };
  }

  private Clock clock() {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  private List<StepState> stepStates() {
    return events.stream()
        .filter(e -> e instanceof RepairEvent.StepEnded)
        .map(e -> ((RepairEvent.StepEnded) e).state())
        .toList();
  }

  private boolean words(String part) {
    return events.stream()
        .anyMatch(e -> e instanceof RepairEvent.StepEnded s && s.words().english().contains(part));
  }
}
