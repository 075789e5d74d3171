package app.regrip;

import app.regrip.pc.Pc;
import app.regrip.session.LiveSession;
import app.regrip.session.Session;
import app.regrip.session.Sessions.CannotOpenException;
import java.util.Optional;

/**
 * A session together with the PC it is on, for what the tray does beside it.
 *
 * @param restart present only on a pretend PC: a real one is restarted by nobody but its user
 * @param witness who else is to hear of all there is to tell, once the desktop does
 */
record OpenedPc(
    LiveSession session,
    Pc pc,
    SettingsFile settings,
    Optional<Restart> restart,
    Optional<Session.Listener> witness) {

  /** Restarts the PC. */
  interface Restart {
    void now() throws CannotOpenException;
  }
}
