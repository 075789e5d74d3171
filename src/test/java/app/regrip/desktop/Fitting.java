package app.regrip.desktop;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JScrollBar;
import javax.swing.JSpinner;
import javax.swing.JViewport;

/** What of a view that is laid out has no room for its words. */
final class Fitting {

  private Fitting() {}

  static List<String> clipped(Container view) {
    List<String> found = new ArrayList<>();
    look(view, found);
    return found;
  }

  private static void look(Container parent, List<String> found) {
    for (Component child : parent.getComponents()) {
      if (!child.isVisible() || child instanceof JScrollBar) {
        continue;
      }
      if (!(parent instanceof JViewport) && sticksOut(child, parent)) {
        found.add("outside: " + told(child));
      }
      if (child instanceof TextBlock words
          ? isClipped(words)
          : isOfOnePiece(child) && isCut(child)) {
        found.add("clipped: " + told(child));
      }
      if (child instanceof Container container && !isOfOnePiece(child)) {
        look(container, found);
      }
    }
  }

  private static boolean sticksOut(Component child, Container parent) {
    return child.getX() < 0
        || child.getY() < 0
        || child.getX() + child.getWidth() > parent.getWidth()
        || child.getY() + child.getHeight() > parent.getHeight();
  }

  private static boolean isOfOnePiece(Component child) {
    return child instanceof AbstractButton button && button.getComponentCount() == 0
        || child instanceof JLabel
        || child instanceof JComboBox<?>
        || child instanceof JSpinner;
  }

  private static boolean isCut(Component child) {
    if (child instanceof LongButton button) {
      return child.getHeight() < button.heightFor(child.getWidth());
    }
    Dimension wanted = child.getPreferredSize();
    return child.getWidth() < wanted.width || child.getHeight() < wanted.height;
  }

  /** A word that is wider than its line would be broken anywhere. */
  private static boolean isClipped(TextBlock words) {
    FontMetrics metrics = words.getFontMetrics(words.getFont());
    return words.getHeight() < words.getPreferredSize().height
        || Stream.of(words.getText().split("\\s+"))
            .anyMatch(word -> metrics.stringWidth(word) > words.getWidth());
  }

  private static String told(Component child) {
    String words =
        child instanceof AbstractButton button
            ? button.getText()
            : child instanceof JLabel label
                ? label.getText()
                : child instanceof TextBlock text
                    ? text.getText()
                    : child.getClass().getSimpleName();
    return words + " " + child.getBounds() + " wants " + child.getPreferredSize();
  }
}
