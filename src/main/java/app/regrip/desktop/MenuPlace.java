package app.regrip.desktop;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;

/**
 * Where the menu of the tray icon opens: with a corner at the pointer, as Windows' own menus do,
 * and whole on the screen the pointer is on. The task bar may be on any side of it.
 */
final class MenuPlace {

  private MenuPlace() {}

  /** All in the coordinates of Java, which may be negative, and are scaled screen by screen. */
  static Point of(Point pointer, Dimension menu, Rectangle screen) {
    return new Point(
        along(pointer.x, menu.width, screen.x, screen.width),
        along(pointer.y, menu.height, screen.y, screen.height));
  }

  /** Beyond the pointer where there is room, else before it, and never over the edges. */
  private static int along(int pointer, int length, int start, int room) {
    int end = start + room;
    int wanted = pointer + length <= end ? pointer : pointer - length;
    return Math.max(start, Math.min(wanted, end - length));
  }
}
