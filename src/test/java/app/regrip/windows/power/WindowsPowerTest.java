package app.regrip.windows.power;

import static org.assertj.core.api.Assertions.assertThat;

import app.regrip.pc.Power;
import app.regrip.text.Message;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Power, restore points and the servicing log. */
@Tag("windows")
class WindowsPowerTest {

  @Test
  void staysAwakeTwiceAtOnceAndLetsGo() {
    Power power = new WindowsPower();
    try (Power.Hold first = power.stayAwake(Message.of("pc.repairing"));
        Power.Hold second = power.stayAwake(Message.of("pc.repairing"))) {
      assertThat(first).isNotSameAs(second);
    }
  }

  @Test
  void asksWindowsNotToShutDownYet() {
    ShutdownBlock block = new ShutdownBlock("Regrip is repairing Windows Update");
    assertThat(block.isHeld()).isTrue();
    block.close();
    assertThat(block.isHeld()).isFalse();
    block.close();
  }
}
