package app.regrip.bench;

import com.formdev.flatlaf.FlatLightLaf;
import java.awt.EventQueue;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import java.awt.image.BufferedImage;
import java.util.concurrent.CountDownLatch;

/** The least that a tray program with our look can be: an icon of Java's own, and nothing else. */
final class AwtFloor {

  private AwtFloor() {}

  public static void main(String[] arguments) throws Exception {
    EventQueue.invokeAndWait(AwtFloor::show);
    new CountDownLatch(1).await();
  }

  private static void show() {
    FlatLightLaf.setup();
    try {
      SystemTray.getSystemTray()
          .add(new TrayIcon(new BufferedImage(24, 24, BufferedImage.TYPE_INT_ARGB)));
    } catch (java.awt.AWTException e) {
      throw new IllegalStateException(e);
    }
  }
}
