package app.regrip.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regrip.errors.HResult;
import app.regrip.pc.PcException;
import app.regrip.text.Message;
import app.regrip.windows.win32.Wmi;
import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.WinReg;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("windows")
class WindowsRestorePointsTest {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int HKEY_CURRENT_USER = 0x80000001;

  private final List<Map<String, Object>> asked = new ArrayList<>();
  private int result;

  @Test
  void windowsIsAskedToMakeOne() throws PcException {
    new WindowsRestorePoints(this::made).create("Before a test");
    assertThat(asked)
        .containsExactly(
            Map.of("Description", "Before a test", "RestorePointType", 12, "EventType", 100));
  }

  @Test
  void aRefusalIsAFailureWithItsNumber() {
    result = 1058;
    assertThatThrownBy(() -> new WindowsRestorePoints(this::made).create("Before a test"))
        .isInstanceOfSatisfying(
            PcException.class, e -> assertThat(e.code()).isEqualTo(HResult.ofWin32(1058)))
        .hasMessageContaining("restore point");
    result = 0x80042302;
    assertThatThrownBy(() -> new WindowsRestorePoints(this::made).create("Before a test"))
        .isInstanceOfSatisfying(
            PcException.class, e -> assertThat(e.code()).isEqualTo(new HResult(0x80042302)));
  }

  private int made(Map<String, Object> arguments) {
    asked.add(arguments);
    return result;
  }

  /** Wine knows the class, but none of the arguments of its method. */
  @Test
  void theNewestIsReadFromSystemRestore() throws PcException {
    assertThat(new WindowsRestorePoints().newest().orElse(0)).isNotNegative();
  }

  @Test
  void aMethodGetsTheTextsAndNumbersItIsGiven() throws PcException {
    String key = "Software\\Regrip made by a test";
    int made = registry("CreateKey", Map.of("hDefKey", HKEY_CURRENT_USER, "sSubKeyName", key));
    try {
      assertThat(made).isZero();
      assertThat(Advapi32Util.registryKeyExists(WinReg.HKEY_CURRENT_USER, key)).isTrue();
    } finally {
      Advapi32Util.registryDeleteKey(WinReg.HKEY_CURRENT_USER, key);
    }
  }

  @Test
  void whatThereIsNotIsAFailure() {
    assertThatThrownBy(() -> registry("NoSuchMethod", Map.of()))
        .isInstanceOf(PcException.class)
        .hasMessageContaining("Asking the registry");
    assertThatThrownBy(() -> registry("CreateKey", Map.of("noSuchArgument", "text")))
        .isInstanceOf(PcException.class);
  }

  private static int registry(String method, Map<String, Object> arguments) throws PcException {
    return Wmi.call(
        "root\\default",
        "StdRegProv",
        method,
        arguments,
        LIMIT,
        Message.asIs("Asking the registry"));
  }
}
