package app.regrip.desktop;

import static app.regrip.desktop.Texts.text;

import app.regrip.session.Session;
import app.regrip.session.Snapshot;
import com.formdev.flatlaf.util.UIScale;
import java.awt.Dimension;
import java.awt.Frame;
import java.awt.GraphicsConfiguration;
import java.awt.GraphicsEnvironment;
import java.awt.Insets;
import java.awt.MouseInfo;
import java.awt.Point;
import java.awt.PointerInfo;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;
import javax.swing.WindowConstants;

/**
 * The small window a plain click on the tray icon opens. It is made for that click, and gone with
 * Esc or when something else is clicked.
 */
final class Flyout {

  private static final int WIDTH = 380;
  private static final int MARGIN = 12;

  private final JDialog dialog = new JDialog((Frame) null, text("flyout.window"));
  private final FlyoutPage page;
  private final Point pointer;
  private final GraphicsConfiguration screen;

  /**
   * @param left told when the keyboard has gone elsewhere and the flyout with it
   */
  private Flyout(
      FlyoutPage page, Point pointer, GraphicsConfiguration screen, Runnable left, Runnable gone) {
    this.page = page;
    this.pointer = pointer;
    this.screen = screen;
    dialog.setUndecorated(true);
    // Keeps it out of the task bar and of Alt+Tab.
    dialog.setType(Window.Type.UTILITY);
    dialog.setAlwaysOnTop(true);
    dialog.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
    dialog.setFocusTraversalPolicy(new Stops());
    JScrollPane view = page.view();
    view.setBorder(BorderFactory.createLineBorder(Theme.Tone.CARD_BORDER.color()));
    dialog.setContentPane(view);
    dialog.addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowClosed(WindowEvent event) {
            gone.run();
          }
        });
    dialog.addWindowFocusListener(
        new WindowAdapter() {
          @Override
          public void windowLostFocus(WindowEvent event) {
            left.run();
            close();
          }
        });
    dialog
        .getRootPane()
        .registerKeyboardAction(
            event -> close(),
            KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
            JComponent.WHEN_IN_FOCUSED_WINDOW);
    page.whenGrown(this::place);
  }

  /** Beside the task bar of the screen the pointer is on. */
  static Flyout open(
      Session session, Actions actions, DesktopOptions options, Runnable left, Runnable gone) {
    PointerInfo at = MouseInfo.getPointerInfo();
    GraphicsConfiguration screen =
        at != null
            ? at.getDevice().getDefaultConfiguration()
            : GraphicsEnvironment.getLocalGraphicsEnvironment()
                .getDefaultScreenDevice()
                .getDefaultConfiguration();
    Rectangle bounds = screen.getBounds();
    Point pointer =
        at != null
            ? at.getLocation()
            : new Point(bounds.x + bounds.width, bounds.y + bounds.height);
    FlyoutPage page = new FlyoutPage(session, actions, options);
    Flyout flyout = new Flyout(page, pointer, screen, left, gone);
    flyout.show(session.now());
    flyout.dialog.setVisible(true);
    flyout.dialog.toFront();
    page.defaultButton().ifPresent(JComponent::requestFocusInWindow);
    return flyout;
  }

  JDialog dialog() {
    return dialog;
  }

  void show(Snapshot snapshot) {
    page.show(snapshot);
    dialog.getRootPane().setDefaultButton(page.defaultButton().orElse(null));
    dialog.getAccessibleContext().setAccessibleDescription(page.sentence());
    place();
  }

  void close() {
    dialog.dispose();
  }

  /** As high as what it tells, and whole on the screen; what does not fit is scrolled. */
  private void place() {
    int width = UIScale.scale(WIDTH);
    Insets bars = Toolkit.getDefaultToolkit().getScreenInsets(screen);
    dialog.setBounds(
        FlyoutPlace.of(
            pointer,
            new Dimension(width, page.heightFor(width)),
            screen.getBounds(),
            bars,
            UIScale.scale(MARGIN)));
    dialog.validate();
  }
}
