package app.regrip.desktop;

import app.regrip.session.Snapshot;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JComponent;

/** One place of the window. It is made when it is entered and forgotten when it is left. */
interface Page {

  JComponent view();

  /** Draws what is new. */
  void show(Snapshot snapshot);

  /** What Enter does. */
  default Optional<JButton> defaultButton() {
    return Optional.empty();
  }
}
