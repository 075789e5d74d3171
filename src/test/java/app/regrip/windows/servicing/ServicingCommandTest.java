package app.regrip.windows.servicing;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.pc.Program;
import app.regrip.pc.RepairSource;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The command lines of DISM and System File Checker. */
class ServicingCommandTest {

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
}
