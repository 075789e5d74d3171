package app.regrip.desktop;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.KeyboardFocusManager;
import java.awt.Rectangle;
import java.beans.PropertyChangeListener;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollBar;
import javax.swing.JScrollPane;
import javax.swing.JViewport;
import javax.swing.ScrollPaneConstants;
import javax.swing.Scrollable;
import javax.swing.SwingUtilities;
import javax.swing.border.Border;

/** A page's contents: as wide as the window gives, as high as they need, scrolled when too high. */
final class Scroll {

  private static final int STEP = 24;
  private static final int MARGIN = 12;
  private static final String FOCUS = "permanentFocusOwner";

  private Scroll() {}

  static JScrollPane of(Component... children) {
    return of(Ui.padding(28, 32, 28, 32), 16, children);
  }

  /**
   * @param gap between two, before scaling
   */
  static JScrollPane of(Border around, int gap, Component... children) {
    Contents contents = new Contents(around, gap);
    for (Component child : children) {
      contents.add(child);
    }
    JScrollPane pane = new FollowingPane(contents);
    pane.setBorder(null);
    pane.getVerticalScrollBar().setUnitIncrement(UIScale.scale(STEP));
    return pane;
  }

  /** The page that is scrolled below {@code parent}; what scrolls within it is not meant. */
  static Optional<JScrollPane> within(Container parent) {
    for (Component child : parent.getComponents()) {
      Optional<JScrollPane> found =
          child instanceof FollowingPane pane
              ? Optional.of(pane)
              : child instanceof Container container ? within(container) : Optional.empty();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /**
   * @param screens how many to go down; very many for the end
   */
  static void by(JScrollPane pane, int screens) {
    JScrollBar bar = pane.getVerticalScrollBar();
    long wanted = bar.getValue() + (long) screens * bar.getBlockIncrement(1);
    bar.setValue((int) Math.max(bar.getMinimum(), Math.min(bar.getMaximum(), wanted)));
  }

  /** It scrolls to what the keyboard has come to. */
  private static final class FollowingPane extends JScrollPane {

    private final PropertyChangeListener follow =
        event -> {
          if (event.getNewValue() instanceof JComponent owner
              && SwingUtilities.isDescendingFrom(owner, getViewport().getView())) {
            bringIntoSight(owner);
          }
        };

    FollowingPane(Contents contents) {
      super(
          contents,
          ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED,
          ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
    }

    /** Of what is higher than the window the beginning. */
    private void bringIntoSight(JComponent owner) {
      JComponent contents = (JComponent) getViewport().getView();
      Rectangle whole =
          SwingUtilities.convertRectangle(owner.getParent(), owner.getBounds(), contents);
      int margin = UIScale.scale(MARGIN);
      whole.grow(0, margin);
      whole.height = Math.min(whole.height, getViewport().getHeight());
      if (!(owner instanceof TextBlock)) {
        contents.scrollRectToVisible(whole);
      }
    }

    @Override
    public void addNotify() {
      super.addNotify();
      focusManager().addPropertyChangeListener(FOCUS, follow);
    }

    @Override
    public void removeNotify() {
      focusManager().removePropertyChangeListener(FOCUS, follow);
      super.removeNotify();
    }

    private static KeyboardFocusManager focusManager() {
      return KeyboardFocusManager.getCurrentKeyboardFocusManager();
    }
  }

  private static final class Contents extends JPanel implements Scrollable {

    Contents(Border around, int gap) {
      super(new Column(gap));
      setBorder(around);
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
