package app.regrip.simulated;

import static app.regrip.simulated.SimulatedServicesTest.assertThatWin32;
import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.SetClock;
import app.regrip.errors.HResult;
import app.regrip.pc.Cancellation;
import app.regrip.pc.StartType;
import app.regrip.pc.UpdateAgent;
import app.regrip.pc.UpdateAgent.SearchResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SimulatedUpdateAgentTest {

  @TempDir Path temp;
  private final SetClock clock = new SetClock();

  @Test
  void eachTroubleWithTheServiceHasItsCode() throws Exception {
    SimulatedPc pc = PretendPc.make(temp.resolve("a"), "healthy", clock);
    pc.services().setStartType("wuauserv", StartType.DISABLED);
    assertThat(PretendPc.of(pc).check()).isEqualTo(new HResult(0x80070422));
    assertThatWin32(1058, () -> pc.updateAgent().history());

    SimulatedPc without = open("b", "services: {wuauserv: null}");
    assertThat(PretendPc.of(without).check()).isEqualTo(new HResult(0x80070424));

    SimulatedPc stopping =
        open(
            "c",
            "services: {wuauserv: {run: {state: 'STOP_PENDING', until: '2099-01-01T00:00:00Z'}}}");
    assertThat(PretendPc.of(stopping).check()).isEqualTo(new HResult(0x8024001E));

    SimulatedPc forbidden = open("d", "facts: {policies: {ACCESS_DISABLED: 1}}");
    assertThat(PretendPc.of(forbidden).check()).isEqualTo(new HResult(0x8024002E));
  }

  @Test
  @Timeout(60)
  void aServiceStoppedMeanwhileFailsTheCheck() throws Exception {
    Scenario healthy = Scenario.named("healthy").orElseThrow();
    SimulatedPc slow = SimulatedPc.open(temp, healthy, new Speed(50), clock);
    SimulatedPc other = SimulatedPc.open(temp, healthy, Speed.IMMEDIATE, clock);
    other.services().stop("UsoSvc", PretendPc.PATIENCE);
    Thread stopper =
        new Thread(
            () -> {
              try {
                while (!other.services().query("wuauserv").orElseThrow().isRunning()) {
                  Thread.onSpinWait();
                }
                other.services().stop("wuauserv", PretendPc.PATIENCE);
              } catch (Exception e) {
                throw new AssertionError(e);
              }
            });
    stopper.start();
    assertThat(PretendPc.of(slow).check()).isEqualTo(new HResult(0x8024001E));
    stopper.join();
  }

  @Test
  void aCancelledCheckSaysSoAndLogsNothing() throws Exception {
    SimulatedPc pc = PretendPc.make(temp, "own-process", clock);
    Cancellation cancellation = new Cancellation();
    cancellation.request();
    SearchResult result = pc.updateAgent().search(UpdateAgent.PATIENCE, cancellation);
    assertThat(result.result()).isEqualTo(new HResult(0x8024000B));
    assertThat(pc.updateLog().eventsSince(clock.instant(), 10)).isEmpty();
  }

  @Test
  void hiddenUpdatesAreNotFound() throws Exception {
    SimulatedPc pc = PretendPc.make(temp, "healthy", clock);
    assertThat(pc.updateAgent().search(UpdateAgent.PATIENCE, Cancellation.never()).offered())
        .isEmpty();
    PretendPc.of(pc).reset();
    assertThat(pc.updateAgent().search(UpdateAgent.PATIENCE, Cancellation.never()).offered())
        .hasSize(1);
  }

  @Test
  void aMissingDatabaseIsMadeAnewAndADamagedOneIsNot() throws Exception {
    SimulatedPc pc = PretendPc.make(temp, "healthy", clock);
    Path database =
        pc.folder().resolve("Windows/SoftwareDistribution/DataStore").resolve("DataStore.edb");
    byte[] intact = Files.readAllBytes(database);
    Files.delete(database);
    assertThat(PretendPc.of(pc).works()).isTrue();
    assertThat(database).hasBinaryContent(intact);
    Files.write(database, new byte[] {1, 2, 3});
    assertThat(PretendPc.of(pc).check()).isEqualTo(HResult.INVALID_HANDLE);
    assertThat(database).hasBinaryContent(new byte[] {1, 2, 3});
  }

  @Test
  void thePcChecksByItselfAtOnceAndThenEachHour() throws Exception {
    SimulatedPc pc = PretendPc.make(temp, "healthy", clock);
    SimulatedPc again = PretendPc.make(temp, "healthy", clock);
    assertThat(pc.runDueCheck()).isTrue();
    assertThat(again.runDueCheck()).isFalse();
    clock.advance(Duration.ofMinutes(61));
    Instant before = clock.instant();
    assertThat(again.runDueCheck()).isTrue();
    assertThat(pc.runDueCheck()).isFalse();
    List<String> events = pc.updateLog().eventsSince(before, 10);
    assertThat(events).hasSize(3);
    assertThat(events.get(0)).contains("<EventID>26</EventID>");
    assertThat(events.get(2)).contains("<EventID>19</EventID>");
    assertThat(pc.updateAgent().history().get(0).date()).isEqualTo(before);
  }

  @Test
  void aPcWhosePolicySaysSoDoesNotCheckByItself() throws Exception {
    assertThat(open("off", "facts: {policies: {NO_AUTOMATIC_UPDATES: 1}}").runDueCheck()).isFalse();
  }

  @Test
  @Timeout(60)
  void aPcThatIsOnChecks() throws Exception {
    SimulatedPc pc = PretendPc.make(temp, "own-process", clock);
    List<String> none = pc.updateLog().eventsSince(clock.instant(), 10);
    assertThat(none).isEmpty();
    try (SimulatedPc.PoweredOn on = pc.powerOn(Duration.ZERO)) {
      assertThat(on).isNotNull();
      while (pc.updateLog().eventsSince(clock.instant(), 10).isEmpty()) {
        Thread.onSpinWait();
      }
    }
    assertThat(pc.runDueCheck()).isFalse();
  }

  private SimulatedPc open(String name, String changes) throws Exception {
    Scenario scenario = Scenario.parse("{name: '" + name + "', changes: {" + changes + "}}");
    return SimulatedPc.open(temp.resolve(name), scenario, Speed.IMMEDIATE, clock);
  }
}
