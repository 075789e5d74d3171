package app.regrip.desktop;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Regrip's icon in the notification area. Methods are called on the event dispatch thread. */
interface Tray {

  /** Shows this now; the first row of the menu is what a plain click does, where one is told. */
  void show(Glance glance, List<MenuEntry> menu);

  /** Takes the icon away. */
  void remove();

  /** Which kind of tray this is, for the log. */
  String kind();

  /**
   * The first kind of tray that works here; empty where the desktop has no notification area.
   *
   * @param click what a plain click on the icon does, where the kind of tray tells of one
   */
  static Optional<Tray> open(Runnable click) {
    Stream<Function<Runnable, Optional<Tray>>> kinds =
        Stream.of(ignored -> DorkboxTray.open(), AwtTray::open);
    return kinds.flatMap(kind -> kind.apply(click).stream()).findFirst();
  }
}
