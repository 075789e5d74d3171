package app.regrip.desktop;

import app.regrip.errors.HResult;
import app.regrip.pc.Notifications;
import app.regrip.pc.PcException;
import app.regrip.text.Message;
import java.util.ArrayList;
import java.util.List;

/** Remembers what it was asked to show; refuses, or has been swept empty, when told so. */
final class FakeNotifications implements Notifications {

  final List<Notification> shown = new ArrayList<>();
  final List<Bar> bars = new ArrayList<>();
  final List<String> removed = new ArrayList<>();
  boolean refusing;
  boolean swept;
  boolean heedsQuietTime = true;

  @Override
  public void show(Notification notification) throws PcException {
    refuseIfTold();
    swept = false;
    shown.add(notification);
  }

  @Override
  public boolean move(String tag, Bar bar) throws PcException {
    refuseIfTold();
    if (!swept) {
      bars.add(bar);
    }
    return !swept;
  }

  @Override
  public void remove(String tag) throws PcException {
    refuseIfTold();
    removed.add(tag);
  }

  @Override
  public boolean heedsQuietTime() {
    return heedsQuietTime;
  }

  @Override
  public String kind() {
    return "fake";
  }

  private void refuseIfTold() throws PcException {
    if (refusing) {
      throw new PcException(Message.asIs("not shown"), new HResult(0x803E0105));
    }
  }
}
