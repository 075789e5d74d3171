package app.regrip.desktop;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Insets;

/** One below the other, each as wide as the column. */
final class Column implements HeightForWidth {

  private final int gap;

  /**
   * @param gap between two, before scaling
   */
  Column(int gap) {
    this.gap = gap;
  }

  @Override
  public int heightFor(Container parent, int width) {
    Insets insets = parent.getInsets();
    int inner = width - insets.left - insets.right;
    int height = 0;
    for (Component child : parent.getComponents()) {
      if (child.isVisible()) {
        height += (height == 0 ? 0 : UIScale.scale(gap)) + HeightForWidth.of(child, inner);
      }
    }
    return insets.top + height + insets.bottom;
  }

  @Override
  public void layoutContainer(Container parent) {
    Insets insets = parent.getInsets();
    int inner = parent.getWidth() - insets.left - insets.right;
    int y = insets.top;
    for (Component child : parent.getComponents()) {
      if (child.isVisible()) {
        int height = HeightForWidth.of(child, inner);
        child.setBounds(insets.left, y, inner, height);
        y += height + UIScale.scale(gap);
      }
    }
  }

  @Override
  public Dimension preferredLayoutSize(Container parent) {
    int width = parent.getWidth();
    if (width <= 0) {
      Insets insets = parent.getInsets();
      for (Component child : parent.getComponents()) {
        width = Math.max(width, child.getPreferredSize().width + insets.left + insets.right);
      }
    }
    return new Dimension(width, heightFor(parent, width));
  }

  @Override
  public Dimension minimumLayoutSize(Container parent) {
    return new Dimension(0, 0);
  }
}
