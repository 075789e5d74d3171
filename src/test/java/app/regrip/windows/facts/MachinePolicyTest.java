package app.regrip.windows.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.WinReg;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("windows")
class MachinePolicyTest {

  @AfterEach
  void leaveNone() {
    if (Advapi32Util.registryKeyExists(WinReg.HKEY_LOCAL_MACHINE, MachinePolicy.KEY)) {
      Advapi32Util.registryDeleteKey(WinReg.HKEY_LOCAL_MACHINE, MachinePolicy.KEY);
    }
  }

  @Test
  void whatIsSetAndInItsRangeCounts() throws Exception {
    assertThat(MachinePolicy.allSet()).isEmpty();
    set(MachinePolicy.ALERTS, 2);
    set(MachinePolicy.POLL_MINUTES, 0);
    set(MachinePolicy.CHECK_FOR_UPDATES, 0);

    assertThat(MachinePolicy.ALERTS.value()).isEqualTo(OptionalInt.of(2));
    assertThat(MachinePolicy.POLL_MINUTES.value()).isEmpty();
    assertThat(MachinePolicy.CHECK_FOR_UPDATES.answer()).contains(false);
    assertThat(MachinePolicy.allSet()).containsExactly("Alerts=2", "CheckForUpdates=0");
  }

  private static void set(MachinePolicy policy, int value) {
    Advapi32Util.registryCreateKey(WinReg.HKEY_LOCAL_MACHINE, MachinePolicy.KEY);
    Advapi32Util.registrySetIntValue(
        WinReg.HKEY_LOCAL_MACHINE, MachinePolicy.KEY, policy.valueName(), value);
  }
}
