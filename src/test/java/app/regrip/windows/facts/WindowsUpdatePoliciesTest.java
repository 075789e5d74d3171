package app.regrip.windows.facts;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.pc.UpdatePolicies.Owner;
import app.regrip.pc.UpdatePolicies.Setting;
import app.regrip.pc.UpdatePolicies.Tie;
import app.regrip.pc.UpdatePolicy;
import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.WinReg;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("windows")
class WindowsUpdatePoliciesTest {

  private static final String POLICY = "SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate";
  private static final String AUTOMATIC = POLICY + "\\AU";
  private static final String JOINS = "SYSTEM\\CurrentControlSet\\Control\\CloudDomainJoin";

  private final WindowsUpdatePolicies policies = new WindowsUpdatePolicies();

  @BeforeEach
  void noPolicies() {
    removeKey(AUTOMATIC);
    removeKey(POLICY);
  }

  @AfterEach
  void leaveNone() {
    noPolicies();
  }

  @Test
  void aPcWithoutPoliciesHasNone() throws Exception {
    assertThat(policies.switchedOn()).isEmpty();
    assertThat(policies.server()).isEmpty();
    policies.remove(UpdatePolicy.NO_AUTOMATIC_UPDATES);
  }

  @Test
  void whatIsSwitchedOnIsToldWithTheLastChangeOfItsKey() throws Exception {
    Instant before = Instant.now().minusSeconds(5);
    policies.set(UpdatePolicy.NO_AUTOMATIC_UPDATES, 1);
    policies.set(UpdatePolicy.ACCESS_DISABLED, 0);

    assertThat(policies.switchedOn())
        .singleElement()
        .satisfies(
            setting -> {
              assertThat(setting.policy()).isEqualTo(UpdatePolicy.NO_AUTOMATIC_UPDATES);
              assertThat(setting.lastWritten()).isBetween(before, Instant.now().plusSeconds(5));
            });
    assertThat(policies.value(UpdatePolicy.ACCESS_DISABLED)).contains(0);
  }

  @Test
  void takingAwayTouchesTheOneValueAlone() throws Exception {
    for (UpdatePolicy policy : UpdatePolicy.values()) {
      policies.set(policy, 1);
    }
    Advapi32Util.registrySetStringValue(
        WinReg.HKEY_LOCAL_MACHINE, POLICY, "WUServer", "http://wsus.example:8530");

    policies.remove(UpdatePolicy.USE_SERVER);

    assertThat(policies.switchedOn())
        .extracting(Setting::policy)
        .hasSize(UpdatePolicy.values().length - 1)
        .doesNotContain(UpdatePolicy.USE_SERVER);
    assertThat(policies.server()).contains("http://wsus.example:8530");
  }

  @Test
  void aJoinToEntraTiesThePcToAnOrganisation() throws Exception {
    Owner before = policies.owner();
    assertThat(before.ties()).doesNotContain(Tie.ENTRA);
    String join = JOINS + "\\JoinInfo\\0123456789ABCDEF";
    boolean made = Advapi32Util.registryCreateKey(WinReg.HKEY_LOCAL_MACHINE, join);
    try {
      assertThat(policies.owner().ties()).containsAll(Set.of(Tie.ENTRA));
    } finally {
      if (made) {
        removeKey(join);
        removeKey(JOINS + "\\JoinInfo");
      }
    }
  }

  private static void removeKey(String key) {
    if (Advapi32Util.registryKeyExists(WinReg.HKEY_LOCAL_MACHINE, key)) {
      Advapi32Util.registryDeleteKey(WinReg.HKEY_LOCAL_MACHINE, key);
    }
  }
}
