package app.regrip.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import app.regrip.pc.PcFacts.Battery;
import app.regrip.pc.PcFacts.LoggedFailure;
import app.regrip.pc.Program;
import app.regrip.pc.RepairSource;
import app.regrip.pc.SystemPages.Page;
import app.regrip.pc.UpdateFolders.Size;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the adapters decide by themselves, without Windows. */
class WindowsRulesTest {

  @ParameterizedTest
  @CsvSource({
    "0x61100, true, true", "0x41000, true, false", "0x60100, false, true",
    "0x42000, false, false", "0x43010, false, false", "0x41010, true, false"
  })
  void readsTheStateOfAnAntivirus(String state, boolean on, boolean microsoft) {
    ProductState decoded = new ProductState(Integer.decode(state));
    assertThat(decoded.isOn()).isEqualTo(on);
    assertThat(decoded.isMicrosoft()).isEqualTo(microsoft);
  }

  @ParameterizedTest
  @CsvSource({
    "Windows 10 Home, 19045, Windows 10 Home",
    "Windows 10 Pro, 22631, Windows 11 Pro",
    "Windows 11 Pro, 26100, Windows 11 Pro",
    "Windows Server 2022 Datacenter, 22000, Windows Server 2022 Datacenter",
    "Windows 8.1, 9600, Windows 8.1"
  })
  void namesWindows11(String product, int build, String name) {
    assertThat(VersionNaming.of(product, build)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "MSDT_WINDOWS_UPDATE, 9600, true", "MSDT_WINDOWS_UPDATE, 22621, true",
    "MSDT_WINDOWS_UPDATE, 22631, false", "SETTINGS_TROUBLESHOOT, 14393, false",
    "SETTINGS_TROUBLESHOOT, 15063, true", "SETTINGS_WINDOWS_UPDATE, 9600, false",
    "SETTINGS_WINDOWS_UPDATE, 10240, true", "MICROSOFT_SUPPORT, 9600, true"
  })
  void choosesPagesByBuild(Page page, int build, boolean works) {
    assertThat(PageAddress.worksOn(page, build)).isEqualTo(works);
  }

  @Test
  void neverOpensTheSchemeOfMsdt() {
    for (Page page : Page.values()) {
      assertThat(PageAddress.of(page).orElse("")).doesNotStartWith("ms-msdt");
    }
  }

  @Test
  void buildsTheEnvironmentAnew() {
    Map<String, String> environment =
        EnvironmentPolicy.of(
            Path.of("C:\\Windows"),
            Path.of("C:\\Windows\\SystemTemp"),
            Path.of("C:\\ProgramData"),
            Map.of(
                "processor_architecture",
                "AMD64",
                "CommonProgramFiles",
                "C:\\Users\\Eve",
                "USERPROFILE",
                "C:\\Users\\Eve",
                "COR_PROFILER",
                "{x}",
                "Path",
                "C:\\Users\\Eve"));
    assertThat(environment)
        .containsEntry("PROCESSOR_ARCHITECTURE", "AMD64")
        .containsEntry("CommonProgramFiles", "C:\\Program Files\\Common Files")
        .containsEntry("CommonProgramFiles(x86)", "C:\\Program Files (x86)\\Common Files")
        .containsEntry("SystemRoot", "C:\\Windows")
        .containsEntry("SystemDrive", "C:")
        .containsEntry("TMP", "C:\\Windows\\SystemTemp")
        .doesNotContainKeys("USERPROFILE", "APPDATA", "COR_PROFILER", "JAVA_TOOL_OPTIONS");
    assertThat(environment.get("PATH")).startsWith("C:\\Windows\\System32;");
  }

  /** What the helper has of its starter, its programs have, but for the folders of users. */
  @Test
  void knowsEveryVariableTheHelperKeeps() throws IOException {
    String source = Files.readString(Path.of("launcher", "native", "environment.c"));
    String kept = source.substring(source.indexOf("KNOWN[]"), source.indexOf("#ifndef HELPER"));
    Map<String, String> all = new TreeMap<>();
    for (Matcher name = Pattern.compile("L\"([^\"]+)\"").matcher(kept); name.find(); ) {
      all.put(name.group(1), "kept");
    }
    Path windows = Path.of("C:\\Windows");
    Set<String> handedDown =
        EnvironmentPolicy.of(windows, windows, Path.of("C:\\ProgramData"), all).keySet();
    assertThat(all).hasSizeGreaterThan(20);
    assertThat(all.keySet())
        .filteredOn(name -> !handedDown.contains(name))
        .containsExactlyInAnyOrder("PUBLIC", "USERPROFILE");
  }

  @Test
  void noProgramUnpacksWhereUsersMayPutFiles() {
    Path windows = Path.of("C:\\Windows");
    Path programData = Path.of("C:\\ProgramData");
    Path systemTemp = Path.of("C:\\Windows\\SystemTemp");
    assertThat(EnvironmentPolicy.temp(windows, programData, systemTemp::equals))
        .isEqualTo(systemTemp);
    assertThat(EnvironmentPolicy.temp(windows, programData, path -> false))
        .isEqualTo(Path.of("C:\\ProgramData\\Regrip\\temp"));
  }

  @Test
  void namesTheImageItFinds() {
    Program restore = new Program.DismRestoreHealth(Optional.of(new RepairSource('E', 3)));
    Path system32 = Path.of("C:\\Windows\\System32");
    assertThat(
            ServicingCommand.of(restore, system32, "E:\\sources\\install.esd"::equals).arguments())
        .containsExactly(
            "/Online",
            "/English",
            "/Cleanup-Image",
            "/RestoreHealth",
            "/Source:esd:E:\\sources\\install.esd:3",
            "/LimitAccess");
    assertThat(ServicingCommand.of(restore, system32, file -> false).arguments())
        .contains("/Source:wim:E:\\sources\\install.wim:3");
    assertThat(
            ServicingCommand.of(new Program.SystemFileCheck(), system32, file -> true).arguments())
        .containsExactly("/scannow");
  }

  @Test
  void anInstallationItMayNotAskAboutIsOne() throws PcException {
    assertThat(WindowsPcFacts.isHeldThough(2)).isFalse();
    assertThat(WindowsPcFacts.isHeldThough(5)).isTrue();
    assertThatThrownBy(() -> WindowsPcFacts.isHeldThough(6)).isInstanceOf(PcException.class);
  }

  @Test
  void whatMayNotBeSeenLeavesTheRestOfAFolder() throws IOException {
    Path top = Path.of("Download");
    FolderSize size = new FolderSize(top);
    String inside = top.resolve("inside").toString();

    size.visitFileFailed(Path.of(inside), new NoSuchFileException(inside));
    assertThat(size.soFar()).isEqualTo(new Size(0, true));
    size.visitFileFailed(Path.of(inside), new AccessDeniedException(inside));
    assertThat(size.soFar()).isEqualTo(new Size(0, false));
    assertThatThrownBy(() -> size.visitFileFailed(top, new AccessDeniedException("Download")))
        .isInstanceOf(AccessDeniedException.class);
  }

  @Test
  void readsTheBattery() {
    assertThat(BatteryStatus.of((byte) 0, (byte) 1, (byte) 63)).isEqualTo(new Battery(true, 63));
    assertThat(BatteryStatus.of((byte) 1, (byte) 128, (byte) 255))
        .isEqualTo(new Battery(false, -1));
    assertThat(BatteryStatus.of((byte) 255, (byte) 255, (byte) 255))
        .isEqualTo(new Battery(false, -1));
  }

  @Test
  void keepsTheNewestSystemFileLines() {
    ZoneId zone = ZoneOffset.ofHours(2);
    SystemFileLines lines = new SystemFileLines(Instant.parse("2026-11-22T18:00:00.7Z"), zone, 2);
    lines.take("2026-11-22 19:59:59, Info   CSI    00000001 [SR] Verifying 100 components");
    lines.take("2026-11-22 20:00:00, Info   CSI    00000002 [SR] Verify complete");
    lines.take("2026-11-22 20:00:01, Info   CBS    Session: 30_1 initialized");
    lines.take("mplete 00000003 [SR] torn");
    lines.take("2026-11-22 20:00:02, Info   CSI    00000004 [SR] Beginning Verify");
    lines.take("2026-11-22 20:00:03, Info   CSI    00000005 [SR] Verify complete");
    assertThat(lines.newest()).hasSize(2);
    assertThat(lines.newest().get(0)).contains("00000004");
    assertThat(lines.newest().get(1)).contains("00000005");
  }

  @Test
  void readsAFailedDownloadJob() {
    String xml =
        "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>"
            + "<EventID>61</EventID><TimeCreated SystemTime='2026-11-20T10:15:30.1234567Z'/>"
            + "</System><EventData><Data Name='name'>WU Client Download</Data>"
            + "<Data Name='hr'>2147942406</Data></EventData></Event>";
    assertThat(FailureEvent.read(xml))
        .contains(
            new LoggedFailure(
                Instant.parse("2026-11-20T10:15:30.1234567Z"),
                "BITS",
                HResult.INVALID_HANDLE,
                "Download job WU Client Download"));
    assertThat(FailureEvent.read(xml.replace("2147942406", "0"))).isEmpty();
    assertThat(FailureEvent.read(xml.replace("2147942406", "-"))).isEmpty();
    assertThat(FailureEvent.read(xml.substring(0, 200))).isEmpty();
  }

  @Test
  void readsAFailedPackage() {
    String xml =
        "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>"
            + "<EventID>3</EventID><Level>0</Level>"
            + "<TimeCreated SystemTime='2026-11-20T10:15:30.1234567Z'/></System><UserData>"
            + "<CbsPackageChangeState xmlns='http://manifests.microsoft.com/win/2004/08/windows/"
            + "setup_provider'><PackageIdentifier>KB5020683</PackageIdentifier>"
            + "<ErrorCode>0x800f0984</ErrorCode></CbsPackageChangeState></UserData></Event>";
    LoggedFailure failure = FailureEvent.read(xml).orElseThrow();
    assertThat(failure.code()).isEqualTo(new HResult(0x800F0984));
    assertThat(failure.source()).isEqualTo("DISM");
    assertThat(failure.what()).isEqualTo("Package KB5020683");
  }
}
