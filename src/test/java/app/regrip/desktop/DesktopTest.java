package app.regrip.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.GraphicsEnvironment;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class DesktopTest {

  @Test
  void withoutADisplayItSaysSoAndStartsNothing() {
    Assumptions.assumeTrue(GraphicsEnvironment.isHeadless());
    assertThat(Desktop.isPossible()).isFalse();
    assertThatThrownBy(
            () ->
                Desktop.open(
                    new FakeSession(Scenes.at(Scenes.working())),
                    Scenes.options(new Scenes.Remembered(ThemeChoice.SYSTEM), page -> {})))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no display");
  }
}
