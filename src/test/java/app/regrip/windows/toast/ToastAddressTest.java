package app.regrip.windows.toast;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.pc.Notifications.Action;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ToastAddressTest {

  @ParameterizedTest
  @EnumSource(Action.class)
  void everyActionHasAnAddressThatReadsBack(Action action) {
    assertThat(ToastAddress.read(ToastAddress.of(action))).contains(action);
  }

  @Test
  void theAddressesAreTheseAndStayTheseSinceOldToastsCarryThem() {
    assertThat(Action.values())
        .extracting(ToastAddress::of)
        .containsExactly("regrip:open", "regrip:fix", "regrip:details", "regrip:snooze");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "regrip",
        "regrip:",
        "regrip://fix",
        "regrip:/fix",
        "regrip:fix/",
        "regrip:fix ",
        " regrip:fix",
        "regrip:fix\n",
        "regrip:fix\0",
        "regrip:FIX",
        "REGRIP:fix",
        "regrip:f%69x",
        "regrip:fix?now",
        "regrip:fix#now",
        "regrip:fix --elevated",
        "regrip:fix\" --helper \"",
        "regrip:open,fix",
        "regrip:repair",
        "regrip:quit",
        "regrip:run=cmd.exe",
        "regrip:..\\..\\evil",
        "regrip2:fix",
        "http://regrip:fix",
        "fix",
      })
  void anythingElseIsRefused(String address) {
    assertThat(ToastAddress.read(address)).isEmpty();
  }

  @Test
  void whatClaimsToBeOneIsNeverTakenForAnotherArgument() {
    assertThat(ToastAddress.isClaimedBy("regrip:fix")).isTrue();
    assertThat(ToastAddress.isClaimedBy("REGRIP:--helper")).isTrue();
    assertThat(ToastAddress.isClaimedBy("fix")).isFalse();
    assertThat(ToastAddress.isClaimedBy("regrip")).isFalse();
  }
}
