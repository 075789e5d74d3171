package app.regrip.desktop;

import app.regrip.pc.Notifications;
import app.regrip.pc.PcException;
import java.lang.System.Logger.Level;

/** Notifications of a system that would show them over a presentation: they wait for its end. */
final class PatientNotifications implements Notifications {

  private static final System.Logger LOG = System.getLogger(PatientNotifications.class.getName());

  private final Notifications system;
  private final HeldBack heldBack;

  PatientNotifications(Notifications system, HeldBack heldBack) {
    this.system = system;
    this.heldBack = heldBack;
  }

  @Override
  public void show(Notification notification) throws PcException {
    if (!heldBack.keeps(notification.tag(), () -> afterwards(notification))) {
      system.show(notification);
    }
  }

  private void afterwards(Notification notification) {
    try {
      system.show(notification);
    } catch (PcException e) {
      LOG.log(Level.INFO, "a notification that had waited was not shown", e);
    }
  }

  /** One that waits is not swept away. */
  @Override
  public boolean move(String tag, Bar bar) throws PcException {
    return heldBack.holds(tag) || system.move(tag, bar);
  }

  @Override
  public void remove(String tag) throws PcException {
    heldBack.drop(tag);
    system.remove(tag);
  }

  @Override
  public boolean heedsQuietTime() {
    return true;
  }

  @Override
  public String kind() {
    return system.kind();
  }
}
