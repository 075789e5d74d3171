package app.regrip.desktop;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Insets;

/** Side by side, going on in the next line where there is no room left. */
final class Buttons implements HeightForWidth {

  private static final int GAP = 8;

  @Override
  public int heightFor(Container parent, int width) {
    return place(parent, width, false);
  }

  @Override
  public void layoutContainer(Container parent) {
    place(parent, parent.getWidth(), true);
  }

  private static int place(Container parent, int width, boolean really) {
    Insets insets = parent.getInsets();
    int gap = UIScale.scale(GAP);
    int x = insets.left;
    int y = insets.top;
    int lineHeight = 0;
    int right = width - insets.right;
    for (Component child : parent.getComponents()) {
      if (child.isVisible()) {
        int childWidth = Math.min(child.getPreferredSize().width, right - insets.left);
        if (x > insets.left && x + childWidth > right) {
          x = insets.left;
          y += lineHeight + gap;
          lineHeight = 0;
        }
        int height = HeightForWidth.of(child, childWidth);
        if (really) {
          child.setBounds(x, y, childWidth, height);
        }
        x += childWidth + gap;
        lineHeight = Math.max(lineHeight, height);
      }
    }
    return y + lineHeight + insets.bottom;
  }

  @Override
  public Dimension preferredLayoutSize(Container parent) {
    Insets insets = parent.getInsets();
    int width = insets.left + insets.right;
    for (Component child : parent.getComponents()) {
      if (child.isVisible()) {
        width += child.getPreferredSize().width + UIScale.scale(GAP);
      }
    }
    return new Dimension(
        width, heightFor(parent, parent.getWidth() > 0 ? parent.getWidth() : width));
  }

  @Override
  public Dimension minimumLayoutSize(Container parent) {
    return new Dimension(0, 0);
  }
}
