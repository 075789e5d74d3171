package app.regrip.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MenuPlaceTest {

  private static final Rectangle FULL_HD = new Rectangle(0, 0, 1920, 1080);
  private static final Dimension MENU = new Dimension(260, 340);

  @Test
  void aboveATaskBarAtTheBottomAndBeforeTheRightEdge() {
    assertThat(MenuPlace.of(new Point(1800, 1060), MENU, FULL_HD)).isEqualTo(new Point(1540, 720));
  }

  @Test
  void belowATaskBarAtTheTop() {
    assertThat(MenuPlace.of(new Point(1500, 20), MENU, FULL_HD)).isEqualTo(new Point(1500, 20));
  }

  @Test
  void besideATaskBarAtTheLeft() {
    assertThat(MenuPlace.of(new Point(30, 1040), MENU, FULL_HD)).isEqualTo(new Point(30, 700));
  }

  @Test
  void besideATaskBarAtTheRight() {
    assertThat(MenuPlace.of(new Point(1900, 1040), MENU, FULL_HD)).isEqualTo(new Point(1640, 700));
  }

  /** A screen of 3840 by 2160 at 200 % is 1920 by 1080 to Java, and begins where Windows says. */
  @Test
  void onASecondScaledScreenToTheRight() {
    Rectangle second = new Rectangle(2560, -300, 1920, 1080);
    assertThat(MenuPlace.of(new Point(4470, 770), MENU, second)).isEqualTo(new Point(4210, 430));
  }

  @Test
  void onAScreenWithNegativeCoordinates() {
    Rectangle left = new Rectangle(-1280, -720, 1280, 720);
    assertThat(MenuPlace.of(new Point(-5, -10), MENU, left)).isEqualTo(new Point(-265, -350));
    assertThat(MenuPlace.of(new Point(-1275, -715), MENU, left)).isEqualTo(new Point(-1275, -715));
  }

  /** 640 by 450 is what is left of 1280 by 900 at 200 %. */
  @Test
  void aMenuThatFitsNeitherAboveNorBelowThePointerIsStillWhole() {
    Rectangle small = new Rectangle(0, 0, 640, 450);
    assertThat(MenuPlace.of(new Point(300, 225), new Dimension(260, 340), small))
        .isEqualTo(new Point(300, 0));
  }

  @Property
  void aMenuThatFitsTheScreenIsWholeOnIt(
      @ForAll @IntRange(min = -4000, max = 4000) int x,
      @ForAll @IntRange(min = -4000, max = 4000) int y,
      @ForAll @IntRange(min = 0, max = 639) int across,
      @ForAll @IntRange(min = 0, max = 449) int down,
      @ForAll @IntRange(min = 1, max = 640) int width,
      @ForAll @IntRange(min = 1, max = 450) int height) {
    Rectangle screen = new Rectangle(x, y, 640, 450);
    Dimension menu = new Dimension(width, height);
    Point at = MenuPlace.of(new Point(x + across, y + down), menu, screen);
    assertThat(screen.contains(new Rectangle(at, menu))).isTrue();
  }
}
