package app.regrip.desktop;

import java.awt.Dimension;
import java.awt.Insets;
import java.awt.Point;
import java.awt.Rectangle;

/**
 * Where the flyout opens: beside the task bar, whichever side that is on, as near to the icon as
 * the screen allows. Who did not point at the task bar came by its menu or by the keyboard; that
 * one finds it where the notification area is.
 */
final class FlyoutPlace {

  private FlyoutPlace() {}

  /**
   * All in the coordinates of Java, which may be negative, and are scaled screen by screen.
   *
   * @param bars what the task bar and the like take away at each side of the screen
   * @param margin between the flyout and what is around it
   */
  static Rectangle of(Point pointer, Dimension flyout, Rectangle screen, Insets bars, int margin) {
    Rectangle room =
        new Rectangle(
            screen.x + bars.left + margin,
            screen.y + bars.top + margin,
            screen.width - bars.left - bars.right - 2 * margin,
            screen.height - bars.top - bars.bottom - 2 * margin);
    int width = Math.min(flyout.width, room.width);
    int height = Math.min(flyout.height, room.height);
    boolean elsewhere = thereIsATaskBar(bars) && !isOver(bars, pointer, screen);
    Point near = elsewhere ? notificationArea(bars, screen) : pointer;
    return new Rectangle(
        along(near.x, width, room.x, room.width),
        along(near.y, height, room.y, room.height),
        width,
        height);
  }

  private static boolean thereIsATaskBar(Insets bars) {
    return bars.left + bars.top + bars.right + bars.bottom > 0;
  }

  private static boolean isOver(Insets bars, Point pointer, Rectangle screen) {
    return !new Rectangle(
            screen.x + bars.left,
            screen.y + bars.top,
            screen.width - bars.left - bars.right,
            screen.height - bars.top - bars.bottom)
        .contains(pointer);
  }

  /** At the end of the task bar. */
  private static Point notificationArea(Insets bars, Rectangle screen) {
    boolean left = bars.left > Math.max(bars.right, Math.max(bars.top, bars.bottom));
    boolean top = bars.top > Math.max(bars.bottom, Math.max(bars.left, bars.right));
    return new Point(
        left ? screen.x : screen.x + screen.width, top ? screen.y : screen.y + screen.height);
  }

  /** With its middle there, and never over the edges. */
  private static int along(int middle, int length, int start, int room) {
    return Math.max(start, Math.min(middle - length / 2, start + room - length));
  }
}
