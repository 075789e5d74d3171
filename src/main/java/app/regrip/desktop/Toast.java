package app.regrip.desktop;

import app.regrip.update.Alert;

/** Shows an alert until it is answered. Called on the event dispatch thread. */
interface Toast {

  /** A new alert takes the place of the one before. */
  void show(Alert alert);

  /** Takes away what is shown, if anything. */
  void hide();
}
