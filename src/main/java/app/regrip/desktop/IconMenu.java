package app.regrip.desktop;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.Frame;
import java.awt.MouseInfo;
import java.awt.Point;
import java.awt.PointerInfo;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.List;
import java.util.Optional;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import javax.swing.event.PopupMenuEvent;
import javax.swing.event.PopupMenuListener;

/**
 * The menu of the tray icon, opened by Regrip itself where the pointer is. Java is asked where that
 * is and which screen it is on, and so both are on the same scale.
 */
final class IconMenu {

  /**
   * A menu that is seen hears the keys: it is opened when its window has them, or after this time
   * where the system gives them to somebody else.
   */
  private static final int WAIT_FOR_THE_KEYS_MILLIS = 2000;

  /** Made when it is first wanted: what Swing needs for it takes memory. */
  private Optional<JPopupMenu> made = Optional.empty();

  private Optional<JDialog> waiting = Optional.empty();
  private List<MenuEntry> shown = List.of();

  /** Words and ticks in place: a menu that is open stays open while a repair counts on. */
  void show(List<MenuEntry> rows) {
    List<MenuEntry> before = shown;
    shown = rows;
    made.ifPresent(
        popup -> {
          if (MenuEntry.haveSameShape(before, rows)) {
            change(popup, rows);
          } else {
            popup.removeAll();
            fill(popup, rows);
          }
        });
  }

  /** At the pointer; a menu that is open already moves there. */
  void open() {
    PointerInfo pointer = MouseInfo.getPointerInfo();
    if (pointer != null) {
      open(pointer.getLocation(), pointer.getDevice().getDefaultConfiguration().getBounds());
    }
  }

  private void open(Point pointer, Rectangle screen) {
    JPopupMenu popup = popup();
    popup.setVisible(false);
    waiting.ifPresent(JDialog::dispose);
    // It belongs to no window, so nobody else tells it of new colours.
    SwingUtilities.updateComponentTreeUI(popup);
    Dimension size = popup.getPreferredSize();
    Point place = MenuPlace.of(pointer, size, screen);
    JDialog anchor = anchor(place);
    waiting = Optional.of(anchor);
    anchor.addWindowFocusListener(
        new WindowAdapter() {
          @Override
          public void windowGainedFocus(WindowEvent event) {
            open(anchor, pointer, screen);
          }
        });
    Timer without = new Timer(WAIT_FOR_THE_KEYS_MILLIS, event -> open(anchor, pointer, screen));
    without.setRepeats(false);
    without.start();
    anchor.setVisible(true);
    anchor.toFront();
  }

  /** Once for each anchor, and not where the menu has been asked for anew since. */
  private void open(JDialog anchor, Point pointer, Rectangle screen) {
    if (!waiting.equals(Optional.of(anchor))) {
      return;
    }
    waiting = Optional.empty();
    JPopupMenu popup = popup();
    popup.setInvoker(anchor.getContentPane());
    popup.addPopupMenuListener(new Closing(anchor));
    popup.setLocation(anchor.getLocation());
    popup.setVisible(true);
    // On a scaled screen text is as wide as it is only once it is there.
    Point better = MenuPlace.of(pointer, popup.getSize(), screen);
    if (!better.equals(anchor.getLocation())) {
      popup.setLocation(better.x, better.y);
    }
  }

  JPopupMenu popup() {
    if (made.isEmpty()) {
      made = Optional.of(new JPopupMenu());
      fill(made.get(), shown);
    }
    return made.get();
  }

  /**
   * A menu needs a window of the program in front: it hears of the keys, and when it is in front no
   * more the menu goes away.
   */
  private static JDialog anchor(Point place) {
    JDialog anchor = new JDialog((Frame) null);
    anchor.setUndecorated(true);
    // Keeps it out of the task bar and of Alt+Tab.
    anchor.setType(Window.Type.UTILITY);
    anchor.setAlwaysOnTop(true);
    anchor.setBounds(place.x, place.y, 1, 1);
    return anchor;
  }

  private static void fill(JComponent menu, List<MenuEntry> rows) {
    for (MenuEntry row : rows) {
      if (row instanceof MenuEntry.Item item) {
        JMenuItem entry = new JMenuItem(item.text());
        entry.addActionListener(event -> SwingUtilities.invokeLater(item.action()));
        menu.add(entry);
      } else if (row instanceof MenuEntry.Switch tick) {
        JCheckBoxMenuItem box = new JCheckBoxMenuItem(tick.text(), tick.on());
        box.addActionListener(event -> SwingUtilities.invokeLater(tick.action()));
        menu.add(box);
      } else if (row instanceof MenuEntry.Submenu sub) {
        JMenu submenu = new JMenu(sub.text());
        fill(submenu, sub.entries());
        menu.add(submenu);
      } else {
        menu.add(new JPopupMenu.Separator());
      }
    }
  }

  private static void change(JComponent menu, List<MenuEntry> rows) {
    for (int i = 0; i < rows.size(); i++) {
      Component entry =
          menu instanceof JMenu submenu ? submenu.getMenuComponent(i) : menu.getComponent(i);
      MenuEntry row = rows.get(i);
      if (entry instanceof JMenu sub && row instanceof MenuEntry.Submenu submenu) {
        change(sub, submenu.entries());
      } else if (entry instanceof JCheckBoxMenuItem box && row instanceof MenuEntry.Switch tick) {
        box.setState(tick.on());
      }
      if (entry instanceof JMenuItem item) {
        item.setText(row.text());
      }
    }
  }

  /** The window the menu stood on goes with it. */
  private final class Closing implements PopupMenuListener {

    private final JDialog anchor;

    Closing(JDialog anchor) {
      this.anchor = anchor;
    }

    @Override
    public void popupMenuWillBecomeVisible(PopupMenuEvent event) {
      // That is what it was made for.
    }

    @Override
    public void popupMenuWillBecomeInvisible(PopupMenuEvent event) {
      popup().removePopupMenuListener(this);
      SwingUtilities.invokeLater(anchor::dispose);
    }

    @Override
    public void popupMenuCanceled(PopupMenuEvent event) {
      // It becomes invisible after that.
    }
  }
}
