package app.regrip.windows.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import app.regrip.pc.PcException;
import app.regrip.pc.ProcessType;
import app.regrip.pc.ServiceStatus;
import app.regrip.pc.ServiceStatus.RunState;
import app.regrip.pc.StartType;
import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.WinReg;
import com.sun.jna.platform.win32.Winsvc;
import com.sun.jna.platform.win32.Winsvc.SC_HANDLE;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Against the real SCM, with services made for each test. */
@Tag("windows")
class WindowsServicesTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String MSI_SERVER = "C:\\windows\\system32\\msiexec.exe /V";

  private final WindowsServices services = new WindowsServices();
  private final String name = "RegripTest" + UUID.randomUUID().toString().substring(0, 8);
  private SC_HANDLE manager;
  private SC_HANDLE service;

  @BeforeEach
  void create() {
    manager = Advapi32.INSTANCE.OpenSCManager(null, null, Winsvc.SC_MANAGER_ALL_ACCESS);
    service = make(name, "C:\\windows\\system32\\no-such-program.exe", null);
  }

  @AfterEach
  void delete() {
    Advapi32.INSTANCE.DeleteService(service);
    Advapi32.INSTANCE.CloseServiceHandle(service);
    Advapi32.INSTANCE.CloseServiceHandle(manager);
  }

  private SC_HANDLE make(String key, String program, String needs) {
    SC_HANDLE made =
        Advapi32.INSTANCE.CreateService(
            manager,
            key,
            key + " display",
            Winsvc.SERVICE_ALL_ACCESS,
            0x20,
            3,
            1,
            program,
            null,
            null,
            needs,
            null,
            null);
    assertThat(made).as("a service of our own").isNotNull();
    return made;
  }

  private ServiceStatus status() throws PcException {
    return services.query(name).orElseThrow();
  }

  @Test
  void saysHowAServiceIs() throws PcException {
    assertThat(status())
        .isEqualTo(
            new ServiceStatus(name, RunState.STOPPED, StartType.MANUAL, ProcessType.SHARE, false));
  }

  @Test
  void spellsTheNameAsWindowsDoes() throws PcException {
    assertThat(services.query(name.toUpperCase(Locale.ROOT)).orElseThrow().name()).isEqualTo(name);
  }

  @Test
  void knowsNoServiceThatIsNotThere() throws PcException {
    assertThat(services.query("RegripNoSuchService")).isEmpty();
    assertThatThrownBy(() -> services.start("RegripNoSuchService"))
        .isInstanceOfSatisfying(
            PcException.class, e -> assertThat(e.isWin32(1060)).as(e.code().hex()).isTrue());
  }

  @ParameterizedTest
  @EnumSource(names = {"AUTOMATIC", "AUTOMATIC_DELAYED", "MANUAL", "DISABLED"})
  void setsEachStartTypeAndKeepsTheRest(StartType type) throws PcException {
    try {
      services.setStartType(name, type);
    } catch (PcException e) {
      boolean unknownLevel = type == StartType.AUTOMATIC_DELAYED && e.isWin32(124);
      assumeFalse(unknownLevel, "this SCM knows no delayed start");
      throw e;
    }
    assertThat(status().startType()).isEqualTo(type);
    assertThat(status().processType()).isEqualTo(ProcessType.SHARE);
    services.setStartType(name, StartType.AUTOMATIC);
    assertThat(status().startType()).isEqualTo(StartType.AUTOMATIC);
  }

  @Test
  void tellsADelayedStart() throws PcException {
    services.setStartType(name, StartType.AUTOMATIC);
    Advapi32Util.registrySetIntValue(
        WinReg.HKEY_LOCAL_MACHINE, WindowsServices.KEY + name, "DelayedAutostart", 1);
    assertThat(status().startType()).isEqualTo(StartType.AUTOMATIC_DELAYED);
  }

  @Test
  void setsTheProcessTypeAndKeepsStartTypeAndTriggers() throws PcException {
    String triggers = "SYSTEM\\CurrentControlSet\\Services\\" + name + "\\TriggerInfo";
    Advapi32Util.registryCreateKey(WinReg.HKEY_LOCAL_MACHINE, triggers);
    assertThat(status().hasTriggers()).as("an empty list of triggers").isFalse();
    Advapi32Util.registryCreateKey(WinReg.HKEY_LOCAL_MACHINE, triggers + "\\0");
    services.setStartType(name, StartType.DISABLED);

    services.setProcessType(name, ProcessType.OWN);
    assertThat(status())
        .isEqualTo(
            new ServiceStatus(name, RunState.STOPPED, StartType.DISABLED, ProcessType.OWN, true));
    services.setProcessType(name, ProcessType.SHARE);
    assertThat(status().processType()).isEqualTo(ProcessType.SHARE);
    assertThat(status().hasTriggers()).isTrue();
    Advapi32Util.registryDeleteKey(WinReg.HKEY_LOCAL_MACHINE, triggers + "\\0");
    Advapi32Util.registryDeleteKey(WinReg.HKEY_LOCAL_MACHINE, triggers);
  }

  @Test
  void neverWritesAProcessTypeItDoesNotKnow() {
    assertThatThrownBy(() -> services.setProcessType(name, ProcessType.OTHER))
        .isInstanceOfSatisfying(PcException.class, e -> assertThat(e.isWin32(87)).isTrue());
  }

  @Test
  void doesNotStartADisabledService() throws PcException {
    services.setStartType(name, StartType.DISABLED);
    assertThatThrownBy(() -> services.start(name))
        .isInstanceOfSatisfying(
            PcException.class, e -> assertThat(e.isWin32(1058)).as(e.code().hex()).isTrue());
  }

  @Test
  void reportsThatTheProgramOfAServiceIsMissing() {
    assertThatThrownBy(() -> services.start(name))
        .isInstanceOfSatisfying(
            PcException.class, e -> assertThat(e.isWin32(2)).as(e.code().hex()).isTrue());
  }

  @Test
  void startsAndStopsAndTakesBothTwice() throws PcException {
    services.start("msiserver");
    assertThat(services.query("msiserver").orElseThrow().isRunning()).isTrue();
    services.start("msiserver");
    services.stop("msiserver", PATIENCE);
    assertThat(services.query("msiserver").orElseThrow().isStopped()).isTrue();
    services.stop("msiserver", PATIENCE);
  }

  @Test
  void listsOnlyDependentsThatRun() throws PcException {
    assertThat(services.runningDependents(name)).isEmpty();
    String needing = name + "Child";
    SC_HANDLE child = make(needing, MSI_SERVER, "RpcSs\0");
    try {
      assertThat(services.runningDependents("RpcSs")).doesNotContain(needing);
    } finally {
      Advapi32.INSTANCE.DeleteService(child);
      Advapi32.INSTANCE.CloseServiceHandle(child);
    }
  }
}
