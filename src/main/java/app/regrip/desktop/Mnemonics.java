package app.regrip.desktop;

import java.awt.Component;
import java.awt.Container;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.swing.AbstractButton;
import javax.swing.JScrollBar;

/**
 * Alt and a letter for every button, in any language: those that the texts choose come first, and
 * each other button gets the first letter of its own that is left.
 */
final class Mnemonics {

  private Mnemonics() {}

  /** Gives them out to all buttons below {@code root} that have words and no letter yet. */
  static void giveOut(Container root) {
    List<AbstractButton> buttons = new ArrayList<>();
    collect(root, buttons);
    Set<Integer> taken = new HashSet<>();
    for (AbstractButton button : buttons) {
      if (!taken.add(button.getMnemonic())) {
        button.setMnemonic(0);
      }
    }
    for (AbstractButton button : buttons) {
      if (button.getMnemonic() == 0) {
        button
            .getText()
            .toUpperCase(Locale.ROOT)
            .chars()
            .filter(c -> c >= 'A' && c <= 'Z')
            .filter(taken::add)
            .findFirst()
            .ifPresent(button::setMnemonic);
      }
    }
  }

  private static void collect(Container parent, List<AbstractButton> buttons) {
    for (Component child : parent.getComponents()) {
      if (child instanceof AbstractButton button
          && child.isVisible()
          && button.getText() != null
          && !button.getText().isEmpty()) {
        buttons.add(button);
      } else if (child instanceof Container container
          && child.isVisible()
          && !(child instanceof JScrollBar)) {
        collect(container, buttons);
      }
    }
  }
}
