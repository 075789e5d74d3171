package app.regrip.desktop;

import java.awt.Component;
import java.awt.Container;
import java.awt.LayoutManager;
import javax.swing.text.JTextComponent;

/**
 * A layout that knows how high it is at a given width. Swing asks for one preferred size, which is
 * no use to text that wraps: this is what keeps it from being clipped at any width and scale.
 */
interface HeightForWidth extends LayoutManager {

  int heightFor(Container parent, int width);

  /** The height {@code component} wants when it gets {@code width} pixels. */
  static int of(Component component, int width) {
    if (component instanceof Container container
        && container.getLayout() instanceof HeightForWidth layout) {
      return layout.heightFor(container, width);
    }
    if (component instanceof LongButton button) {
      return button.heightFor(width);
    }
    if (component instanceof JTextComponent && component.getWidth() != width) {
      component.setSize(width, Short.MAX_VALUE);
    }
    return component.getPreferredSize().height;
  }

  @Override
  default void addLayoutComponent(String name, Component component) {}

  @Override
  default void removeLayoutComponent(Component component) {}
}
