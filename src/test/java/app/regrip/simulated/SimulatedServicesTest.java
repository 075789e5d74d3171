package app.regrip.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regrip.SetClock;
import app.regrip.pc.PcException;
import app.regrip.pc.ProcessType;
import app.regrip.pc.ServiceStatus;
import app.regrip.pc.ServiceStatus.RunState;
import app.regrip.pc.Services;
import app.regrip.pc.StartType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedServicesTest {

  @TempDir Path temp;
  private final SetClock clock = new SetClock();
  private SimulatedPc pc;
  private Services services;

  @BeforeEach
  void healthyPc() throws Exception {
    pc = PretendPc.make(temp, "healthy", clock);
    services = pc.services();
  }

  @Test
  void namesAreComparedWithoutCaseAndComeBackAsWindowsSpellsThem() throws Exception {
    assertThat(services.query("bits")).get().extracting(ServiceStatus::name).isEqualTo("BITS");
    assertThat(services.query("WUAUSERV").orElseThrow().hasTriggers()).isTrue();
  }

  @Test
  void whatIsNotInstalledIsNotThere() throws Exception {
    assertThat(services.query("uhssvc")).isEmpty();
    assertThat(services.query("../facts")).isEmpty();
    assertThatWin32(1060, () -> services.start("uhssvc"));
    assertThatWin32(1060, () -> services.stop("uhssvc", PretendPc.PATIENCE));
    assertThatWin32(1060, () -> services.setStartType("uhssvc", StartType.MANUAL));
  }

  @Test
  void startingWhatRunsAndStoppingWhatIsStoppedIsASuccess() throws Exception {
    services.start("BITS");
    assertThat(state("BITS")).isEqualTo(RunState.RUNNING);
    services.stop("msiserver", PretendPc.PATIENCE);
    assertThat(state("msiserver")).isEqualTo(RunState.STOPPED);
  }

  @Test
  void aDisabledServiceDoesNotStart() throws Exception {
    services.stop("BITS", PretendPc.PATIENCE);
    services.setStartType("BITS", StartType.DISABLED);
    assertThatWin32(1058, () -> services.start("BITS"));
    services.setStartType("BITS", StartType.MANUAL);
    services.start("BITS");
    assertThat(state("BITS")).isEqualTo(RunState.RUNNING);
  }

  @Test
  void runningDependentsHaveToBeStoppedFirst() throws Exception {
    services.start("AppIDSvc");
    assertThat(services.runningDependents("CryptSvc")).containsExactly("AppIDSvc");
    assertThatWin32(1051, () -> services.stop("CryptSvc", PretendPc.PATIENCE));
    services.stop("AppIDSvc", PretendPc.PATIENCE);
    assertThat(services.runningDependents("CryptSvc")).isEmpty();
    services.stop("CryptSvc", PretendPc.PATIENCE);
    assertThat(state("CryptSvc")).isEqualTo(RunState.STOPPED);
  }

  @Test
  void usoSvcStartsWuauservAgain() throws Exception {
    services.start("wuauserv");
    services.stop("wuauserv", PretendPc.PATIENCE);
    assertThat(state("wuauserv")).isEqualTo(RunState.STOPPED);
    assertThat(state("wuauserv")).isEqualTo(RunState.RUNNING);
  }

  @Test
  void withoutUsoSvcWuauservStaysStopped() throws Exception {
    services.start("wuauserv");
    services.stop("UsoSvc", PretendPc.PATIENCE);
    services.stop("wuauserv", PretendPc.PATIENCE);
    for (int look = 0; look < 4; look++) {
      assertThat(state("wuauserv")).isEqualTo(RunState.STOPPED);
    }
  }

  @Test
  void usoSvcStoppedInTimeStartsNothingAnyMore() throws Exception {
    services.start("wuauserv");
    services.stop("wuauserv", PretendPc.PATIENCE);
    services.stop("UsoSvc", PretendPc.PATIENCE);
    assertThat(state("wuauserv")).isEqualTo(RunState.STOPPED);
    services.start("UsoSvc");
    assertThat(state("wuauserv")).isEqualTo(RunState.STOPPED);
  }

  @Test
  void anIdleServiceStopsByItself() throws Exception {
    assertThat(PretendPc.of(pc).works()).isTrue();
    assertThat(state("wuauserv")).isEqualTo(RunState.RUNNING);
    clock.advance(Duration.ofMinutes(11));
    assertThat(state("wuauserv")).isEqualTo(RunState.STOPPED);
    assertThat(state("wuauserv")).isEqualTo(RunState.STOPPED);
  }

  @Test
  void guardedServicesKeepTheirConfiguration() {
    assertThatWin32(5, () -> services.setStartType("WaaSMedicSvc", StartType.DISABLED));
    assertThatWin32(5, () -> services.setProcessType("AppIDSvc", ProcessType.OWN));
  }

  @Test
  void theProcessTypeChangesAndTheTriggersStay() throws Exception {
    services.setProcessType("wuauserv", ProcessType.OWN);
    ServiceStatus own = services.query("wuauserv").orElseThrow();
    assertThat(own.processType()).isEqualTo(ProcessType.OWN);
    assertThat(own.hasTriggers()).isTrue();
    assertThatWin32(87, () -> services.setProcessType("wuauserv", ProcessType.OTHER));
    assertThatWin32(87, () -> services.setStartType("wuauserv", StartType.BOOT));
  }

  @Test
  void aServiceThatRefusesToStopGoesOnRunning() throws Exception {
    Services refusing = PretendPc.make(temp.resolve("b"), "cryptsvc-refuses").services();
    assertThatWin32(1052, () -> refusing.stop("CryptSvc", PretendPc.PATIENCE));
    assertThat(refusing.query("CryptSvc").orElseThrow().isRunning()).isTrue();
  }

  @Test
  void whoLosesPatienceLeavesAServiceThatIsStopping() throws Exception {
    Scenario slow =
        Scenario.parse(
            "{name: 'slow'," + " changes: {services: {BITS: {nature: {secondsToStop: 600}}}}}");
    Path folder = temp.resolve("slow");
    Services patient = SimulatedPc.open(folder, slow, new Speed(1e6), clock).services();
    assertThatWin32(1053, () -> patient.stop("BITS", Duration.ofSeconds(1)));
    assertThat(patient.query("BITS").orElseThrow().state()).isEqualTo(RunState.STOP_PENDING);
    assertThatWin32(1061, () -> patient.start("BITS"));
    clock.advance(Duration.ofMinutes(10));
    assertThat(patient.query("BITS").orElseThrow().state()).isEqualTo(RunState.STOPPED);
  }

  @Test
  void onlyARealStartGetsRidOfADeadHandle() throws Exception {
    SimulatedPc broken = PretendPc.make(temp.resolve("stale"), Scenario.DEFAULT);
    Path file = broken.folder().resolve("services").resolve("BITS.json");
    PretendPc.of(broken).check();
    assertThat(Files.readString(file)).contains("\"staleHandle\": true");
    broken.services().start("BITS");
    assertThat(Files.readString(file)).contains("\"staleHandle\": false");
  }

  @Test
  void aGarbledServiceFileIsAnErrorAndNoMissingService() throws Exception {
    Files.writeString(pc.folder().resolve("services").resolve("BITS.json"), "{\"name\": ");
    assertThatWin32(13, () -> services.query("BITS"));
  }

  @Test
  void aRestartPutsServicesWhereTheirStartTypeSays() throws Exception {
    String before = pc.facts().bootId();
    services.stop("UsoSvc", PretendPc.PATIENCE);
    services.start("msiserver");
    services.setStartType("DoSvc", StartType.DISABLED);
    assertThat(pc.facts().bootId()).isEqualTo(before);
    pc.restart();
    assertThat(state("UsoSvc")).isEqualTo(RunState.RUNNING);
    assertThat(state("msiserver")).isEqualTo(RunState.STOPPED);
    assertThat(state("BITS")).isEqualTo(RunState.STOPPED);
    assertThat(state("DoSvc")).isEqualTo(RunState.STOPPED);
    assertThat(pc.facts().bootId()).isNotEqualTo(before);
  }

  private RunState state(String name) throws PcException {
    return services.query(name).orElseThrow().state();
  }

  static void assertThatWin32(int number, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            PcException.class,
            e -> assertThat(e.isWin32(number)).as("%s is %d", e.code(), number).isTrue());
  }
}
