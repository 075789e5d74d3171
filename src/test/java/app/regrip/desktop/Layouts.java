package app.regrip.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import javax.swing.AbstractButton;
import javax.swing.SwingUtilities;

/** What a window does for its page, without a window. */
final class Layouts {

  private Layouts() {}

  /** Twice, as a window does: what wraps is known to be higher only once its width is known. */
  static void layOut(Container view, Dimension size) {
    for (int pass = 0; pass < 2; pass++) {
      view.setSize(size);
      layOutBelow(view);
    }
  }

  private static void layOutBelow(Container parent) {
    parent.doLayout();
    for (Component child : parent.getComponents()) {
      if (child instanceof Container container) {
        layOutBelow(container);
      }
    }
  }

  /** Waits for the look at the PC that runs beside the event thread. */
  static void settle(Container page) throws Exception {
    boolean[] looking = {true};
    for (int i = 0; looking[0] && i < 1000; i++) {
      SwingUtilities.invokeAndWait(() -> looking[0] = isLooking(page));
      if (looking[0]) {
        Thread.sleep(10);
      }
    }
    assertThat(looking[0]).as("still looking at the PC").isFalse();
  }

  private static boolean isLooking(Container parent) {
    for (Component child : parent.getComponents()) {
      if (!child.isVisible()) {
        continue;
      }
      boolean looks =
          child instanceof Words words && words.getText().equals(Texts.text("looking"))
              || child instanceof AbstractButton button
                  && Texts.text("preview.continue").equals(button.getText())
                  && !button.isEnabled();
      if (looks || child instanceof Container container && isLooking(container)) {
        return true;
      }
    }
    return false;
  }
}
