package app.regrip.desktop;

import static app.regrip.desktop.Texts.text;

import java.util.function.BooleanSupplier;
import javax.swing.JProgressBar;

/**
 * A progress bar that moves while nobody knows how far the work is. Who has switched animations off
 * sees it stand still, with a word that work goes on.
 */
final class BusyBar extends JProgressBar {

  private final transient BooleanSupplier still;

  /**
   * @param still whether nothing may move by itself now
   */
  BusyBar(int most, BooleanSupplier still) {
    super(0, most);
    this.still = still;
  }

  BusyBar(BooleanSupplier still) {
    this(1, still);
  }

  /** Whether work goes on of which nobody knows how far it is. */
  void busy(boolean busy) {
    boolean stands = busy && still.getAsBoolean();
    setIndeterminate(busy && !stands);
    setStringPainted(stands);
    if (stands) {
      setValue(0);
      setString(text("busy"));
    }
  }
}
