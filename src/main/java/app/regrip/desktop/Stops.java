package app.regrip.desktop;

import java.awt.Component;
import javax.swing.LayoutFocusTraversalPolicy;

/** Where Tab stops: at controls and at passages, not at each text in them. */
final class Stops extends LayoutFocusTraversalPolicy {

  @Override
  protected boolean accept(Component component) {
    if (component instanceof TextBlock) {
      return false;
    }
    return component instanceof Readable passage
        ? passage.isShowing() && passage.isFocusable() && !passage.words().isEmpty()
        : super.accept(component);
  }
}
