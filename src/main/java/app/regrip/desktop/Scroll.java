package app.regrip.desktop;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Rectangle;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JViewport;
import javax.swing.ScrollPaneConstants;
import javax.swing.Scrollable;

/** A page's contents: as wide as the window gives, as high as they need, scrolled when too high. */
final class Scroll {

  private static final int STEP = 24;

  private Scroll() {}

  static JScrollPane of(Component... children) {
    Contents contents = new Contents();
    for (Component child : children) {
      contents.add(child);
    }
    JScrollPane pane =
        new JScrollPane(
            contents,
            ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED,
            ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
    pane.setBorder(null);
    pane.getVerticalScrollBar().setUnitIncrement(UIScale.scale(STEP));
    return pane;
  }

  private static final class Contents extends JPanel implements Scrollable {

    Contents() {
      super(new Column(16));
      setBorder(Parts.padding(28, 32, 28, 32));
    }

    @Override
    public Dimension getPreferredSize() {
      Container parent = getParent();
      int width = parent instanceof JViewport && parent.getWidth() > 0 ? parent.getWidth() : 0;
      return width == 0
          ? super.getPreferredSize()
          : new Dimension(width, ((Column) getLayout()).heightFor(this, width));
    }

    @Override
    public Dimension getPreferredScrollableViewportSize() {
      return getPreferredSize();
    }

    @Override
    public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
      return UIScale.scale(STEP);
    }

    @Override
    public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
      return Math.max(STEP, visible.height - UIScale.scale(STEP));
    }

    @Override
    public boolean getScrollableTracksViewportWidth() {
      return true;
    }

    @Override
    public boolean getScrollableTracksViewportHeight() {
      return false;
    }
  }
}
