package app.regrip.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Dimension;
import java.awt.Rectangle;
import org.junit.jupiter.api.Test;

class MainWindowTest {

  private static final Rectangle NOTEBOOK = new Rectangle(0, 0, 1366, 860);

  /** At 200 % the least size is 1280 by 960. */
  @Test
  void noWindowIsLargerThanItsScreen() {
    assertThat(MainWindow.fitting(new Dimension(1280, 960), NOTEBOOK))
        .isEqualTo(new Dimension(1280, 860));
    assertThat(MainWindow.fitting(new Dimension(1840, 1400), NOTEBOOK))
        .isEqualTo(new Dimension(1366, 860));
    assertThat(MainWindow.fitting(new Dimension(640, 480), NOTEBOOK))
        .isEqualTo(new Dimension(640, 480));
  }
}
