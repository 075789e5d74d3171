package app.regrip.desktop;

import dorkbox.systemTray.Checkbox;
import dorkbox.systemTray.Entry;
import dorkbox.systemTray.Menu;
import dorkbox.systemTray.MenuItem;
import dorkbox.systemTray.Separator;
import dorkbox.systemTray.SystemTray;
import dorkbox.systemTray.util.SizeAndScaling;
import dorkbox.systemTray.util.SizeAndScalingWindows;
import dorkbox.updates.Updates;
import java.awt.event.ActionListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.SwingUtilities;

/**
 * The tray of dorkbox SystemTray. Where its clicks can be had, a plain one does what it should and
 * the other opens a menu of Regrip's own; else both open the library's, whose first rows have to
 * do.
 */
final class DorkboxTray implements Tray {

  private static final System.Logger LOG = System.getLogger(DorkboxTray.class.getName());

  /** Of the icons in a task bar, at 100 %. */
  private static final int SMALL_ICON = 16;

  private final SystemTray tray;
  private final Optional<IconMenu> ownMenu;
  private List<MenuEntry> shown = List.of();
  private final IconPicture picture = new IconPicture();

  private DorkboxTray(SystemTray tray, Optional<IconMenu> ownMenu) {
    this.tray = tray;
    this.ownMenu = ownMenu;
  }

  /**
   * @param click what a plain click does, where it can be had
   */
  static Optional<Tray> open(Runnable click, IconClicks clicks) {
    forbidCallingHome();
    try {
      return Optional.ofNullable(SystemTray.get("Regrip"))
          .map(tray -> new DorkboxTray(tray, ownMenu(click, clicks)));
    } catch (RuntimeException | LinkageError e) {
      LOG.log(System.Logger.Level.INFO, "no dorkbox tray here", e);
      return Optional.empty();
    }
  }

  private static Optional<IconMenu> ownMenu(Runnable click, IconClicks clicks) {
    IconMenu menu = new IconMenu();
    boolean taken =
        clicks.take(
            () -> SwingUtilities.invokeLater(click), () -> SwingUtilities.invokeLater(menu::open));
    return taken ? Optional.of(menu) : Optional.empty();
  }

  /**
   * The library would send a list of its versions to its author over plain HTTP every few hours.
   */
  static void forbidCallingHome() {
    Updates.INSTANCE.setENABLE(false);
  }

  @Override
  public void show(TrayStatus glance, List<MenuEntry> menu) {
    picture.anew(glance.icon(), size()).ifPresent(tray::setImage);
    // Without a tooltip the library loses the icon when the screen's scale changes.
    tray.setTooltip(glance.line());
    if (ownMenu.isPresent()) {
      ownMenu.get().show(menu);
      return;
    }
    if (MenuEntry.haveSameShape(shown, menu)) {
      change(tray.getMenu(), menu);
    } else {
      List.copyOf(tray.getMenu().getEntries()).forEach(tray.getMenu()::remove);
      fill(tray.getMenu(), menu);
    }
    shown = menu;
  }

  /**
   * The library asks Windows once and fits all later pictures into that. The task bar with the
   * icons is on the first screen, which begins at the origin.
   */
  private int size() {
    if (tray.getType() == SystemTray.TrayType.WindowsNative) {
      double perPoint = SizeAndScalingWindows.getDpiScaleForMouseClick(0, 0);
      SizeAndScaling.TRAY_SIZE = (int) Math.round(SMALL_ICON / perPoint);
    }
    return tray.getTrayImageSize();
  }

  @Override
  public void showAgain() {
    tray.setEnabled(false);
    tray.setEnabled(true);
  }

  @Override
  public void remove() {
    tray.shutdown();
  }

  @Override
  public String kind() {
    return "dorkbox " + tray.getType();
  }

  private static void fill(Menu menu, List<MenuEntry> rows) {
    for (MenuEntry row : rows) {
      if (row instanceof MenuEntry.Item item) {
        menu.add(new MenuItem(item.text(), onEventThread(item.action())));
      } else if (row instanceof MenuEntry.Switch tick) {
        Checkbox box = menu.add(new Checkbox(tick.text(), onEventThread(tick.action())));
        box.setChecked(tick.on());
      } else if (row instanceof MenuEntry.Submenu sub) {
        fill(menu.add(new Menu(sub.text())), sub.entries());
      } else {
        menu.add(new Separator());
      }
    }
  }

  /** Words and ticks in place: a menu that is open stays open while a repair counts on. */
  private static void change(Menu menu, List<MenuEntry> rows) {
    List<Entry> entries = new ArrayList<>(menu.getEntries());
    for (int i = 0; i < rows.size(); i++) {
      Entry entry = entries.get(i);
      MenuEntry row = rows.get(i);
      if (entry instanceof Menu sub && row instanceof MenuEntry.Submenu submenu) {
        change(sub, submenu.entries());
        say(row.text(), sub.getText(), sub::setText);
      } else if (entry instanceof MenuItem item) {
        say(row.text(), item.getText(), item::setText);
      } else if (entry instanceof Checkbox box && row instanceof MenuEntry.Switch now) {
        box.setChecked(now.on());
        say(row.text(), box.getText(), box::setText);
      }
    }
  }

  private static void say(String now, String before, Consumer<String> words) {
    if (!now.equals(before)) {
      words.accept(now);
    }
  }

  private static ActionListener onEventThread(Runnable action) {
    return event -> SwingUtilities.invokeLater(action);
  }
}
