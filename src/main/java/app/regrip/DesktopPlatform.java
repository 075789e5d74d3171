package app.regrip;

import app.regrip.desktop.Desktop;
import app.regrip.desktop.IconClicks;
import app.regrip.pc.Notifications;
import app.regrip.pc.QuietTime;
import app.regrip.session.Capability;
import app.regrip.session.Session;
import java.util.List;
import java.util.Optional;

/** What the tray finds around it on this system, beside the PC it looks after. */
interface DesktopPlatform extends AutoCloseable {

  /** Whether the system's windows are dark now. */
  boolean windowsAreDark();

  Optional<Notifications> notifications();

  /** For what Regrip shows over the windows of others. */
  QuietTime quietTime();

  /** Whether the user wants nothing to move by itself. */
  boolean reducesMotion();

  /** Where clicks on the tray icon can be had from. */
  IconClicks iconClicks();

  /** Empty where nobody knows how the user starts Regrip. */
  Optional<Autostart> autostart();

  /**
   * Tells both what happens around them, until closed.
   *
   * @param quit where the system wants Regrip to end
   */
  void tell(Desktop desktop, Session session, Runnable quit);

  /** What works here, for {@code doctor}. */
  List<Capability> capabilities();

  @Override
  void close();
}
