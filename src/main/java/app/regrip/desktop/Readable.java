package app.regrip.desktop;

import com.formdev.flatlaf.util.UIScale;
import java.awt.BasicStroke;
import java.awt.Component;
import java.awt.Container;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.LayoutManager;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.AbstractButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.UIManager;

/**
 * A part of a page that is read as a whole. The keyboard stops at it, so that a screen reader reads
 * its words and the page scrolls to it: text alone is no stop, and would be too many.
 */
class Readable extends JPanel {

  private static final int ARC = 10;
  private static final int RING = 2;

  /** Between the words and the ring around them. */
  private static final int ROOM = 4;

  Readable(LayoutManager layout, Component... children) {
    super(layout);
    setOpaque(false);
    setFocusable(true);
    setBorder(Ui.padding(ROOM, 2 * ROOM, ROOM, 2 * ROOM));
    addFocusListener(new RepaintOnFocus(this));
    for (Component child : children) {
      add(child);
    }
  }

  /** All it says, from top to bottom; what is on buttons, and in a part of its own, is not. */
  List<String> words() {
    List<String> words = new ArrayList<>();
    collect(this, words);
    return words;
  }

  private static void collect(Container parent, List<String> words) {
    for (Component child : parent.getComponents()) {
      if (!child.isVisible() || child instanceof AbstractButton || child instanceof Readable) {
        continue;
      }
      if (child instanceof TextBlock text) {
        words.add(text.getText());
      } else if (child instanceof JLabel label && label.getText() != null) {
        words.add(label.getText());
      } else if (child instanceof Container container) {
        collect(container, words);
      }
    }
    words.removeIf(String::isBlank);
  }

  @Override
  protected void paintChildren(Graphics graphics) {
    super.paintChildren(graphics);
    if (isFocusOwner()) {
      Graphics2D g = (Graphics2D) graphics.create();
      g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      float ring = UIScale.scale((float) RING);
      float arc = UIScale.scale((float) ARC);
      g.setColor(UIManager.getColor("Component.focusColor"));
      g.setStroke(new BasicStroke(ring));
      g.draw(
          new RoundRectangle2D.Float(
              ring / 2, ring / 2, getWidth() - ring, getHeight() - ring, arc, arc));
      g.dispose();
    }
  }

  @Override
  public AccessibleContext getAccessibleContext() {
    if (accessibleContext == null) {
      accessibleContext = new AsOnePassage();
    }
    return accessibleContext;
  }

  private final class AsOnePassage extends AccessibleJPanel {

    @Override
    public AccessibleRole getAccessibleRole() {
      return AccessibleRole.GROUP_BOX;
    }

    @Override
    public String getAccessibleName() {
      return words().stream().findFirst().orElse("");
    }

    @Override
    public String getAccessibleDescription() {
      return String.join("\n", words().stream().skip(1).toList());
    }
  }
}
