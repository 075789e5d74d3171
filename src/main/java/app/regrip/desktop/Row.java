package app.regrip.desktop;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Insets;

/**
 * Side by side: each as wide as it likes, and one that takes what is left. Where the others leave
 * too little for it, it is given its least width all the same.
 */
final class Row implements HeightForWidth {

  private static final int LEAST = 80;

  private final int gap;
  private final int stretched;
  private final boolean centred;

  /**
   * @param gap between two, before scaling
   * @param stretched index of the one that takes the rest of the width
   * @param centred whether the lower ones stand in the middle of the height rather than on top
   */
  Row(int gap, int stretched, boolean centred) {
    this.gap = gap;
    this.stretched = stretched;
    this.centred = centred;
  }

  @Override
  public int heightFor(Container parent, int width) {
    Insets insets = parent.getInsets();
    int inner = width - insets.left - insets.right;
    int height = 0;
    for (int i = 0; i < parent.getComponentCount(); i++) {
      Component child = parent.getComponent(i);
      if (child.isVisible()) {
        height = Math.max(height, HeightForWidth.of(child, widthOf(parent, i, inner)));
      }
    }
    return insets.top + height + insets.bottom;
  }

  @Override
  public void layoutContainer(Container parent) {
    Insets insets = parent.getInsets();
    int inner = parent.getWidth() - insets.left - insets.right;
    int high = parent.getHeight() - insets.top - insets.bottom;
    int x = insets.left;
    for (int i = 0; i < parent.getComponentCount(); i++) {
      Component child = parent.getComponent(i);
      if (child.isVisible()) {
        int width = widthOf(parent, i, inner);
        int height = HeightForWidth.of(child, width);
        int y = insets.top + (centred ? Math.max(0, (high - height) / 2) : 0);
        child.setBounds(x, y, width, height);
        x += width + UIScale.scale(gap);
      }
    }
  }

  @Override
  public Dimension preferredLayoutSize(Container parent) {
    Insets insets = parent.getInsets();
    int width = insets.left + insets.right;
    for (Component child : parent.getComponents()) {
      if (child.isVisible()) {
        width += child.getPreferredSize().width + UIScale.scale(gap);
      }
    }
    int given = parent.getWidth() > 0 ? parent.getWidth() : width;
    return new Dimension(width, heightFor(parent, given));
  }

  @Override
  public Dimension minimumLayoutSize(Container parent) {
    return new Dimension(0, 0);
  }

  private int widthOf(Container parent, int index, int inner) {
    if (index != stretched) {
      return parent.getComponent(index).getPreferredSize().width;
    }
    int rest = inner;
    for (int i = 0; i < parent.getComponentCount(); i++) {
      Component child = parent.getComponent(i);
      if (i != stretched && child.isVisible()) {
        rest -= child.getPreferredSize().width + UIScale.scale(gap);
      }
    }
    return Math.max(rest, UIScale.scale(LEAST));
  }
}
