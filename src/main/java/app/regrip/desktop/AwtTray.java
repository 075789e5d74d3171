package app.regrip.desktop;

import java.awt.AWTException;
import java.awt.CheckboxMenuItem;
import java.awt.Dimension;
import java.awt.Menu;
import java.awt.MenuItem;
import java.awt.PopupMenu;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Optional;
import javax.swing.SwingUtilities;

/** The tray that comes with Java: plainer, and it works where the other one doesn't. */
final class AwtTray implements Tray {

  private static final System.Logger LOG = System.getLogger(AwtTray.class.getName());

  private final SystemTray tray;
  private final TrayIcon trayIcon;
  private final PopupMenu popup = new PopupMenu();
  private List<MenuEntry> shown = List.of();
  private final IconPicture picture = new IconPicture();

  private AwtTray(SystemTray tray, TrayIcon trayIcon) {
    this.tray = tray;
    this.trayIcon = trayIcon;
    trayIcon.setPopupMenu(popup);
  }

  static Optional<Tray> open(Runnable click) {
    if (!SystemTray.isSupported()) {
      return Optional.empty();
    }
    SystemTray tray = SystemTray.getSystemTray();
    Dimension size = tray.getTrayIconSize();
    TrayIcon icon = new TrayIcon(Icons.tray(StatusIcon.UNKNOWN, size.width));
    icon.setImageAutoSize(true);
    icon.addMouseListener(
        new MouseAdapter() {
          @Override
          public void mouseClicked(MouseEvent event) {
            if (SwingUtilities.isLeftMouseButton(event)) {
              SwingUtilities.invokeLater(click);
            }
          }
        });
    try {
      tray.add(icon);
      return Optional.of(new AwtTray(tray, icon));
    } catch (AWTException e) {
      LOG.log(System.Logger.Level.INFO, "no tray of Java's own here", e);
      return Optional.empty();
    }
  }

  @Override
  public void show(TrayStatus glance, List<MenuEntry> menu) {
    picture.anew(glance.icon(), tray.getTrayIconSize().width).ifPresent(trayIcon::setImage);
    trayIcon.setToolTip(glance.line());
    if (MenuEntry.haveSameShape(shown, menu)) {
      change(popup, menu);
    } else {
      popup.removeAll();
      fill(popup, menu);
    }
    shown = menu;
  }

  @Override
  public void showAgain() {
    tray.remove(trayIcon);
    try {
      tray.add(trayIcon);
    } catch (AWTException e) {
      LOG.log(System.Logger.Level.WARNING, "the tray icon did not come back", e);
    }
  }

  @Override
  public void remove() {
    tray.remove(trayIcon);
  }

  private static void change(Menu menu, List<MenuEntry> rows) {
    for (int i = 0; i < rows.size(); i++) {
      MenuItem entry = menu.getItem(i);
      MenuEntry row = rows.get(i);
      if (entry instanceof Menu sub && row instanceof MenuEntry.Submenu submenu) {
        change(sub, submenu.entries());
      } else if (entry instanceof CheckboxMenuItem box && row instanceof MenuEntry.Switch tick) {
        box.setState(tick.on());
      }
      if (!(row instanceof MenuEntry.Separator) && !row.text().equals(entry.getLabel())) {
        entry.setLabel(row.text());
      }
    }
  }

  @Override
  public String kind() {
    return "Java";
  }

  private static void fill(Menu menu, List<MenuEntry> rows) {
    for (MenuEntry row : rows) {
      if (row instanceof MenuEntry.Item item) {
        MenuItem entry = menu.add(new MenuItem(item.text()));
        entry.addActionListener(event -> SwingUtilities.invokeLater(item.action()));
      } else if (row instanceof MenuEntry.Switch tick) {
        CheckboxMenuItem box = new CheckboxMenuItem(tick.text(), tick.on());
        box.addItemListener(event -> SwingUtilities.invokeLater(tick.action()));
        menu.add(box);
      } else if (row instanceof MenuEntry.Submenu sub) {
        Menu submenu = new Menu(sub.text());
        fill(submenu, sub.entries());
        menu.add(submenu);
      } else {
        menu.addSeparator();
      }
    }
  }
}
