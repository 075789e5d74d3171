package app.regrip.desktop;

import java.util.List;
import java.util.Optional;

/** Regrip's icon in the notification area. Methods are called on the event dispatch thread. */
interface Tray {

  /** Shows this now; the first row of the menu is what a plain click does, where one is told. */
  void show(TrayStatus glance, List<MenuEntry> menu);

  /** Puts the icon there again: a task bar that was started anew has forgotten it. */
  void showAgain();

  /** Takes the icon away. */
  void remove();

  /** Which kind of tray this is, for the log. */
  String kind();

  /**
   * The first kind of tray that works here; empty where the desktop has no notification area.
   *
   * <p>On Windows that is dorkbox's, which is at home there. Elsewhere Java's own goes first:
   * dorkbox would stand on it too, and loses the first click on the icon; where Java has none,
   * dorkbox still knows the app indicators of GNOME.
   *
   * @param click what a plain click on the icon does, where the kind of tray tells of one
   * @param clicks where clicks on dorkbox's icon can be had from
   */
  static Optional<Tray> open(Runnable click, IconClicks clicks) {
    boolean onWindows = System.getProperty("os.name").startsWith("Windows");
    return onWindows
        ? DorkboxTray.open(click, clicks).or(() -> AwtTray.open(click))
        : AwtTray.open(click).or(() -> DorkboxTray.open(click, clicks));
  }
}
