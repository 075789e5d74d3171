package app.regrip;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.session.PcChoice;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrayRoleTest {

  @Test
  void whoAsksForAnotherPretendPcIsToldWhyTheOldOneComesUp() {
    PcChoice another =
        new PcChoice(true, Optional.of("bits-disabled"), false, Optional.empty(), Optional.empty());
    assertThat(TrayRole.runningAlready(another).english())
        .startsWith("Regrip is running already")
        .contains("“bits-disabled”", "choose Quit");
    assertThat(TrayRole.runningAlready(PcChoice.THIS_PC).english()).doesNotContain("pretend PC");
  }
}
