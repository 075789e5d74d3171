package app.regrip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.SetClock;
import app.regrip.pc.Cancellation;
import app.regrip.pc.SystemPages.Page;
import app.regrip.pc.UpdateAgent;
import app.regrip.repair.Diagnosis;
import app.regrip.repair.Finding;
import app.regrip.repair.Finding.Severity;
import app.regrip.repair.Fix;
import app.regrip.repair.RepairInstallation;
import app.regrip.repair.Troubleshooter;
import app.regrip.session.Case;
import app.regrip.session.RepairProgress;
import app.regrip.session.Session;
import app.regrip.simulated.Scenario;
import app.regrip.simulated.SimulatedPc;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each case of real life, from the command {@code fix all --yes} to its exit code: what the look at
 * the PC finds, which fixes are tried, how it ends, and what is said of updates then.
 */
class ScenarioTableTest {

  @TempDir Path folder;

  private final SetClock clock = new SetClock();

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      textBlock =
          """
          handle-invalid,        recent-failure-BITS,   BITS RESET DISM SFC,  PROVEN,              0, Repaired
          healthy,               '',                    '',                   PASSED,              0, Working
          own-process,           wuauserv-own-process,  SHARE_PROCESS,        PROVEN,              0, Repaired
          bits-disabled,         bits-disabled support-ended recent-failure-BITS, BITS,     PROVEN,              0, Repaired
          store-corrupt,         '',                    RESET BITS DISM,      PROVEN,              0, Repaired
          source-missing,        '',                    RESET BITS DISM,      PROVEN,              0, Repaired
          cryptsvc-refuses,      '',                    RESET,                PROVEN,              0, Repaired
          antivirus-holds-files, '',                    RESET,                RESTART_NEEDED,      3, Failing
          slow-services,         servicing-in-progress, RESET,                PROVEN,              0, Repaired
          restart-pending,       restart-pending,       '',                   -,                   1, Failing
          managed-by-wsus,       managed,               '',                   -,                   1, Failing
          missing-service,       service-missing-BITS recent-failure-BITS, BITS RESET DISM SFC,  CALL_A_PROFESSIONAL, 1, Failing
          tuned-home-pc,         wuauserv-own-process policy-at-home, SHARE_PROCESS,        PROVEN,              0, Repaired
          windows-8.1,           support-ended,         RESET BITS DISM SFC,  CALL_A_PROFESSIONAL, 1, Failing
          windows-11-25h2,       '',                    RESET BITS DISM SFC,  CALL_A_PROFESSIONAL, 1, Failing
          windows-10,            support-ended,                RESET,                PROVEN,              0, Repaired
          stubborn,              '',                    RESET BITS DISM SFC,  CALL_A_PROFESSIONAL, 1, Failing
          download-fails,        '',                    BITS DOWNLOADS,       PROVEN,              0, Repaired
          install-fails,         '',                    DISM,                 NOT_PROVEN_YET,      3, Failing
          server-unreachable,    '',                    '',                   NOT_PROVEN_YET,      3, Failing
          server-silent,         '',                    '',                   NOT_PROVEN_YET,      3, Failing
          trouble-passed,        '',                    '',                   PASSED,              0, Working
          recovery-partition,    support-ended,                '',                   STILL_FAILING,       1, Failing
          """)
  void fixAll(
      String scenario, String findings, String rungs, String kind, int exitCode, String status)
      throws Exception {
    SimulatedPc pc = pc(scenario);
    pc.runDueCheck();
    assertThat(telling(new Diagnosis(clock).look(pc))).isEqualTo(findings);
    Bench bench = new Bench();

    int exit = fix(bench, scenario);

    Session session = bench.real.orElseThrow();
    assertThat(rungs(session)).as(bench.out()).isEqualTo(rungs);
    assertThat(kind(session)).as(bench.out()).isEqualTo(kind);
    assertThat(exit).isEqualTo(exitCode);
    assertThat(status(scenario)).isEqualTo(status);
  }

  /** Every scenario there is has its row. */
  @Test
  void theTableIsWhole() throws Exception {
    String rows =
        getClass()
            .getDeclaredMethod(
                "fixAll",
                String.class,
                String.class,
                String.class,
                String.class,
                int.class,
                String.class)
            .getAnnotation(CsvSource.class)
            .textBlock();

    assertThat(rows.lines().map(row -> row.substring(0, row.indexOf(',')).strip()))
        .containsExactlyInAnyOrderElementsOf(Scenario.all().stream().map(Scenario::name).toList());
  }

  @Test
  void anInstallationIsProvenWhenWindowsHasMadeIt() throws Exception {
    SimulatedPc pc = pc("install-fails");
    pc.runDueCheck();
    assertThat(fix(new Bench(), "install-fails")).isEqualTo(ExitCode.UNKNOWN);
    try (Session before = session("install-fails")) {
      assertThat(before.cases().get(0).state()).isEqualTo(Case.State.OPEN);
    }
    pretend().awaitNoHelper("install-fails");

    clock.advance(Duration.ofHours(2));
    pc.runDueCheck();

    assertThat(status("install-fails")).isEqualTo("Repaired");
    try (Session after = session("install-fails")) {
      Case settled = after.cases().get(0);
      assertThat(settled.state()).isEqualTo(Case.State.WATCHED);
      assertThat(settled.entries())
          .last()
          .isInstanceOfSatisfying(
              Case.Entry.Tried.class,
              tried ->
                  assertThat(tried.verdict().words().english()).contains("Windows has installed"));
    }
    Bench bench = new Bench();
    int exit = fix(bench, "install-fails");
    assertThat(exit).as(bench.out()).isEqualTo(ExitCode.FINE);
    assertThat(rungs(bench.real.orElseThrow())).isEmpty();
  }

  @Test
  void whatPassedAndWhatOnlyStandsInTheWayChangesNothing() throws Exception {
    for (String scenario : List.of("trouble-passed", "server-unreachable", "recovery-partition")) {
      SimulatedPc pc = pc(scenario);
      Bench bench = new Bench();

      fix(bench, scenario);

      assertThat(bench.out().replaceAll("\\s+", " ")).contains("nothing was changed");
      assertThat(pc.updateFolders().setAside()).isEmpty();
    }
  }

  /** A page that a Windows lacks is neither named nor opened. */
  @ParameterizedTest
  @CsvSource({
    "windows-8.1, MSDT_WINDOWS_UPDATE, false",
    "windows-10, MSDT_WINDOWS_UPDATE, false",
    "windows-11-25h2, GET_HELP_WINDOWS_UPDATE, true",
    "stubborn, GET_HELP_WINDOWS_UPDATE, true"
  })
  void eachWindowsIsSentOnlyWhereItHasSomething(String scenario, Page helps, boolean recovery)
      throws Exception {
    SimulatedPc pc = pc(scenario);

    new Troubleshooter(pc.systemPages(), clock).open("run", event -> {});

    assertThat(folder.resolve(scenario).resolve("opened-pages.log")).hasContent(helps.name());
    assertThat(pc.systemPages().isAvailable(Page.SETTINGS_RECOVERY)).isEqualTo(recovery);
    assertThat(RepairInstallation.words(pc).english().contains("Settings")).isEqualTo(recovery);
  }

  /** What makes it stay is the check before, and it leaves by itself. */
  @Test
  void theWorkerOfServicingStaysAfterACheckAndLeaves() throws Exception {
    SimulatedPc pc = pc("slow-services");
    assertThat(pc.facts().isServicing()).isFalse();
    pc.runDueCheck();

    int looks = 0;
    while (pc.facts().isServicing()) {
      looks++;
    }

    assertThat(looks).isEqualTo(24);
    pc.updateAgent().search(UpdateAgent.PATIENCE, Cancellation.never());
    assertThat(pc.facts().isServicing()).isTrue();
  }

  @Test
  void whatARepairHasSetAsideIsDeletedWhenAskedFor() throws Exception {
    SimulatedPc pc = pc("windows-10");
    pc.runDueCheck();
    fix(new Bench(), "windows-10");
    assertThat(pc.updateFolders().setAside()).hasSize(2);
    try (Session session = session("windows-10")) {
      assertThat(session.keptCopies().folders()).isEqualTo(2);
      awaitNoRepair(session);
      assertThat(session.now().undoable()).as("%s", session.now()).isPresent();
      assertThat(session.now().fixes()).contains(Fix.COPIES).doesNotContain(Fix.POLICY);
    }

    Bench bench = new Bench();
    bench.real = Optional.of(session("windows-10"));
    int exit = bench.run("fix", "copies", "--yes");

    assertThat(exit).as(bench.out()).isEqualTo(ExitCode.FINE);
    assertThat(bench.out()).contains("2 folders are deleted");
    assertThat(pc.updateFolders().setAside()).isEmpty();
    try (Session session = session("windows-10")) {
      assertThat(session.keptCopies().folders()).isZero();
      assertThat(session.now().undoable()).isEmpty();
      assertThat(session.now().fixes()).doesNotContain(Fix.COPIES);
      assertThat(session.cases()).allMatch(one -> one.entries().size() == 2);
    }
  }

  @Test
  void policiesAreOfferedOnlyWhereThereAreAny() throws Exception {
    try (Session tuned = session("tuned-home-pc")) {
      assertThat(tuned.now().fixes()).contains(Fix.POLICY);
    }
    try (Session managed = session("managed-by-wsus")) {
      assertThat(managed.now().fixes()).doesNotContain(Fix.POLICY);
    }
  }

  /** The last is seen by a session that looks at it afresh. */
  private String status(String scenario) throws Exception {
    try (Session session = session(scenario)) {
      return session.now().status().getClass().getSimpleName();
    }
  }

  /** The helper of the last one gives the verdict first, and is about a moment longer. */
  private static void awaitNoRepair(Session session) throws InterruptedException {
    while (session.now().repair().filter(r -> r.verdict().isEmpty()).isPresent()) {
      Thread.sleep(5);
    }
  }

  private int fix(Bench bench, String scenario) throws IOException {
    bench.real = Optional.of(session(scenario));
    return bench.run("fix", "all", "--yes");
  }

  private SimulatedPc pc(String scenario) throws IOException {
    return pretend().pc(scenario);
  }

  private Session session(String scenario) throws IOException {
    return pretend().session(scenario);
  }

  private PretendPcsInFolder pretend() {
    return new PretendPcsInFolder(folder, clock);
  }

  private static String telling(List<Finding> findings) {
    return findings.stream()
        .filter(f -> f.severity() != Severity.INFO)
        .map(Finding::id)
        .collect(Collectors.joining(" "));
  }

  private static String rungs(Session session) {
    return session.now().repair().map(RepairProgress::rungs).orElse(List.of()).stream()
        .map(rung -> rung.fix().name())
        .collect(Collectors.joining(" "));
  }

  private static String kind(Session session) {
    return session
        .now()
        .repair()
        .flatMap(RepairProgress::verdict)
        .map(verdict -> verdict.kind().name())
        .orElse("-");
  }
}
