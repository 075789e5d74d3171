package app.regrip.bench;

import com.formdev.flatlaf.FlatLightLaf;
import dorkbox.systemTray.MenuItem;
import dorkbox.systemTray.SystemTray;
import java.awt.Color;
import java.awt.Graphics;
import java.awt.image.BufferedImage;

/** The least tray with FlatLaf and dorkbox's icon: one red picture and a menu of one entry. */
final class DorkboxFloor {

  private DorkboxFloor() {}

  public static void main(String[] arguments) throws InterruptedException {
    FlatLightLaf.setup();
    SystemTray tray = SystemTray.get();
    BufferedImage picture = new BufferedImage(16, 16, BufferedImage.TYPE_INT_ARGB);
    Graphics graphics = picture.getGraphics();
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, 16, 16);
    tray.setImage(picture);
    tray.getMenu().add(new MenuItem("Quit", event -> System.exit(0)));
    Thread.currentThread().join();
  }
}
