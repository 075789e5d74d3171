package app.regrip.desktop;

import java.util.List;

/** One row of the tray menu, whichever tray shows it. Actions run on the event dispatch thread. */
sealed interface MenuEntry {

  String text();

  record Item(String text, Runnable action) implements MenuEntry {}

  record Switch(String text, boolean on, Runnable action) implements MenuEntry {}

  record Submenu(String text, List<MenuEntry> entries) implements MenuEntry {}

  record Separator() implements MenuEntry {
    @Override
    public String text() {
      return "";
    }
  }

  /** Whether both have the same rows, so that only words and ticks need changing. */
  static boolean haveSameShape(List<MenuEntry> some, List<MenuEntry> others) {
    if (some.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < some.size(); i++) {
      MenuEntry one = some.get(i);
      MenuEntry other = others.get(i);
      if (!one.getClass().equals(other.getClass())) {
        return false;
      }
      if (one instanceof Submenu menu
          && !haveSameShape(menu.entries(), ((Submenu) other).entries())) {
        return false;
      }
    }
    return true;
  }
}
