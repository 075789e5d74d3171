package app.regrip.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import javax.swing.AbstractButton;
import javax.swing.SwingUtilities;
import javax.swing.SwingWorker;

/** What a window does for its page, without a window. */
final class Layouts {

  private static final int SWING_WORKERS = 10;
  private static final int MOST_LOOKS = 10;

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

  /** All texts in it, also those that cannot be seen. */
  static List<String> texts(Container parent) {
    List<String> texts = new ArrayList<>();
    for (Component child : parent.getComponents()) {
      if (child instanceof TextBlock text) {
        texts.add(text.getText());
      } else if (child instanceof Container container) {
        texts.addAll(texts(container));
      }
    }
    return texts;
  }

  /** Waits for the look at the PC that runs beside the event thread, and for those it leads to. */
  static void settle(Container page) throws Exception {
    boolean[] looking = {true};
    for (int look = 0; looking[0] && look < MOST_LOOKS; look++) {
      awaitWorkers();
      SwingUtilities.invokeAndWait(() -> looking[0] = isLooking(page));
    }
    assertThat(looking[0]).as("still looking at the PC").isFalse();
  }

  /**
   * Swing has ten threads for its workers. When ten that wait for each other have all begun, none
   * from before is at work; and results are handed on in the order in which they came. One test at
   * a time, or two would wait for threads of each other.
   */
  private static synchronized void awaitWorkers() throws InterruptedException {
    CyclicBarrier allBegun = new CyclicBarrier(SWING_WORKERS);
    CountDownLatch handedOn = new CountDownLatch(SWING_WORKERS);
    for (int i = 0; i < SWING_WORKERS; i++) {
      new SwingWorker<Void, Void>() {
        @Override
        protected Void doInBackground() throws Exception {
          allBegun.await();
          return null;
        }

        @Override
        protected void done() {
          handedOn.countDown();
        }
      }.execute();
    }
    handedOn.await();
  }

  private static boolean isLooking(Container parent) {
    for (Component child : parent.getComponents()) {
      if (!child.isVisible()) {
        continue;
      }
      boolean looks =
          child instanceof TextBlock words && words.getText().equals(Texts.text("looking"))
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
