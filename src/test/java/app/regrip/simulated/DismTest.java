package app.regrip.simulated;

import static app.regrip.simulated.SimulatedServicesTest.assertThatWin32;
import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.SetClock;
import app.regrip.pc.Cancellation;
import app.regrip.pc.PcFacts.RestartSign;
import app.regrip.pc.Program;
import app.regrip.pc.RepairSource;
import app.regrip.pc.StartType;
import app.regrip.simulated.PretendPc.Ran;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DismTest {

  private static final String HEADER =
      "\r\nDeployment Image Servicing and Management tool\r\nVersion: 10.0.26100.1150\r\n"
          + "\r\nImage Version: 10.0.26100.4061\r\n\r\n";
  private static final Pattern BAR = Pattern.compile("\r\\[([= ]+([0-9.]+)%[= ]+)] \r\n");

  @TempDir Path temp;

  @ParameterizedTest
  @CsvSource({
    "3.83, '[==                         3.8%                           ]'",
    "22.42, '[=============              22.4%                          ]'",
    "62.3, '[===========================62.3%====                      ]'",
    "84.9, '[===========================84.9%=================         ]'",
    "100, '[==========================100.0%==========================]'"
  })
  void aBarIsDrawnAsDismDrawsIt(double percent, String bar) {
    assertThat(new String(DismProgress.bar(percent), StandardCharsets.US_ASCII))
        .isEqualTo("\r" + bar + " \r\n")
        .hasSize(64);
  }

  @Test
  void aRepairMovesUnevenlyRestsAndRepeatsItself() throws Exception {
    Ran ran = PretendPc.of(PretendPc.make(temp, "store-corrupt")).dism();
    assertThat(ran.exitCode()).isZero();
    List<String> percents = percents(ran.text());
    assertThat(percents).hasSizeGreaterThan(80).endsWith("62.3", "84.9", "100.0");
    assertThat(new HashSet<>(percents)).hasSizeLessThan(percents.size() - 5);
    assertThat(percents.stream().map(Double::valueOf).toList()).isSorted();
    assertThat(ran.text())
        .startsWith(HEADER + "\r[==")
        .endsWith(
            "] \r\nThe restore operation completed successfully.\r\n"
                + "The operation completed successfully.\r\n");
    assertThat(ran.pieces().subList(1, ran.pieces().size() - 1))
        .allSatisfy(step -> assertThat(step).hasSize(64));
  }

  @Test
  void checkHealthKnowsOnlyWhatAScanHasFlagged() throws Exception {
    PretendPc pc = PretendPc.of(PretendPc.make(temp, "store-corrupt"));
    String healthy =
        "No component store corruption detected.\r\nThe operation completed successfully.\r\n";
    String repairable =
        "The component store is repairable.\r\nThe operation completed successfully.\r\n";
    assertThat(pc.checkHealth().text()).isEqualTo(HEADER + healthy);
    Ran scan = pc.scan();
    assertThat(scan.exitCode()).isZero();
    assertThat(scan.text()).endsWith("] \r\n" + repairable);
    assertThat(percents(scan.text())).hasSizeGreaterThan(100).endsWith("100.0");
    assertThat(pc.checkHealth().text()).isEqualTo(HEADER + repairable);
    pc.dism();
    assertThat(pc.checkHealth().text()).isEqualTo(HEADER + healthy);
    assertThat(pc.scan().text()).endsWith("] \r\n" + healthy);
  }

  @Test
  void withoutASourceTheErrorIsTheExitCode() throws Exception {
    SimulatedPc simulated = PretendPc.make(temp, "source-missing");
    PretendPc pc = PretendPc.of(simulated);
    assertThat(pc.checkHealth().text()).contains("repairable");
    Ran ran = pc.dism();
    assertThat(ran.exitCode()).isEqualTo(-2146498529);
    assertThat(ran.text())
        .contains("100.0%")
        .contains("] \r\n\r\nError: 0x800f081f\r\n\r\nThe source files could not be found.\r\n")
        .endsWith("The DISM log file can be found at C:\\WINDOWS\\Logs\\DISM\\dism.log\r\n");
    assertThat(simulated.facts().recentFailures(Instant.EPOCH))
        .singleElement()
        .satisfies(f -> assertThat(f.code().value()).isEqualTo(-2146498529));
    assertThat(pc.dism(new RepairSource('F', 1)).exitCode()).isEqualTo(-2146498529);
    assertThat(pc.dism(new RepairSource('E', 2)).exitCode()).isEqualTo(-2146498529);
    assertThat(simulated.programs().repairSources()).containsExactly(new RepairSource('E', 1));
    assertThat(pc.dism(new RepairSource('E', 1)).exitCode()).isZero();
  }

  @Test
  void itCanNotDownloadWithoutTheServicesThatDo() throws Exception {
    SimulatedPc simulated = PretendPc.make(temp, "store-corrupt");
    simulated.services().setStartType("wuauserv", StartType.DISABLED);
    Ran ran = PretendPc.of(simulated).dism();
    assertThat(ran.exitCode()).isEqualTo(-2146498298);
    assertThat(ran.text()).contains("The source files could not be downloaded.");
  }

  @Test
  void aPendingRestartComesFirst() throws Exception {
    SimulatedPc simulated = PretendPc.make(temp, "restart-pending");
    PretendPc pc = PretendPc.of(simulated);
    assertThat(simulated.facts().restartSigns()).containsExactly(RestartSign.SERVICING);
    for (Ran ran : List.of(pc.dism(), pc.scan())) {
      assertThat(ran.exitCode()).isEqualTo(3017);
      assertThat(ran.text())
          .doesNotContain("62.3%")
          .contains(
              "] \r\n\r\nError: 3017\r\n\r\nThe requested operation failed. A system reboot is"
                  + " required to roll back changes made.\r\n");
    }
    simulated.restart();
    assertThat(simulated.facts().restartSigns()).isEmpty();
    assertThat(pc.dism().exitCode()).isZero();
  }

  @Test
  void aRepairedFileThatIsInUseTakesARestart() throws Exception {
    SimulatedPc simulated = open("damage: {store: ['ntdll.dll'], system: ['ntdll.dll']}");
    PretendPc pc = PretendPc.of(simulated);
    Ran ran = pc.dism();
    assertThat(ran.exitCode()).isEqualTo(3010);
    assertThat(simulated.facts().restartSigns()).containsExactly(RestartSign.SERVICING);
    assertThat(pc.dism().exitCode()).isEqualTo(3017);
    assertThat(pc.works()).isTrue();
    simulated.restart();
    assertThat(pc.sfc().text()).contains("did not find any integrity violations");
  }

  @Test
  void cancellationDoesNotEndIt() throws Exception {
    SimulatedPc simulated = PretendPc.make(temp, "store-corrupt");
    Cancellation cancellation = new Cancellation();
    int exitCode =
        simulated
            .programs()
            .run(
                new Program.DismRestoreHealth(Optional.empty()),
                piece -> cancellation.request(),
                cancellation);
    assertThat(exitCode).isZero();
    assertThat(PretendPc.of(simulated).works()).isTrue();
  }

  @Test
  void anInterruptEndsTheWaitingAndFreesTheStore() throws Exception {
    Scenario scenario = Scenario.named("store-corrupt").orElseThrow();
    SimulatedPc asSlowAsLife = SimulatedPc.open(temp, scenario, new Speed(1), new SetClock());
    for (String interruptAt : List.of("Version: ", "3.8%")) {
      assertThatWin32(
          995,
          () ->
              asSlowAsLife
                  .programs()
                  .run(
                      new Program.DismRestoreHealth(Optional.empty()),
                      piece -> interruptAt(interruptAt, piece),
                      Cancellation.never()));
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(asSlowAsLife.facts().isServicing()).isFalse();
  }

  private static void interruptAt(String text, byte[] piece) {
    if (new String(piece, StandardCharsets.US_ASCII).contains(text)) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void onlyOneServicingProgramRunsAtATime() throws Exception {
    SimulatedPc simulated = PretendPc.make(temp, "healthy");
    SimulatedPc other = PretendPc.make(temp, "healthy");
    List<Ran> meanwhile = new ArrayList<>();
    assertThat(other.facts().isServicing()).isFalse();
    simulated
        .programs()
        .run(
            new Program.DismCheckHealth(),
            piece -> {
              try {
                assertThat(other.facts().isServicing()).isTrue();
                assertThat(other.services().query("TrustedInstaller").orElseThrow().isRunning())
                    .isTrue();
                meanwhile.add(PretendPc.of(other).dism());
                meanwhile.add(PretendPc.of(other).sfc());
              } catch (Exception e) {
                throw new AssertionError(e);
              }
            },
            Cancellation.never());
    assertThat(meanwhile.get(0).exitCode()).isEqualTo(0x800F0902);
    assertThat(meanwhile.get(0).text()).contains("Error: 0x800f0902");
    assertThat(meanwhile.get(1).exitCode()).isEqualTo(1);
    assertThat(meanwhile.get(1).text()).contains("Another servicing or repair operation");
    assertThat(other.facts().isServicing()).isFalse();
    assertThat(PretendPc.of(other).dism().exitCode()).isZero();
  }

  private SimulatedPc open(String changes) throws IOException {
    Scenario scenario = Scenario.parse("{name: 'own', changes: {" + changes + "}}");
    return SimulatedPc.open(temp, scenario, Speed.IMMEDIATE, new SetClock());
  }

  private static List<String> percents(String text) {
    List<String> percents = new ArrayList<>();
    Matcher bar = BAR.matcher(text);
    while (bar.find()) {
      assertThat(bar.group(1)).hasSize(58);
      percents.add(bar.group(2));
    }
    return percents;
  }
}
