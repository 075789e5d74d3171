package app.regrip.repair;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.errors.HResult;
import app.regrip.helper.FolderRunStore;
import app.regrip.pc.Cancellation;
import app.regrip.pc.PcException;
import app.regrip.pc.PcFacts;
import app.regrip.pc.ProcessType;
import app.regrip.pc.RepairSource;
import app.regrip.pc.StartType;
import app.regrip.pc.SystemPages;
import app.regrip.repair.Verdict.Kind;
import app.regrip.simulated.Scenario;
import app.regrip.simulated.SimulatedPc;
import app.regrip.simulated.Speed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The repairs on the pretend PCs: each case of real life ends the way it should, for the reason it
 * should.
 */
class RepairScenariosTest {

  @TempDir Path folder;

  private final List<RepairEvent> events = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({
    "handle-invalid, PROVEN, BITS RESET DISM SFC",
    "healthy, PASSED, ''",
    "own-process, PROVEN, SHARE_PROCESS",
    "bits-disabled, PROVEN, BITS",
    "store-corrupt, PROVEN, BITS RESET DISM",
    "source-missing, PROVEN, BITS RESET DISM",
    "cryptsvc-refuses, PROVEN, BITS RESET",
    "antivirus-holds-files, RESTART_NEEDED, BITS RESET",
    "restart-pending, RESTART_NEEDED, ''",
    "managed-by-wsus, REFUSED, ''",
    "tuned-home-pc, PROVEN, SHARE_PROCESS",
    "windows-10, PROVEN, BITS RESET",
    "slow-services, PROVEN, BITS RESET",
    "missing-service, CALL_A_PROFESSIONAL, BITS RESET DISM SFC",
    "stubborn, CALL_A_PROFESSIONAL, BITS RESET DISM SFC"
  })
  void repairItForMe(String scenario, Kind kind, String rungs) throws Exception {
    Verdict verdict = repair(pc(scenario), FixRequest.of(Fix.ALL));

    assertThat(String.join(" ", rungs())).as(verdict.words().english()).isEqualTo(rungs);
    assertThat(verdict.kind()).as(verdict.words().english()).isEqualTo(kind);
    assertThat(verdict.next().english()).isNotBlank();
  }

  @Test
  void theOwnProcessIsFoundAndNamedAsTheReason() throws Exception {
    SimulatedPc pc = pc("own-process");

    assertThat(new Diagnosis(Clock.systemUTC()).look(pc).get(0).id())
        .isEqualTo("wuauserv-own-process");
    repair(pc, FixRequest.of(Fix.ALL));

    assertThat(pc.services().query("wuauserv").orElseThrow().processType())
        .isEqualTo(ProcessType.SHARE);
    assertThat(pc.services().query("wuauserv").orElseThrow().hasTriggers()).isTrue();
    assertThat(events)
        .anySatisfy(
            e ->
                assertThat(e)
                    .isInstanceOfSatisfying(
                        RepairEvent.RungStarted.class,
                        r -> assertThat(r.why().english()).contains("process of its own")));
  }

  @Test
  void aTunedHomePcIsRepairedAndItsPoliciesAreNamedAndTakenAwayWhenAskedFor() throws Exception {
    SimulatedPc pc = pc("tuned-home-pc");

    repair(pc, FixRequest.of(Fix.ALL));
    assertThat(new Diagnosis(Clock.systemUTC()).look(pc))
        .filteredOn(f -> f.id().equals("policy-at-home"))
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.text().english()).contains("automatic updates are off", "3 March 2026");
              assertThat(f.fix()).contains(Fix.POLICY);
            });
    assertThat(pc.updatePolicies().switchedOn()).hasSize(2);
    String run = UUID.randomUUID().toString();
    assertThat(run(pc).start(run, FixRequest.of(Fix.POLICY)).kind()).isEqualTo(Kind.PROVEN);
    assertThat(pc.updatePolicies().switchedOn()).isEmpty();
    assertThat(run(pc).recover(run, RecoveryChoice.UNDO).kind()).isEqualTo(Kind.UNDONE);
    assertThat(pc.updatePolicies().switchedOn()).hasSize(2);
  }

  @Test
  void aManagedPcIsRepairedForAnAdministratorWhoAsksForIt() throws Exception {
    SimulatedPc pc = pc("managed-by-wsus");

    Verdict verdict =
        repair(pc, new FixRequest(Fix.ALL, Optional.empty(), false, Optional.empty(), true));

    assertThat(verdict.kind()).as(verdict.words().english()).isEqualTo(Kind.PROVEN);
    assertThat(pc.updatePolicies().switchedOn()).hasSize(1);
  }

  @Test
  void oneFixByItselfNamesTheNextWhereItWasNotTheCause() throws Exception {
    Verdict verdict = repair(pc("store-corrupt"), FixRequest.of(Fix.RESET));

    assertThat(verdict.kind()).isEqualTo(Kind.STILL_FAILING);
    assertThat(verdict.code()).contains(HResult.INVALID_HANDLE);
    assertThat(verdict.nextFix()).contains(Fix.DISM);
  }

  @Test
  void mountedMediaAreFoundAndUsedWhereWindowsUpdateHasNoIntactFiles() throws Exception {
    SimulatedPc pc = pc("source-missing");

    Verdict wrong = repair(pc, new FixRequest(Fix.DISM, RepairSource.parse("F"), false));
    assertThat(wrong.words().english()).contains("no Windows to repair from in drive F:");
    Verdict found = repair(pc, FixRequest.of(Fix.DISM));
    assertThat(found.kind()).as(found.words().english()).isEqualTo(Kind.PROVEN);
    assertThat(notes()).anyMatch(note -> note.contains("installation media in drive E:"));
  }

  @ParameterizedTest
  @CsvSource({
    "Windows 11 Home, 26100, Fix problems using Windows Update",
    "Windows 11 Home, 26200, Fix problems using Windows Update",
    "Windows 11 Home, 22000, Media Creation Tool for Windows 11",
    "Windows 10 Home, 19045, Media Creation Tool for Windows 10",
    "Windows 8.1 Pro, 9600, Media Creation Tool for Windows 8.1"
  })
  void theLastRungIsOneThatThisWindowsHas(String product, int build, String way) {
    MemoryPc pc = new MemoryPc();
    pc.stubborn = true;
    pc.windows = new PcFacts.WindowsVersion(product, build, 1);
    if (build < 22621) {
      pc.pages.remove(SystemPages.Page.SETTINGS_RECOVERY);
    }

    String words = RepairInstallation.words(pc).english();

    assertThat(words).contains(way).contains("4. Choose");
    assertThat(words.contains("Settings, System, Recovery")).isEqualTo(build >= 22621);
  }

  @Test
  void theRepairGoesOnAfterTheRestartItWaitedFor() throws Exception {
    SimulatedPc pc = pc("restart-pending");
    String run = UUID.randomUUID().toString();

    assertThat(run(pc).start(run, FixRequest.of(Fix.ALL)).kind()).isEqualTo(Kind.RESTART_NEEDED);
    assertThat(run(pc).recover(run, RecoveryChoice.FINISH).words().english())
        .contains("not been restarted");
    pc.restart();
    Verdict settled = run(pc).recover(run, RecoveryChoice.FINISH);
    assertThat(settled.kind()).isEqualTo(Kind.PROVEN);
    assertThat(settled.words().english()).contains("restart has settled it");
  }

  @Test
  void whoHoldsTheFolderIsNamedAndNothingIsLeftBehind() throws Exception {
    SimulatedPc pc = pc("antivirus-holds-files");

    Verdict verdict = repair(pc, FixRequest.of(Fix.RESET));

    assertThat(verdict.words().english())
        .contains("Contoso Antivirus")
        .contains("restart of the PC");
    assertThat(pc.updateFolders().setAside()).isEmpty();
    assertThat(pc.services().query("UsoSvc").orElseThrow().isRunning()).isTrue();
    assertThat(pc.services().query("DoSvc").orElseThrow().isRunning()).isTrue();
  }

  @Test
  void theResetGoesOnAfterTheRestartThatEndedTheHold() throws Exception {
    SimulatedPc pc = pc("antivirus-holds-files");
    String run = UUID.randomUUID().toString();

    assertThat(run(pc).start(run, FixRequest.of(Fix.RESET)).kind()).isEqualTo(Kind.RESTART_NEEDED);
    pc.restart();
    assertThat(run(pc).recover(run, RecoveryChoice.FINISH).kind()).isEqualTo(Kind.PROVEN);
  }

  @Test
  void slowServicesKeepTheirStartTypesAndAreWaitedForInWords() throws Exception {
    SimulatedPc pc = pc("slow-services");
    pc.runDueCheck();
    List<StartType> before = startTypes(pc);

    assertThat(repair(pc, FixRequest.of(Fix.RESET)).kind()).isEqualTo(Kind.PROVEN);

    assertThat(startTypes(pc)).isEqualTo(before).doesNotContain(StartType.DISABLED);
    assertThat(notes())
        .anyMatch(note -> note.contains("(TiWorker)"))
        .anyMatch(note -> note.contains("wuauserv) to stop"))
        .anyMatch(note -> note.contains("Contoso Indexer to let go of DataStore"));
    assertThat(events)
        .anyMatch(
            e ->
                e instanceof RepairEvent.Said said
                    && said.line().english().contains("BITS) came back, so it is disabled"));
  }

  private static List<StartType> startTypes(SimulatedPc pc) throws PcException {
    List<StartType> types = new ArrayList<>();
    for (String service : List.of("UsoSvc", "DoSvc", "BITS", "wuauserv")) {
      types.add(pc.services().query(service).orElseThrow().startType());
    }
    return types;
  }

  private List<String> notes() {
    return events.stream()
        .filter(e -> e instanceof RepairEvent.StepProgressed)
        .map(e -> ((RepairEvent.StepProgressed) e).note().english())
        .toList();
  }

  @Test
  void hiddenUpdatesAreHiddenAgainAfterAReset() throws Exception {
    SimulatedPc pc = pc("handle-invalid");
    var hidden = pc.updateAgent().hiddenUpdates();

    repair(pc, FixRequest.of(Fix.RESET));

    assertThat(hidden).isNotEmpty();
    assertThat(pc.updateAgent().hiddenUpdates()).containsExactlyInAnyOrderElementsOf(hidden);
  }

  @Test
  void aRepairThatEndedWellCanStillBeTakenBack() throws Exception {
    SimulatedPc pc = pc("bits-disabled");
    String run = UUID.randomUUID().toString();

    assertThat(run(pc).start(run, FixRequest.of(Fix.BITS)).kind()).isEqualTo(Kind.PROVEN);
    assertThat(pc.services().query("BITS").orElseThrow().startType()).isEqualTo(StartType.MANUAL);
    assertThat(run(pc).recover(run, RecoveryChoice.UNDO).kind()).isEqualTo(Kind.UNDONE);
    assertThat(pc.services().query("BITS").orElseThrow().startType()).isEqualTo(StartType.DISABLED);
  }

  private SimulatedPc pc(String scenario) throws IOException {
    return SimulatedPc.open(
        folder.resolve("C"),
        Scenario.named(scenario).orElseThrow(),
        Speed.IMMEDIATE,
        Clock.systemUTC());
  }

  private Verdict repair(SimulatedPc pc, FixRequest request) {
    return run(pc).start(UUID.randomUUID().toString(), request);
  }

  private RepairRun run(SimulatedPc pc) {
    return new RepairRun(
        pc,
        new FolderRunStore(folder.resolve("runs")),
        Clock.systemUTC(),
        howLong -> {},
        Cancellation.never(),
        events::add);
  }

  private List<String> rungs() {
    return events.stream()
        .filter(e -> e instanceof RepairEvent.RungStarted)
        .map(e -> ((RepairEvent.RungStarted) e).fix().name())
        .toList();
  }
}
