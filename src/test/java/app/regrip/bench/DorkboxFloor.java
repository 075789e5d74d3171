package app.regrip.bench;

import com.formdev.flatlaf.FlatLightLaf;
import dorkbox.systemTray.MenuItem;
import dorkbox.systemTray.SystemTray;
import dorkbox.updates.Updates;
import java.awt.image.BufferedImage;
import java.util.concurrent.CountDownLatch;

/** The least with dorkbox's tray: one icon, one row in its menu. */
final class DorkboxFloor {

  private DorkboxFloor() {}

  public static void main(String[] arguments) throws InterruptedException {
    Updates.INSTANCE.setENABLE(false);
    FlatLightLaf.setup();
    SystemTray tray = SystemTray.get();
    tray.setImage(new BufferedImage(24, 24, BufferedImage.TYPE_INT_ARGB));
    tray.getMenu().add(new MenuItem("Quit"));
    new CountDownLatch(1).await();
  }
}
