package app.regrip.repair;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.pc.Cancellation;
import app.regrip.pc.PcFacts;
import app.regrip.pc.UpdatePolicies.Owner;
import app.regrip.pc.UpdatePolicies.Tie;
import app.regrip.pc.UpdatePolicy;
import app.regrip.repair.Verdict.Kind;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An organisation's PC is its IT team's; what a tweak program set at home is the user's. */
class WhosePcTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-05T10:00:00Z"), ZoneOffset.UTC);

  private final MemoryPc pc = new MemoryPc();
  private final MemoryRuns runs = new MemoryRuns();

  @Test
  void aManagedPcIsLeftToItsItTeam() {
    pc.policies.put(UpdatePolicy.USE_SERVER, 1);
    pc.owner = new Owner(Set.of(Tie.DOMAIN), false, false);
    pc.damageDataStore();

    assertThat(repair(Fix.ALL).kind()).isEqualTo(Kind.REFUSED);
    assertThat(repair(Fix.RESET).words().english()).contains("IT team");
    assertThat(pc.copiesSetAside()).isEmpty();
    assertThat(repair(Fix.BITS).kind()).isNotEqualTo(Kind.REFUSED);
  }

  @Test
  void anAdministratorMayRepairAManagedPcAndItsPoliciesStay() {
    pc.policies.put(UpdatePolicy.USE_SERVER, 1);
    pc.owner = new Owner(Set.of(Tie.DOMAIN), false, false);
    pc.damageDataStore();

    assertThat(
            start(new FixRequest(Fix.RESET, Optional.empty(), false, Optional.empty(), true))
                .kind())
        .isEqualTo(Kind.PROVEN);
    assertThat(
            start(new FixRequest(Fix.POLICY, Optional.empty(), false, Optional.empty(), true))
                .words()
                .english())
        .contains("organisation");
    assertThat(pc.policies).containsEntry(UpdatePolicy.USE_SERVER, 1);
  }

  @Test
  void anAdministratorMayAllowRepairsForTheWholeMachine() {
    pc.policies.put(UpdatePolicy.USE_SERVER, 1);
    pc.owner = new Owner(Set.of(Tie.ENTRA), false, true);
    pc.damageDataStore();

    assertThat(repair(Fix.RESET).kind()).isEqualTo(Kind.PROVEN);
    assertThat(repair(Fix.POLICY).kind()).isEqualTo(Kind.REFUSED);
  }

  @Test
  void deviceManagementThatSetsTheUpdatesIsAnOrganisationWithoutAnyPolicy() {
    pc.owner = new Owner(Set.of(Tie.DEVICE_MANAGEMENT), true, false);

    assertThat(repair(Fix.ALL).kind()).isEqualTo(Kind.REFUSED);
  }

  /** A domain that says nothing about updates leaves them to the person at the screen. */
  @Test
  void aJoinedPcWhoseUpdatesNobodySetsIsRepaired() {
    pc.owner = new Owner(Set.of(Tie.DOMAIN), false, false);
    pc.damageDataStore();

    assertThat(repair(Fix.RESET).kind()).isEqualTo(Kind.PROVEN);
  }

  @Test
  void aPolicyOnAHomePcIsNamedWithItsDateAndStopsNoOtherFix() {
    pc.policies.put(UpdatePolicy.NO_AUTOMATIC_UPDATES, 1);
    pc.damageDataStore();

    assertThat(diagnose())
        .filteredOn(f -> f.id().equals("policy-at-home"))
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.text().english())
                  .contains("automatic updates are off", "24 December 2025");
              assertThat(f.evidence().english()).contains("NoAutoUpdate = 1");
              assertThat(f.fix()).contains(Fix.POLICY);
            });
    assertThat(repair(Fix.RESET).kind()).isEqualTo(Kind.PROVEN);
    assertThat(pc.policies).containsEntry(UpdatePolicy.NO_AUTOMATIC_UPDATES, 1);
  }

  @Test
  void policiesOfAHomePcAreTakenAwayAndSetAgainByUndo() {
    pc.policies.put(UpdatePolicy.USE_SERVER, 1);
    pc.policies.put(UpdatePolicy.NO_SETTINGS_PAGE, 0);

    assertThat(repair(Fix.POLICY).kind()).isEqualTo(Kind.PROVEN);
    assertThat(pc.policies).containsOnlyKeys(UpdatePolicy.NO_SETTINGS_PAGE);
    assertThat(undo().kind()).isEqualTo(Kind.UNDONE);
    assertThat(pc.policies).containsEntry(UpdatePolicy.USE_SERVER, 1).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "Windows 10 Home, 19045, 6456, true",
    "Windows 10 Home, 19045, 6466, true",
    "Windows 10 Pro, 19045, 6575, false",
    "Windows 10 Pro, 18363, 9999, true",
    "Windows 10 Enterprise LTSC 2021, 19044, 5000, false",
    "Windows 8.1 Pro, 9600, 20778, true",
    "Windows 11 Home, 26100, 4061, false"
  })
  void aWindowsWithoutSupportIsSaidAsSuch(String product, int build, int revision, boolean isOver) {
    pc.windows = new PcFacts.WindowsVersion(product, build, revision);

    assertThat(diagnose().stream().anyMatch(f -> f.id().equals("support-ended"))).isEqualTo(isOver);
  }

  private Verdict repair(Fix fix) {
    return start(FixRequest.of(fix));
  }

  private Verdict start(FixRequest request) {
    return run().start("run-" + runs.journals().size(), request);
  }

  private Verdict undo() {
    return run().recover("run-" + (runs.journals().size() - 1), RecoveryChoice.UNDO);
  }

  private List<Finding> diagnose() {
    return new Diagnosis(CLOCK).look(pc);
  }

  private RepairRun run() {
    return new RepairRun(pc, runs, CLOCK, howLong -> {}, Cancellation.never(), event -> {});
  }
}
