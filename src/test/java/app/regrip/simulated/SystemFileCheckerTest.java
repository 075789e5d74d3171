package app.regrip.simulated;

import static app.regrip.simulated.SimulatedServicesTest.assertThatWin32;
import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.SetClock;
import app.regrip.pc.Cancellation;
import app.regrip.pc.Program;
import app.regrip.pc.StartType;
import app.regrip.simulated.PretendPc.Ran;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemFileCheckerTest {

  @TempDir Path temp;
  private final SetClock clock = new SetClock();

  @Test
  void itWritesUtf16InBlocksOfFourKibibytesCutAnywhere() throws Exception {
    Ran ran = PretendPc.of(make("healthy")).sfc();
    List<byte[]> full = ran.pieces().subList(0, ran.pieces().size() - 1);
    assertThat(full).hasSizeGreaterThan(2).allSatisfy(b -> assertThat(b).hasSize(4096));
    assertThat(ran.text())
        .startsWith(
            "\r\nBeginning system scan.  This process will take some time.\r\n\r\n"
                + "Beginning verification phase of system scan.\r\n\rVerification 0% complete.\r")
        .endsWith(
            "\rVerification 100% complete.\r\n\r\n"
                + "Windows Resource Protection did not find any integrity violations.\r\n");
    assertThat(ran.exitCode()).isZero();
  }

  @Test
  void itRepairsASystemFileFromTheStore() throws Exception {
    SimulatedPc pc = make("damage: {system: ['qmgr.dll']}", "system-file");
    PretendPc hands = PretendPc.of(pc);
    assertThat(hands.works()).isFalse();
    Ran ran = hands.sfc();
    assertThat(ran.exitCode()).isZero();
    assertThat(ran.text()).contains("found corrupt files and successfully repaired them.\r\nFor");
    assertThat(hands.works()).isTrue();
    assertThat(pc.servicingLog().systemFileLines(clock.instant(), 100))
        .anyMatch(line -> line.contains("[SR] Repairing corrupted file"));
  }

  @Test
  void itCanNotRepairFromADamagedStoreAndTheLogNamesTheFile() throws Exception {
    SimulatedPc pc = make(Scenario.DEFAULT);
    Ran ran = PretendPc.of(pc).sfc();
    assertThat(ran.exitCode()).isZero();
    assertThat(ran.text()).contains("found corrupt files but was unable to fix some of them.\r\n");
    assertThat(pc.servicingLog().systemFileLines(clock.instant(), 100))
        .contains(
            "2026-11-22 09:30:00, Info                  CSI    00000002 [SR] Cannot repair member"
                + " file [l:11]'wuaueng.dll' of Microsoft-Windows-WindowsUpdateClient-Core,"
                + " version 10.0.26100.4061, arch amd64, nonSxS, pkt {l:8 b:31bf3856ad364e35} in"
                + " the store, hash mismatch")
        .anyMatch(line -> line.endsWith("source file in store is also corrupted"));
  }

  @Test
  void theLogIsReadFromAnInstantOnAndFromItsEnd() throws Exception {
    SimulatedPc pc = make(Scenario.DEFAULT);
    assertThat(pc.servicingLog().systemFileLines(clock.instant(), 10)).isEmpty();
    PretendPc.of(pc).sfc();
    clock.advance(Duration.ofHours(1));
    assertThat(pc.servicingLog().systemFileLines(clock.instant(), 10)).isEmpty();
    PretendPc.of(pc).sfc();
    assertThat(pc.servicingLog().systemFileLines(clock.instant(), 10)).hasSize(4);
    assertThat(pc.servicingLog().systemFileLines(clock.instant(), 1))
        .singleElement()
        .asString()
        .startsWith("2026-11-22 10:30:00")
        .endsWith("[SR] Verify complete");
  }

  @Test
  void aPendingRestartComesFirst() throws Exception {
    Ran ran = PretendPc.of(make("restart-pending")).sfc();
    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.text())
        .contains("There is a system repair pending which requires reboot to complete.");
  }

  @Test
  void aFileInUseIsReplacedAtTheRestart() throws Exception {
    SimulatedPc pc = make("damage: {system: ['kernel32.dll']}", "in-use");
    PretendPc hands = PretendPc.of(pc);
    assertThat(hands.sfc().text())
        .contains("successfully repaired them")
        .endsWith("The system file repair changes will take effect after the next reboot.\r\n");
    pc.restart();
    assertThat(hands.sfc().text()).contains("did not find any integrity violations");
  }

  @Test
  void withoutTrustedInstallerItDoesNotBegin() throws Exception {
    SimulatedPc pc = make("healthy");
    pc.services().setStartType("TrustedInstaller", StartType.DISABLED);
    Ran ran = PretendPc.of(pc).sfc();
    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.text())
        .isEqualTo("\r\nWindows Resource Protection could not start the repair service.\r\n");
  }

  @Test
  void cancellationEndsIt() throws Exception {
    SimulatedPc pc = make("damage: {system: ['wuaueng.dll', 'notepad.exe']}", "cancelled");
    Cancellation cancellation = new Cancellation();
    assertThatWin32(
        1223,
        () ->
            pc.programs()
                .run(new Program.SystemFileCheck(), piece -> cancellation.request(), cancellation));
    assertThat(PretendPc.of(pc).sfc().text()).contains("successfully repaired them");
  }

  private SimulatedPc make(String scenario) throws Exception {
    return PretendPc.make(temp, scenario, clock);
  }

  private SimulatedPc make(String changes, String name) throws Exception {
    Scenario scenario = Scenario.parse("{name: '" + name + "', changes: {" + changes + "}}");
    return SimulatedPc.open(temp, scenario, Speed.IMMEDIATE, clock);
  }
}
