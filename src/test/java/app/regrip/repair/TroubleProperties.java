package app.regrip.repair;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.pc.Cancellation;
import app.regrip.pc.PcFacts.RestartSign;
import app.regrip.pc.ProcessType;
import app.regrip.pc.StartType;
import app.regrip.repair.Faults.MemoryLines;
import app.regrip.repair.Verdict.Kind;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/**
 * Whatever troubles a PC has together, "Repair it for me" proves them gone or says that it can't,
 * and can be taken back.
 */
class TroubleProperties {

  private static final String RUN = "00000000-0000-4000-8000-000000000001";

  /** What can be wrong with a PC, or in the way. */
  enum Trouble {
    OWN_PROCESS,
    BITS_STALE,
    BITS_DISABLED,
    DATA_STORE_DAMAGED,
    STORE_DAMAGED,
    SYSTEM_FILES_DAMAGED,
    TRUSTED_INSTALLER_DISABLED,
    WUAUSERV_RUNNING,
    CRYPT_REFUSES,
    NO_RESTORE_POINTS,
    OPTIONAL_SERVICES_MISSING,
    INSTALLING_MSI,
    STUBBORN;

    void befall(MemoryPc pc) {
      switch (this) {
        case OWN_PROCESS -> pc.processType("wuauserv", ProcessType.OWN);
        case BITS_STALE -> pc.bitsStale = true;
        case BITS_DISABLED -> pc.startType("BITS", StartType.DISABLED);
        case DATA_STORE_DAMAGED -> pc.damageDataStore();
        case STORE_DAMAGED -> pc.storeDamaged = true;
        case SYSTEM_FILES_DAMAGED -> pc.systemFilesDamaged = true;
        case TRUSTED_INSTALLER_DISABLED -> pc.startType("TrustedInstaller", StartType.DISABLED);
        case WUAUSERV_RUNNING -> pc.run("wuauserv", true);
        case CRYPT_REFUSES -> pc.refusesToStop.put("CryptSvc", 1052);
        case NO_RESTORE_POINTS -> pc.protectionOn = false;
        case OPTIONAL_SERVICES_MISSING -> {
          pc.services.remove("UsoSvc");
          pc.services.remove("DoSvc");
        }
        case INSTALLING_MSI -> pc.installingMsi = true;
        case STUBBORN -> pc.stubborn = true;
      }
    }
  }

  @Property(tries = 500)
  void itIsProvenExactlyWhenItCanBeAndCanBeTakenBack(@ForAll @Size(max = 8) Set<Trouble> troubles) {
    MemoryPc pc = new MemoryPc();
    troubles.forEach(t -> t.befall(pc));
    MemoryPc.State first = pc.state();
    List<String> files = pc.userFiles();
    List<String> ran = running(pc);
    MemoryLines journal = new MemoryLines();

    Verdict verdict = run(pc, journal).start(RUN, FixRequest.of(Fix.ALL));
    while (verdict.kind() == Kind.RESTART_NEEDED) {
      pc.reboot();
      pc.restartSigns.remove(RestartSign.SERVICING);
      verdict = run(pc, journal).recover(RUN, RecoveryChoice.FINISH);
    }

    assertThat(verdict.kind())
        .as(verdict.words().english())
        .isIn(
            troubles.contains(Trouble.STUBBORN)
                ? EnumSet.of(Kind.CALL_A_PROFESSIONAL)
                : EnumSet.of(Kind.PROVEN, Kind.PASSED));
    assertThat(pc.userFiles()).isEqualTo(files);
    assertThat(running(pc)).containsAll(ran.stream().filter(s -> !s.equals("wuauserv")).toList());

    run(pc, journal).recover(RUN, RecoveryChoice.UNDO);
    assertThat(pc.state()).isEqualTo(first);
    assertThat(pc.userFiles()).isEqualTo(files);
  }

  private static List<String> running(MemoryPc pc) {
    return pc.services.values().stream().filter(s -> s.isRunning()).map(s -> s.name()).toList();
  }

  private static RepairRun run(MemoryPc pc, MemoryLines journal) {
    return new RepairRun(
        pc,
        MemoryRuns.of(RUN, journal),
        Clock.systemUTC(),
        howLong -> {},
        Cancellation.never(),
        event -> {});
  }
}
