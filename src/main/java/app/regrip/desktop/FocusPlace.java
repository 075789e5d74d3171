package app.regrip.desktop;

import java.awt.Component;
import java.awt.Container;
import java.awt.KeyboardFocusManager;
import java.util.ArrayList;
import java.util.List;
import javax.swing.SwingUtilities;

/**
 * Where the keyboard is on a page, by the way down to it, so that it can be found again on the same
 * page made anew.
 */
final class FocusPlace {

  private final Container root;
  private final List<Integer> way = new ArrayList<>();

  private FocusPlace(Container root) {
    this.root = root;
  }

  /** Nowhere where the keyboard is not below {@code root}. */
  static FocusPlace in(Container root) {
    FocusPlace place = new FocusPlace(root);
    Component at = KeyboardFocusManager.getCurrentKeyboardFocusManager().getPermanentFocusOwner();
    if (at != null && SwingUtilities.isDescendingFrom(at, root)) {
      while (at != root) {
        place.way.add(0, List.of(at.getParent().getComponents()).indexOf(at));
        at = at.getParent();
      }
    }
    return place;
  }

  void restore() {
    Component at = root;
    for (int index : way) {
      if (!(at instanceof Container container) || index >= container.getComponentCount()) {
        return;
      }
      at = container.getComponent(index);
    }
    if (!way.isEmpty()) {
      at.requestFocusInWindow();
    }
  }
}
