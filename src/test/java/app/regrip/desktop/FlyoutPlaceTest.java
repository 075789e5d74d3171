package app.regrip.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Dimension;
import java.awt.Insets;
import java.awt.Point;
import java.awt.Rectangle;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FlyoutPlaceTest {

  private static final Rectangle FULL_HD = new Rectangle(0, 0, 1920, 1080);
  private static final Dimension FLYOUT = new Dimension(380, 400);
  private static final int MARGIN = 12;
  private static final int BAR = 48;
  private static final Insets BELOW = new Insets(0, 0, BAR, 0);

  @Test
  void aboveATaskBarAtTheBottomWithItsMiddleAtTheIcon() {
    assertThat(place(new Point(1500, 1060), BELOW, FULL_HD))
        .isEqualTo(new Rectangle(1310, 620, 380, 400));
  }

  @Test
  void nearTheCornerItStaysOnTheScreen() {
    assertThat(place(new Point(1880, 1060), BELOW, FULL_HD))
        .isEqualTo(new Rectangle(1528, 620, 380, 400));
  }

  @Test
  void belowATaskBarAtTheTop() {
    assertThat(place(new Point(1500, 20), new Insets(BAR, 0, 0, 0), FULL_HD))
        .isEqualTo(new Rectangle(1310, 60, 380, 400));
  }

  @Test
  void besideATaskBarAtTheLeft() {
    assertThat(place(new Point(30, 1040), new Insets(0, BAR, 0, 0), FULL_HD))
        .isEqualTo(new Rectangle(60, 668, 380, 400));
  }

  @Test
  void besideATaskBarAtTheRight() {
    assertThat(place(new Point(1900, 1040), new Insets(0, 0, 0, BAR), FULL_HD))
        .isEqualTo(new Rectangle(1480, 668, 380, 400));
  }

  /** By Enter on the icon, or from a row of the menu, the pointer is anywhere. */
  @Test
  void whoDidNotPointAtTheTaskBarFindsItAtTheNotificationArea() {
    Point middle = new Point(700, 300);
    assertThat(place(middle, BELOW, FULL_HD)).isEqualTo(new Rectangle(1528, 620, 380, 400));
    assertThat(place(middle, new Insets(BAR, 0, 0, 0), FULL_HD))
        .isEqualTo(new Rectangle(1528, 60, 380, 400));
    assertThat(place(middle, new Insets(0, BAR, 0, 0), FULL_HD))
        .isEqualTo(new Rectangle(60, 668, 380, 400));
    assertThat(place(middle, new Insets(0, 0, 0, BAR), FULL_HD))
        .isEqualTo(new Rectangle(1480, 668, 380, 400));
  }

  @Test
  void aTaskBarThatHidesItselfLeavesItAtTheEdgeWithTheIcon() {
    assertThat(place(new Point(1500, 1070), new Insets(0, 0, 0, 0), FULL_HD))
        .isEqualTo(new Rectangle(1310, 668, 380, 400));
  }

  /** A screen of 3840 by 2160 at 200 % is 1920 by 1080 to Java, and begins where Windows says. */
  @Test
  void onASecondScaledScreen() {
    Rectangle second = new Rectangle(2560, -300, 1920, 1080);
    assertThat(place(new Point(4470, 770), BELOW, second))
        .isEqualTo(new Rectangle(4088, 320, 380, 400));
    Rectangle left = new Rectangle(-1280, -720, 1280, 720);
    assertThat(place(new Point(-700, -10), BELOW, left))
        .isEqualTo(new Rectangle(-890, -460, 380, 400));
  }

  /** 640 by 384 is what is left of 1280 by 768 at 200 %. */
  @Test
  void whereTheScreenIsLowerItIsLowerToo() {
    Rectangle small = new Rectangle(0, 0, 640, 384);
    assertThat(place(new Point(600, 370), BELOW, small))
        .isEqualTo(new Rectangle(248, 12, 380, 312));
  }

  @Property
  void itIsWholeOnTheScreenAndCoversNoTaskBar(
      @ForAll @IntRange(min = -4000, max = 4000) int x,
      @ForAll @IntRange(min = -4000, max = 4000) int y,
      @ForAll @IntRange(min = 0, max = 639) int across,
      @ForAll @IntRange(min = 0, max = 449) int down,
      @ForAll @IntRange(min = 0, max = 3) int side,
      @ForAll @IntRange(min = 0, max = 80) int bar,
      @ForAll @IntRange(min = 1, max = 900) int height) {
    Rectangle screen = new Rectangle(x, y, 640, 450);
    Insets bars =
        new Insets(
            side == 0 ? bar : 0, side == 1 ? bar : 0, side == 2 ? bar : 0, side == 3 ? bar : 0);
    Rectangle room =
        new Rectangle(
            x + bars.left,
            y + bars.top,
            640 - bars.left - bars.right,
            450 - bars.top - bars.bottom);
    Rectangle at =
        FlyoutPlace.of(
            new Point(x + across, y + down), new Dimension(380, height), screen, bars, MARGIN);
    assertThat(room.contains(at)).isTrue();
  }

  private static Rectangle place(Point pointer, Insets bars, Rectangle screen) {
    return FlyoutPlace.of(pointer, FLYOUT, screen, bars, MARGIN);
  }
}
