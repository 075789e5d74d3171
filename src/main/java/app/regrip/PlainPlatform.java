package app.regrip;

import app.regrip.desktop.Desktop;
import app.regrip.desktop.IconClicks;
import app.regrip.pc.Notifications;
import app.regrip.pc.QuietTime;
import app.regrip.session.Capability;
import app.regrip.session.Session;
import java.util.List;
import java.util.Optional;

/** Where the system is not Windows: no notifications of its own, light, and a file to start by. */
record PlainPlatform(Optional<Autostart> autostart) implements DesktopPlatform {

  static PlainPlatform here() {
    return new PlainPlatform(
        AutostartFile.of(
                Optional.ofNullable(System.getProperty("regrip.launcher")),
                System.getenv(),
                System.getProperty("user.home"))
            .map(file -> file));
  }

  @Override
  public boolean windowsAreDark() {
    return false;
  }

  @Override
  public Optional<Notifications> notifications() {
    return Optional.empty();
  }

  @Override
  public QuietTime quietTime() {
    return () -> false;
  }

  @Override
  public boolean reducesMotion() {
    return false;
  }

  @Override
  public IconClicks iconClicks() {
    return IconClicks.none();
  }

  @Override
  public void tell(Desktop desktop, Session session, Runnable quit) {
    // Nothing happens around them that they would not see for themselves.
  }

  @Override
  public List<Capability> capabilities() {
    return List.of();
  }

  @Override
  public void close() {
    // Nothing was opened.
  }
}
