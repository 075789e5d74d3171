package app.regrip.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.SetClock;
import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import app.regrip.pc.RepairSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each scenario fails until exactly its fixes were done. */
class ScenarioTest {

  private static final RepairSource DRIVE_E = new RepairSource('E', 1);

  @TempDir Path temp;

  /** What a person can do, each through the ports alone. */
  enum Deed {
    SHARE,
    ENABLE_BITS,
    RESTART_BITS,
    RESET,
    DISM,
    DISM_FROM_MEDIA,
    SFC,
    ANTIVIRUS_OFF,
    RESTART
  }

  /** A scenario, the deeds that fix it in this order, and the deeds that don't. */
  record Case(String scenario, List<Deed> fixes) {
    Set<Deed> others() {
      Set<Deed> others = EnumSet.allOf(Deed.class);
      others.removeAll(fixes);
      return others;
    }

    @Override
    public String toString() {
      return scenario;
    }
  }

  static Stream<Case> fixable() {
    return Stream.of(
        new Case("handle-invalid", List.of(Deed.RESTART_BITS, Deed.RESET, Deed.DISM, Deed.SFC)),
        new Case("own-process", List.of(Deed.SHARE)),
        new Case("bits-disabled", List.of(Deed.ENABLE_BITS)),
        new Case("store-corrupt", List.of(Deed.DISM)),
        new Case("source-missing", List.of(Deed.DISM_FROM_MEDIA)),
        new Case("cryptsvc-refuses", List.of(Deed.RESET)),
        new Case("antivirus-holds-files", List.of(Deed.ANTIVIRUS_OFF, Deed.RESET)),
        new Case("antivirus-holds-files", List.of(Deed.RESTART, Deed.RESET)),
        new Case("restart-pending", List.of(Deed.RESTART)),
        new Case("managed-by-wsus", List.of(Deed.RESET)),
        new Case("windows-10", List.of(Deed.RESET)));
  }

  @ParameterizedTest
  @MethodSource("fixable")
  void failsUntilTheLastOfItsFixes(Case each) throws Exception {
    SimulatedPc pc = PretendPc.make(temp, each.scenario());
    assertThat(pc.runDueCheck()).isTrue();
    assertThat(pc.updateLog().eventsSince(Instant.EPOCH, 1))
        .singleElement()
        .asString()
        .contains("<EventID>25</EventID>", "'errorCode'>0x80070006<");
    for (Deed fix : each.fixes()) {
      assertThat(PretendPc.of(pc).check()).isEqualTo(HResult.INVALID_HANDLE);
      attempt(fix, pc);
    }
    assertThat(PretendPc.of(pc).works()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("fixable")
  void noneOfTheOtherFixesHelps(Case each) throws Exception {
    SimulatedPc pc = PretendPc.make(temp, each.scenario());
    for (Deed other : each.others()) {
      attempt(other, pc);
      assertThat(PretendPc.of(pc).check()).as("after %s", other).isEqualTo(HResult.INVALID_HANDLE);
    }
  }

  @Test
  void theDefaultScenarioIsFixedInEachOrderThatHasDismBeforeSfcAndInNoOther() throws Exception {
    List<Deed> rungs = fixable().findFirst().orElseThrow().fixes();
    int n = 0;
    for (List<Deed> order : orders(rungs)) {
      SimulatedPc pc = PretendPc.make(temp.resolve("pc" + n++), Scenario.DEFAULT);
      for (Deed fix : order) {
        assertThat(PretendPc.of(pc).check()).isEqualTo(HResult.INVALID_HANDLE);
        attempt(fix, pc);
      }
      assertThat(PretendPc.of(pc).works())
          .as("after %s", order)
          .isEqualTo(order.indexOf(Deed.DISM) < order.indexOf(Deed.SFC));
    }
    assertThat(n).isEqualTo(24);
  }

  @Test
  void aHealthyPcWorksFromTheStart() throws Exception {
    SimulatedPc pc = PretendPc.make(temp, "healthy");
    assertThat(PretendPc.of(pc).works()).isTrue();
  }

  @Test
  void withoutItsServiceAndWithADamagedHiveNothingHelps() throws Exception {
    for (String scenario : List.of("missing-service", "stubborn")) {
      SimulatedPc pc = PretendPc.make(temp.resolve(scenario), scenario);
      for (Deed deed : Deed.values()) {
        attempt(deed, pc);
        assertThat(PretendPc.of(pc).check()).isEqualTo(HResult.INVALID_HANDLE);
      }
    }
  }

  @Test
  void doSvcMayBeMissing() throws Exception {
    SimulatedPc pc =
        SimulatedPc.open(
            temp,
            Scenario.parse("{name: 'no-dosvc', changes: {services: {DoSvc: null}}}"),
            Speed.IMMEDIATE,
            new SetClock());
    assertThat(pc.services().query("DoSvc")).isEmpty();
    assertThat(PretendPc.of(pc).works()).isTrue();
  }

  @Test
  void eachHasANameOfItsOwnAndOneSentenceThatTellsWhatItIs() {
    List<Scenario> all = Scenario.all();
    assertThat(all).extracting(Scenario::name).doesNotHaveDuplicates().hasSize(23);
    assertThat(all.get(0).name()).isEqualTo(Scenario.DEFAULT);
    assertThat(all)
        .allSatisfy(
            s -> assertThat(s.description().english().replace("8.1", "8")).matches("[^.]{30,}\\."));
    assertThat(all)
        .allSatisfy(s -> assertThat(Scenario.named(s.name())).get().hasToString(s.name()));
    assertThat(Scenario.named("no-such-thing")).isEmpty();
    assertThat(Scenario.named("pc")).isEmpty();
  }

  /** Does it as far as this PC lets one. */
  private static void attempt(Deed deed, SimulatedPc pc) throws IOException {
    PretendPc hands = PretendPc.of(pc);
    try {
      switch (deed) {
        case SHARE -> hands.share();
        case ENABLE_BITS -> hands.enableBits();
        case RESTART_BITS -> hands.restartBits();
        case RESET -> hands.reset();
        case DISM -> hands.dism();
        case DISM_FROM_MEDIA -> hands.dism(DRIVE_E);
        case SFC -> hands.sfc();
        case ANTIVIRUS_OFF -> pc.switchOffOtherAntivirus();
        case RESTART -> pc.restart();
      }
    } catch (PcException refused) {
      assertThat(refused.code().isFailure()).isTrue();
    }
  }

  private static List<List<Deed>> orders(List<Deed> deeds) {
    if (deeds.isEmpty()) {
      return List.of(List.of());
    }
    List<List<Deed>> orders = new ArrayList<>();
    for (Deed first : deeds) {
      List<Deed> rest = new ArrayList<>(deeds);
      rest.remove(first);
      for (List<Deed> order : orders(rest)) {
        List<Deed> whole = new ArrayList<>(List.of(first));
        whole.addAll(order);
        orders.add(whole);
      }
    }
    return orders;
  }
}
